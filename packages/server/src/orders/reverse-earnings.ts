import { planReversal, reversedPoints } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeEntry } from '../rewards/ledger/entry.ts';
import { bookDraws, readLots, withLots } from '../rewards/ledger/lots.ts';
import { linesOf } from './read-order.ts';
import type { StoredOrder } from './write-order.ts';

interface EarnedRow {
  readonly id: string;
  readonly rule: string;
  readonly unit: string;
  readonly points: number;
  /** Taken back before. */
  readonly reversed: number;
  /** Ended before it could be taken back. */
  readonly expired: number;
}

const EARNED = `select m.id, m.rule, m.unit, p.points,
  coalesce((select sum(rp.points) from movement r join posting rp on rp.movement_id = r.id and rp.account = 'reversed'
    where r.reverses = m.id), 0)::bigint as reversed,
  coalesce((select sum(ep.points) from movement e join posting ep on ep.movement_id = e.id and ep.account = 'expired'
    where e.lot_id = m.id or e.lot_id in (select id from movement where lot_id = m.id and kind = 'released')), 0)::bigint as expired
from movement m join posting p on p.movement_id = m.id and p.points > 0
where m.source = 'order' and m.order_id = $1 and m.kind = 'earned' order by m.seq`;

/** Takes back what the returned part of an order had earned. Answers the points taken. The person is locked and settled. */
export async function reverseEarnings(
  tx: Queryable,
  context: ServerContext,
  order: StoredOrder,
  owner: string,
): Promise<number> {
  const earned = await tx.query<EarnedRow>(EARNED, [order.orderId]);
  const rules = [...context.program.earn, ...(context.program.cashback ?? [])];
  let sum = 0;
  for (const row of earned) {
    const rule = rules.find(({ id }) => id === row.rule) ?? {};
    const target = reversedPoints(row.points, rule, {
      total: order.total,
      refunded: order.progress.refunded,
      lines: linesOf(order.items),
    });
    const due = Math.min(target, row.points - row.expired) - row.reversed;
    if (due <= 0) continue;
    await takeBack(tx, { order, owner, row, due, t: context.now() });
    if (row.unit === 'points') sum += due;
  }
  return sum;
}

async function takeBack(
  tx: Queryable,
  {
    order,
    owner,
    row,
    due,
    t,
  }: {
    readonly order: StoredOrder;
    readonly owner: string;
    readonly row: EarnedRow;
    readonly due: number;
    readonly t: number;
  },
): Promise<void> {
  const released = await tx.query<{ id: string }>(
    `select id from movement where lot_id = $1 and kind = 'released'`,
    [row.id],
  );
  const origin = [row.id, ...released.map(({ id }) => id)];
  const lots = (await readLots(tx, owner)).filter(
    (lot) => lot.unit === row.unit && (!lot.pending || origin.includes(lot.id)),
  );
  const plan = planReversal(lots, due, { now: t, origin });
  const booking = {
    source: 'reversal',
    orderId: order.orderId,
    rule: `${row.rule}:${row.reversed + due}`,
    t,
    reverses: row.id,
  };
  await bookDraws(tx, withLots(lots, plan.draws), { ...booking, kind: 'reversed', against: 'reversed' });
  if (plan.missing === 0) return;
  await writeEntry(tx, {
    ...booking,
    kind: 'owed',
    rule: `${booking.rule}:debt`,
    personId: owner,
    points: plan.missing,
    to: 'reversed',
    from: `debt:${owner}`,
    unit: row.unit,
  });
}
