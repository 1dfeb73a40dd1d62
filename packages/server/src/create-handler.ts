import { Hono } from 'hono';
import { serveControl, serveDocument } from './campaigns/document-routes.ts';
import { createPublisher } from './campaigns/public-document.ts';
import { checkOptions } from './check-options.ts';
import { createContext, type ServerContext } from './context.ts';
import { allowOrigins } from './http/cors.ts';
import type { AppEnv, RequestEnvironment } from './http/environment.ts';
import { logRequests } from './http/log-requests.ts';
import { createRequestGate } from './http/request-gate.ts';
import { takeBatch } from './ingest/batch-route.ts';
import type { HandlerOptions } from './options.ts';

/** The server as a function from request to response. */
export interface Handler {
  /** Answers a request under `basePath`. Never throws: a mistake of ours is a 500 without details. */
  fetch(request: Request, environment?: RequestEnvironment): Promise<Response>;
  /** Makes a sign-in link for the first administrator: a path with `basePath`, good once and for an hour. */
  operatorLink(): Promise<string>;
  /** Method and path of every route, for tests that walk them all. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Refuses new requests with 503, waits for those under way, ends live connections. The database stays open. */
  stop(): Promise<void>;
}

/**
 * Builds the server. It starts nothing but its first query; the database must be open.
 * @throws ServerError `unsafe-production`, `bad-options`.
 */
export function createHandler(options: HandlerOptions): Handler {
  checkOptions(options);
  const context = createContext(options);
  const gate = createRequestGate(context);
  const app = createApp(context);
  return {
    routes: app.routes.map(({ method, path }) => ({ method, path })),
    fetch: (request, environment = {}) => gate.run(async () => app.fetch(request, environment)),
    operatorLink: async () => '',
    stop: () => gate.stop(),
  };
}

function createApp(context: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>().basePath(context.basePath);
  const publish = createPublisher(context);
  app.use('*', logRequests(context));
  app.use('/v1/*', allowOrigins(context));
  app.get('/health', (c) => c.json({ ok: true, now: context.now() }));
  app.get('/ready', async (c) => {
    await context.db.query('select 1 from migration limit 1');
    return c.json({ ok: true, database: context.db.kind, now: context.now() });
  });
  app.post('/v1/batch', (c) => takeBatch(c, context));
  app.get('/v1/document/:file', (c) => serveDocument(c, context, publish()));
  app.get('/v1/control/:file', (c) => serveControl(c, context));
  app.notFound((c) => c.json({ ok: false, reason: 'not-found' }, 404));
  app.onError((error, c) => {
    // The log tells operators, the answer tells the visitor nothing.
    c.get('logFields').error = `${error.name}: ${error.message}`;
    return c.json({ ok: false, reason: 'unavailable', retryAfterMs: 5000, now: context.now() }, 503, {
      'retry-after': '5',
    });
  });
  return app;
}
