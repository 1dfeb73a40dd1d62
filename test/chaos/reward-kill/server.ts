/** A server in a process of its own, to be killed: `node server.ts <folder | postgres URL> [schema]`. Prints its URL. */
import type { ProgramDocument } from '@regulars/schema';
import { createHandler, openDatabase, serve } from '@regulars/server';
import { CAMPAIGNS, PROGRAM, SECRETS } from '../../support/server-fixture.ts';
import { STOCK } from './stock.ts';

const wide = { burst: 1e9, perSecond: 1e9 };
const program: ProgramDocument = {
  ...PROGRAM,
  coupons: { mug: { from: 'generator', pattern: 'MUG-########', max: STOCK } },
  pools: {
    stocked: {
      version: 1,
      rulesUrl: '/rules',
      fallback: 1,
      prizes: [
        { label: { en: 'Mug' }, weight: 1, stock: STOCK, reward: { type: 'coupon', template: 'mug' } },
        { label: { en: '5 points' }, weight: 1, reward: { type: 'points', points: 5 } },
      ],
    },
  },
};

const [place = '', schema] = process.argv.slice(2);
const db = await openDatabase(place.includes('://') ? { url: place, schema } : { dir: place });
const handler = createHandler({
  db,
  basePath: '/regulars',
  keys: [{ key: 'shop-key', origins: ['*'] }],
  secrets: SECRETS,
  shopHook: { mintCoupon: async () => ({ code: 'C' }), verifyCustomerToken: async () => null },
  campaigns: CAMPAIGNS,
  program,
  limits: { action: wide, person: wide, campaign: wide, order: wide },
  logger: () => undefined,
});
const server = await serve({ fetch: handler.fetch, handlers: [handler], port: 0 });
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await db.close();
});
