import { earnByOrder } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { markCoupon } from '../rewards/coupons/mark-coupon.ts';
import { bookMovement } from '../rewards/ledger/book.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { endOfLot, settle } from '../rewards/ledger/settle.ts';
import { noteTier } from '../rewards/tiers.ts';
import { linesOf } from './read-order.ts';
import { returnSpending } from './return-spending.ts';
import { reverseEarnings } from './reverse-earnings.ts';
import { COUNTED_ORDER, type StoredOrder } from './write-order.ts';

/** Books what an order means for its buyer after the shop's last word. Answers the points that this word moved. */
export async function bookOrder(
  tx: Queryable,
  context: ServerContext,
  order: StoredOrder,
  personId: string,
): Promise<number> {
  const owner = await lockPerson(tx, personId);
  // Where the person stood before: a rise from here is rewarded, being there already is not.
  const tier = await noteTier(tx, context, owner, { reward: false });
  await markCoupon(tx, order, context.now());
  let points = 0;
  if (!order.earned && order.progress.paidAt !== null) {
    points += await bookEarnings(tx, context, { order, owner, tier });
  }
  await settle(tx, context, owner, context.now());
  if (order.progress.refunded > 0) points -= await reverseEarnings(tx, context, order, owner);
  if (order.progress.cancelledAt !== null) await returnSpending(tx, context, order.orderId);
  await noteTier(tx, context, owner, { reward: true });
  return points;
}

async function bookEarnings(
  tx: Queryable,
  context: ServerContext,
  {
    order,
    owner,
    tier,
  }: { readonly order: StoredOrder; readonly owner: string; readonly tier: string | null },
): Promise<number> {
  const now = context.now();
  await tx.query('update shop_order set earned_at = $2 where order_id = $1', [order.orderId, now]);
  // Cancelled before it was paid: there is nothing to earn.
  if (order.progress.cancelledAt !== null) return 0;
  const earned = earnByOrder(context.program, {
    total: { value: order.total, currency: order.currency },
    lines: linesOf(order.items),
    placedAt: order.placedAt,
    tier: tier ?? undefined,
    firstOrder: await isFirstOrder(tx, owner, order.orderId),
  });
  let sum = 0;
  for (const { rule, unit, points } of earned) {
    const isNew = await bookMovement(tx, {
      kind: 'earned',
      source: 'order',
      orderId: order.orderId,
      rule,
      personId: owner,
      points,
      unit,
      against: 'liability',
      pending: context.program.pending !== undefined,
      t: now,
      ...(context.program.pending === undefined && endOfLot(context, now)),
    });
    if (isNew && unit === 'points') sum += points;
  }
  if (sum > 0) {
    await emit(tx, context, {
      type: 'points_earned',
      key: `order:${order.orderId}`,
      personId: owner,
      t: now,
      content: { orderId: order.orderId, points: sum, pending: context.program.pending !== undefined },
    });
  }
  return sum;
}

async function isFirstOrder(tx: Queryable, personId: string, orderId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from shop_order where person_id in (select id from person where id = $1 or merged_into = $1)
       and order_id <> $2 and ${COUNTED_ORDER} limit 1`,
    [personId, orderId],
  );
  return rows.length === 0;
}
