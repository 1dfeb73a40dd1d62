import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { ServerContext } from '../context.ts';
import { readCommandToken } from '../documents/command-tokens.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { ROLES, type Role } from '../operator/account.ts';

/** Who asks for a change: a colleague, or a server of the shop by its key. */
export interface Caller {
  /** Account id; `null` for keys. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
}

/** The caller of a request by its `Authorization: Bearer` key or command-line token; `null` when it has none that is known. */
export async function readCaller(c: AppContext, context: ServerContext): Promise<Caller | null> {
  const given = /^Bearer (\S{1,500})$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (given === undefined) return null;
  const hash = hashOf(given);
  // All keys are compared, so that the clock does not tell which one was nearly right.
  const fitting = context.apiKeys.filter(({ key }) => timingSafeEqual(hashOf(key), hash));
  if (fitting[0]) return { id: null, name: `key ${fitting[0].name}`, role: fitting[0].role };
  return readCommandToken(context, given);
}

/** Lets only keys of a role, and of those above it, in. */
export function requireKey(context: ServerContext, role: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const retryAfterMs = limitMs(c, context, 'admin', context.limits.order);
    if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
    const caller = await readCaller(c, context);
    if (!caller) return refuse(c, context, 'token-invalid');
    c.get('logFields').caller = caller.name;
    if (ROLES.indexOf(caller.role) < ROLES.indexOf(role)) return refuse(c, context, 'not-eligible');
    c.set('caller', caller);
    return next();
  };
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
