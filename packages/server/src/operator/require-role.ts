import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { hasRole, type Role } from './account.ts';

/** Lets only a role and those above it in. */
export function requireRole(role: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) =>
    hasRole(c.get('operator'), role) ? next() : c.json({ ok: false, reason: 'not-eligible' }, 403);
}
