import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { hasRole, type Role } from './account.ts';
import { messages } from './messages.ts';
import { refuseOperator } from './refuse-operator.ts';

/** Lets only a role and those above it in. */
export function requireRole(base: string, role: Role): MiddlewareHandler<AppEnv> {
  return async (c, next) =>
    hasRole(c.get('operator'), role)
      ? next()
      : refuseOperator(c, base, { status: 403, reason: 'not-eligible', sentence: messages.notAllowed });
}
