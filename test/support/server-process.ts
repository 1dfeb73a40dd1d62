import { createHandler, openDatabase, serve } from '@regulars/server';
import { CAMPAIGNS, PROGRAM, SECRETS } from './server-fixture.ts';

/**
 * A server in a process of its own, to be killed: `node server-process.ts <folder | postgres URL> [schema]`. Prints its URL.
 * `WEBHOOK_URL` is told what happens.
 */
const [place = '', schema] = process.argv.slice(2);
const db = await openDatabase(place.includes('://') ? { url: place, schema } : { dir: place });
const handler = createHandler({
  db,
  basePath: '/regulars',
  keys: [{ key: 'shop-key', origins: ['*'] }],
  secrets: SECRETS,
  shopHook: { mintCoupon: async () => ({ code: 'C' }), verifyCustomerToken: async () => null },
  campaigns: CAMPAIGNS,
  program: PROGRAM,
  limits: { batch: { burst: 1e6, perSecond: 1e6 } },
  logger: () => undefined,
  webhooks: process.env.WEBHOOK_URL
    ? [{ id: 'crm', url: process.env.WEBHOOK_URL, secret: SECRETS.webhook }]
    : [],
});
const server = await serve({ fetch: handler.fetch, handlers: [handler], port: 0 });
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await db.close();
});
