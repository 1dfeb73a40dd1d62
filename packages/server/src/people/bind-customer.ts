import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { earnBySignup } from '../rewards/earn-by-signup.ts';
import { withTimeout } from '../shop-timeout.ts';
import { meetVisitor } from './visitors.ts';
import { voidRepeats } from './void-repeats.ts';

/** Verifies a customer token and ties the visitor to that customer; answers the customer id, `null` when it proves nothing. */
export async function bindCustomer(
  context: ServerContext,
  request: { readonly anonymousId: string; readonly customerToken: string },
): Promise<string | null> {
  const customer = await withTimeout(
    context.shopHook.verifyCustomerToken(request.customerToken),
    context.shopTimeoutMs,
  ).catch(() => null); // The shop's hook is down: the token proves nothing for now.
  if (!customer || customer.expiresAt <= context.now()) return null;
  const { customerId, birthDate } = customer;
  await joinCustomer(context, { anonymousId: request.anonymousId, customerId, birthDate });
  return customerId;
}

/**
 * Ties a visitor to a customer's person and answers that person. What the visitor did before counts for the customer, once:
 * a game that the customer had played already keeps its first result. A visitor that already belongs to another
 * customer moves on and leaves the past where it was.
 */
export async function joinCustomer(
  context: ServerContext,
  {
    anonymousId,
    customerId,
    birthDate,
  }: {
    readonly anonymousId: string;
    readonly customerId: string;
    readonly birthDate?: string | undefined;
  },
): Promise<string> {
  const now = context.now();
  const known = await findJoined(context.db, anonymousId, customerId);
  if (known !== null && birthDate === undefined) return known;
  return context.db.transaction(async (tx) => {
    const own = await meetVisitor(tx, { anonymousId, now });
    const target = await customerPerson(tx, { customerId, now });
    if (birthDate !== undefined) {
      await tx.query('update person set birth_date = $2 where id = $1 and birth_date is distinct from $2', [
        target,
        birthDate,
      ]);
    }
    await earnBySignup(tx, context, target);
    if (own === target) return target;
    // Whoever draws or spends holds one of these locks: it ends before, or begins after and sees one person.
    await tx.query('select id from person where id in ($1, $2) order by id for update', [own, target]);
    const merged = await tx.query(
      'update person set merged_into = $2 where id = $1 and customer_id is null and merged_into is null returning id',
      [own, target],
    );
    await tx.query('update visitor set person_id = $2 where anonymous_id = $1', [anonymousId, target]);
    if (merged.length > 0) await voidRepeats(tx, context, { own, target });
    return target;
  });
}

/** The customer's person when the visitor is tied to it already; `null` otherwise. */
async function findJoined(db: Queryable, anonymousId: string, customerId: string): Promise<string | null> {
  const rows = await db.query<{ id: string }>(
    `select p.id from visitor v join person p on p.id = v.person_id
     where v.anonymous_id = $1 and p.customer_id = $2`,
    [anonymousId, customerId],
  );
  return rows[0]?.id ?? null;
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
