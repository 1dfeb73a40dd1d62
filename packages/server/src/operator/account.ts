/** What an operator may do; each role includes those before it. */
export type Role = 'viewer' | 'editor' | 'publisher' | 'admin';

/** Roles from the least to the most. */
export const ROLES: readonly Role[] = ['viewer', 'editor', 'publisher', 'admin'];

/** A signed-in colleague. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Whether a role includes another. */
export function hasRole(operator: Operator, needed: Role): boolean {
  return ROLES.indexOf(operator.role) >= ROLES.indexOf(needed);
}
