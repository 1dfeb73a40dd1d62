import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from './environment.ts';

/** Writes one line per request. The path is the route's pattern: addresses may hold tokens. */
export function logRequests(context: ServerContext): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    const fields: Record<string, string | number | boolean> = {};
    c.set('logFields', fields);
    await next();
    context.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      t: context.now(),
      requestId: randomUUID(),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...fields,
    });
  };
}
