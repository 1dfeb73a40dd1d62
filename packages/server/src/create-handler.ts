import { Hono } from 'hono';
import { takeAction } from './actions/action-route.ts';
import { addAdminRoutes } from './admin/add-admin-routes.ts';
import { serveControl, serveDocument } from './campaigns/document-routes.ts';
import { createPublisher } from './campaigns/public-document.ts';
import { checkOptions } from './check-options.ts';
import { createContext, type ServerContext } from './context.ts';
import { addDocumentRoutes } from './documents/document-api.ts';
import { seedDocuments } from './documents/seed-documents.ts';
import { startJobs } from './engage/start-jobs.ts';
import { addFeedRoutes } from './feeds/feed-routes.ts';
import { allowOrigins } from './http/cors.ts';
import type { AppEnv, RequestEnvironment } from './http/environment.ts';
import { logRequests } from './http/log-requests.ts';
import { refuse } from './http/refuse.ts';
import { createRequestGate } from './http/request-gate.ts';
import { takeBatch } from './ingest/batch-route.ts';
import { openApiDocument } from './openapi/openapi-document.ts';
import { addOperatorRoutes } from './operator/add-operator-routes.ts';
import { messages } from './operator/messages.ts';
import { isPageRequest, refuseOperator } from './operator/refuse-operator.ts';
import { createOperatorLink } from './operator/sign-in.ts';
import type { HandlerOptions } from './options.ts';
import { takeOrder } from './orders/order-route.ts';
import { takeSpending } from './orders/spend-route.ts';
import { startOutbox } from './outbox/start-outbox.ts';
import { startRetention } from './retention.ts';
import { createClaims } from './rewards/claim.ts';
import { readPublicVersions } from './rewards/pools.ts';
import { prepareRewards } from './rewards/prepare-rewards.ts';
import { startRewardsSweep } from './rewards/sweep.ts';
import { addVerifierRoutes } from './rewards/verifier/verifier-routes.ts';

/** The server as a function from request to response. */
export interface Handler {
  /** Answers a request under `basePath`. Never throws: a mistake of ours is a 503 without details. */
  fetch(request: Request, environment?: RequestEnvironment): Promise<Response>;
  /** Makes a sign-in link for the first administrator: a path with `basePath`, good once and for an hour. */
  operatorLink(): Promise<string>;
  /** Resolves when the prize pools are prepared; rejects with ServerError `pool-changed` or `bad-options`. */
  readonly ready: Promise<void>;
  /** Method and path of every route, for tests that walk them all. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Refuses new requests with 503, ends live connections, waits for requests under way. The database stays open. */
  stop(): Promise<void>;
}

/**
 * Builds the server over an open database.
 * @throws ServerError `unsafe-production`, `bad-options`.
 */
export function createHandler(options: HandlerOptions): Handler {
  checkOptions(options);
  const context = createContext(options);
  const gate = createRequestGate(context);
  const { campaigns, program } = options;
  const ready = seedDocuments(context, { campaigns, program }).then(() => prepareRewards(context));
  const app = createApp(context, ready);
  // Whoever does not wait for `ready` learns it from each answer and its log line.
  ready.catch(() => undefined);
  const stopRetention = startRetention(context);
  const outbox = startOutbox(context);
  const stopJobs = startJobs(context, ready);
  const stopSweep = startRewardsSweep(context, ready);
  return {
    ready,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
    fetch: (request, environment = {}) => gate.run(async () => app.fetch(request, environment)),
    operatorLink: () => createOperatorLink(context),
    async stop() {
      context.live.end();
      await Promise.all([gate.stop(), stopRetention(), stopJobs(), stopSweep()]);
      await outbox.stop();
    },
  };
}

function createApp(own: ServerContext, ready: Promise<void>): Hono<AppEnv> {
  const router = new Hono<AppEnv>().basePath(own.basePath);
  router.use('*', logRequests(own));
  router.use('*', async (c, next) => {
    await ready;
    // While the database is away, what is known goes on.
    await own.documents.follow().catch(() => undefined);
    // No name of ours holds NUL, and PostgreSQL takes none in a text.
    if (c.req.url.includes('%00')) return c.notFound();
    return next();
  });
  addPublicRoutes(router, own);
  addOperatorRoutes(router, own);
  const { basePath: base } = own;
  router.notFound((c) =>
    isPageRequest(c, base)
      ? refuseOperator(c, base, { status: 404, reason: 'not-found', sentence: messages.notFound })
      : c.json({ ok: false, reason: 'not-found' }, 404),
  );
  router.onError((error, c) => {
    // The log tells operators, the answer tells the visitor nothing.
    c.get('logFields').error = `${error.name}: ${error.message}`;
    return isPageRequest(c, base)
      ? refuseOperator(c, base, { status: 503, reason: 'unavailable', sentence: messages.unavailable })
      : refuse(c, own, 'unavailable', { retryAfterMs: 5000 });
  });
  return router;
}

function addPublicRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  const publish = createPublisher(context);
  const claims = createClaims(context);
  app.get('/health', (c) => c.json({ ok: true, now: context.now() }));
  app.get('/ready', async (c) => {
    await context.db.query('select 1 from migration limit 1');
    return c.json({ ok: true, database: context.db.kind, now: context.now() });
  });
  app.use('/v1/*', allowOrigins(context));
  app.post('/v1/batch', (c) => takeBatch(c, context));
  app.post('/v1/actions', (c) => takeAction(c, context, claims));
  app.post('/v1/orders', (c) => takeOrder(c, context));
  app.post('/v1/spend', (c) => takeSpending(c, context));
  app.get('/v1/document/:file', (c) => serveDocument(c, context, publish()));
  app.get('/v1/control/:file', (c) => serveControl(c, context));
  addAdminRoutes(app, context, addFeedRoutes(app, context));
  addDocumentRoutes(app, context);
  app.get('/openapi.json', (c) => c.json(openApiDocument(context.basePath)));
  addVerifierRoutes(app, context);
  app.get('/v1/pools/:pool', async (c) =>
    c.json({ versions: await readPublicVersions(context.db, c.req.param('pool').replace(/\.json$/, '')) }),
  );
}
