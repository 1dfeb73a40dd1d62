import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../context.ts';
import type { Database, Queryable } from '../db/database.ts';
import { meetVisitor } from './visitors.ts';

/** Verifies a customer token and ties the visitor to that customer; answers the customer id, `null` when it proves nothing. */
export async function bindCustomer(
  context: ServerContext,
  request: { readonly anonymousId: string; readonly customerToken: string },
): Promise<string | null> {
  const customer = await context.shopHook.verifyCustomerToken(request.customerToken).catch(() => null); // The shop's hook is down: the token proves nothing for now.
  if (!customer || customer.expiresAt <= context.now()) return null;
  await joinCustomer(context.db, {
    anonymousId: request.anonymousId,
    customerId: customer.customerId,
    now: context.now(),
  });
  return customer.customerId;
}

/**
 * Ties a visitor to a customer's person and answers that person. What the visitor did before counts for the customer,
 * once; a visitor that already belongs to another customer moves on and leaves the past where it was.
 */
export async function joinCustomer(
  db: Database,
  {
    anonymousId,
    customerId,
    now,
  }: { readonly anonymousId: string; readonly customerId: string; readonly now: number },
): Promise<string> {
  return db.transaction(async (tx) => {
    const own = await meetVisitor(tx, { anonymousId, now });
    const target = await customerPerson(tx, { customerId, now });
    if (own === target) return target;
    await tx.query(
      'update person set merged_into = $2 where id = $1 and customer_id is null and merged_into is null',
      [own, target],
    );
    await tx.query('update visitor set person_id = $2 where anonymous_id = $1', [anonymousId, target]);
    return target;
  });
}

/** The person of a customer id, made when new. */
export async function customerPerson(
  db: Queryable,
  { customerId, now }: { readonly customerId: string; readonly now: number },
): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into person (id, customer_id, created_at) values ($1, $2, $3)
     on conflict (customer_id) do update set customer_id = excluded.customer_id returning id`,
    [randomUUID(), customerId, now],
  );
  return rows[0]?.id ?? '';
}
