import type { ReferralCase } from '@regulars/core/rules';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';

const DAY_MS = 86_400_000;

/** A recommendation as stored. */
export interface ReferralRow {
  readonly friend_id: string;
  readonly referrer_id: string;
  readonly t: number;
}

interface OrderRow {
  readonly order_id: string;
  readonly placed_at: number;
  readonly paid_at: number;
  readonly total: number;
  readonly stands: boolean;
}

/** Reads what a recommendation is judged by; `personId` is the friend that counts. */
export async function readReferralCase(
  tx: Queryable,
  {
    row,
    personId,
    days,
    now,
  }: { readonly row: ReferralRow; readonly personId: string; readonly days: number; readonly now: number },
): Promise<{ readonly case: ReferralCase; readonly orderId: string | null }> {
  const roots = await tx.query<{ root: string }>(
    'select coalesce(merged_into, id) as root from person where id = $1',
    [row.referrer_id],
  );
  const referrer = roots[0]?.root ?? row.referrer_id;
  const orders = await tx.query<OrderRow>(
    `select order_id, placed_at, paid_at, total, cancelled_at is null and refunded < total as stands
     from shop_order where person_id in (${PERSONS}) and paid_at is not null order by placed_at, order_id limit 50`,
    [personId],
  );
  const order = orders.find(({ placed_at }) => placed_at >= row.t) ?? null;
  const recent = await tx.query<{ count: number }>(
    `select count(*)::int as count from referral where referrer_id = $1 and state = 'rewarded' and decided_at > $2`,
    [row.referrer_id, Math.round(now - days * DAY_MS)],
  );
  return {
    orderId: order?.order_id ?? null,
    case: {
      samePerson: referrer === personId,
      sharedDevice: await hasSharedDevice(tx, personId, referrer),
      samePayment: await sharesSignal(tx, 'payment', personId, referrer),
      sameAddress: await sharesSignal(tx, 'address', personId, referrer),
      ordersBefore: orders.filter(({ placed_at }) => placed_at < row.t).length,
      referredAt: row.t,
      order: order && { paidAt: order.paid_at, total: order.total, stands: order.stands },
      recentlyRewarded: recent[0]?.count ?? 0,
    },
  };
}

/** Whether an order or a visit of one came from a browser of the other. */
async function hasSharedDevice(tx: Queryable, friend: string, referrer: string): Promise<boolean> {
  const devices = (at: string): string =>
    `select anonymous_id from visitor where person_id in (select id from person where id = ${at} or merged_into = ${at})
     union select anonymous_id from shared_device where person_id in (select id from person where id = ${at} or merged_into = ${at})
     union select anonymous_id from shop_order where anonymous_id is not null
       and person_id in (select id from person where id = ${at} or merged_into = ${at})`;
  const rows = await tx.query(`(${devices('$1')}) intersect (${devices('$2')}) limit 1`, [friend, referrer]);
  return rows.length > 0;
}

/** `null`: the shop told it of one of them only, or of none. */
async function sharesSignal(
  tx: Queryable,
  kind: 'payment' | 'address',
  friend: string,
  referrer: string,
): Promise<boolean | null> {
  const of = (at: string): string =>
    `select hash from order_signal where kind = $3 and person_id in (select id from person where id = ${at} or merged_into = ${at})`;
  const [row] = await tx.query<{ told: boolean; same: boolean }>(
    `select exists (${of('$1')}) and exists (${of('$2')}) as told, exists ((${of('$1')}) intersect (${of('$2')})) as same`,
    [friend, referrer, kind],
  );
  return row?.told ? row.same : null;
}
