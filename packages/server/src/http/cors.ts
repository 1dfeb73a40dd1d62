import type { MiddlewareHandler } from 'hono';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from './environment.ts';
import { isOriginAllowed } from './origin.ts';

/**
 * CORS for `/v1`: an origin is told yes when any key lists it; the key itself is checked with the body.
 * Never with credentials. `Retry-After`, `Date` and `ETag` are exposed, which browsers hide by default.
 */
export function allowOrigins(context: ServerContext): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    c.header('Vary', 'Origin');
    if (origin && [...context.keys.values()].some((key) => isOriginAllowed(key, c.req.raw))) {
      c.header('Access-Control-Allow-Origin', origin);
      c.header('Access-Control-Expose-Headers', 'Retry-After, Date, ETag');
    }
    if (c.req.method !== 'OPTIONS') return next();
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'Content-Type, Content-Encoding, If-None-Match');
    c.header('Access-Control-Max-Age', '7200');
    return c.body(null, 204);
  };
}
