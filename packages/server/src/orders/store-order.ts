import { verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { customerPerson, joinCustomer } from '../people/bind-customer.ts';
import { meetVisitor, rootPerson } from '../people/visitors.ts';
import { earnPoints } from '../rewards/earn-rule.ts';
import { bookMovement, expiryOf } from '../rewards/ledger.ts';
import type { PaidOrder } from './read-order.ts';

/** What became of an order webhook. */
export interface OrderAnswer {
  /** Whether a visitor or customer is known for it. */
  readonly joined: boolean;
  /** Points it earned. */
  readonly points: number;
}

interface Buyer {
  readonly personId: string;
  readonly anonymousId: string | undefined;
  readonly joinedBy: 'visitor-ref' | 'customer' | 'both';
}

/** Stores a verified order and books its points. A delivery id that was seen gets its first answer again. */
export async function storeOrder(
  context: ServerContext,
  delivery: string,
  order: PaidOrder,
): Promise<OrderAnswer & { readonly repeat: boolean }> {
  const anonymousId = await readReference(context, order.visitorRef);
  if (anonymousId !== undefined && order.customerId !== undefined) {
    // The shop signed both: this browser is that customer's.
    await joinCustomer(context.db, { anonymousId, customerId: order.customerId, now: context.now() });
  }
  return context.db.transaction(async (tx) => {
    const known = await takeDelivery(tx, delivery, context.now());
    if (known) return { ...known, repeat: true };
    const buyer = await findBuyer(tx, { anonymousId, customerId: order.customerId, now: context.now() });
    const joined = await writeOrder(tx, order, buyer, context.now());
    const points = joined ? await bookOrder(tx, context, order, joined) : 0;
    const answer = { joined: joined !== null, points };
    await tx.query('update webhook_delivery set answer = $2 where id = $1', [
      delivery,
      JSON.stringify(answer),
    ]);
    return { ...answer, repeat: false };
  });
}

async function readReference(
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

/** Notes the delivery; the row lock makes a second one with the same id wait for the first one's answer. */
async function takeDelivery(tx: Queryable, id: string, now: number): Promise<OrderAnswer | null> {
  const made = await tx.query(
    'insert into webhook_delivery (id, received_at) values ($1, $2) on conflict (id) do nothing returning id',
    [id, now],
  );
  if (made.length > 0) return null;
  const rows = await tx.query<{ answer: OrderAnswer | null }>(
    'select answer from webhook_delivery where id = $1',
    [id],
  );
  return rows[0]?.answer ?? { joined: false, points: 0 };
}

async function findBuyer(
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

/** Writes the order; a later webhook may add the buyer that an earlier one did not know, never change it. Answers the buyer's person. */
async function writeOrder(
  tx: Queryable,
  order: PaidOrder,
  buyer: Buyer | null,
  now: number,
): Promise<string | null> {
  const rows = await tx.query<{ person_id: string | null }>(
    `insert into shop_order (order_id, status, total, currency, items, coupon, customer_id, anonymous_id, person_id, joined_by, placed_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (order_id) do update set
       customer_id = coalesce(shop_order.customer_id, excluded.customer_id),
       anonymous_id = coalesce(shop_order.anonymous_id, excluded.anonymous_id),
       joined_by = coalesce(shop_order.joined_by, excluded.joined_by),
       person_id = coalesce(shop_order.person_id, excluded.person_id)
     returning person_id`,
    [
      order.orderId,
      order.status,
      order.total.value,
      order.total.currency,
      JSON.stringify(order.items),
      order.coupon ?? null,
      order.customerId ?? null,
      buyer?.anonymousId ?? null,
      buyer?.personId ?? null,
      buyer?.joinedBy ?? null,
      order.placedAt,
      now,
    ],
  );
  return rows[0]?.person_id ?? null;
}

async function bookOrder(
  tx: Queryable,
  context: ServerContext,
  order: PaidOrder,
  personId: string,
): Promise<number> {
  let points = 0;
  for (const earning of earnPoints(context.program, order.total)) {
    const isNew = await bookMovement(tx, {
      kind: 'earned',
      source: 'order',
      orderId: order.orderId,
      rule: earning.rule,
      personId,
      points: earning.points,
      against: 'liability',
      t: context.now(),
      expiresAt: expiryOf(context.now(), context.program.expiry),
    });
    if (isNew) points += earning.points;
  }
  return points;
}
