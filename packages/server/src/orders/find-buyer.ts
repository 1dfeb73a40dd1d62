import { verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { customerPerson } from '../people/bind-customer.ts';
import { meetVisitor, rootPerson } from '../people/visitors.ts';

/** Whose order it is. */
export interface Buyer {
  readonly personId: string;
  readonly anonymousId: string | undefined;
  readonly joinedBy: 'visitor-ref' | 'customer' | 'both';
}

/** Reads the visitor reference of an order; `undefined` when it proves nobody that is known. */
export async function readReference(
  context: ServerContext,
  reference: string | undefined,
): Promise<string | undefined> {
  if (reference === undefined) return undefined;
  const answer = await verifyToken(context, reference, 'visitor-ref');
  if (!answer.ok) return undefined;
  // Whoever was given a reference was known: one that is not any more was erased, and must not come back by its cart.
  const known = await context.db.query('select 1 from visitor where anonymous_id = $1', [
    answer.token.subject,
  ]);
  return known.length > 0 ? answer.token.subject : undefined;
}

/** The person of a customer id or a visitor; `null` when the shop named neither. */
export async function findBuyer(
  tx: Queryable,
  who: {
    readonly anonymousId: string | undefined;
    readonly customerId: string | undefined;
    readonly now: number;
  },
): Promise<Buyer | null> {
  const { anonymousId, customerId, now } = who;
  if (customerId !== undefined) {
    const personId = await customerPerson(tx, { customerId, now });
    return { personId, anonymousId, joinedBy: anonymousId === undefined ? 'customer' : 'both' };
  }
  if (anonymousId === undefined) return null;
  const personId = await rootPerson(tx, await meetVisitor(tx, { anonymousId, now }));
  return { personId, anonymousId, joinedBy: 'visitor-ref' };
}
