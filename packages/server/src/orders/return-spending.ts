import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { bookMovement } from '../rewards/ledger/book.ts';

const DAY_MS = 86_400_000;
/** Points that come back after their end can be used this long. */
const GRACE_MS = 30 * DAY_MS;

interface SpentRow {
  readonly id: string;
  readonly person_id: string;
  readonly unit: string;
  readonly points: number;
  readonly expires_at: number | null;
  readonly sliding_ms: number | null;
}

/** Gives back the points that paid for a cancelled order, with the ends they had. */
export async function returnSpending(
  tx: Queryable,
  context: Pick<ServerContext, 'now'>,
  orderId: string,
): Promise<void> {
  const t = context.now();
  const spent = await tx.query<SpentRow>(
    `select m.id, m.person_id, m.unit, p.points, lot.expires_at, lot.sliding_ms from movement m
     join posting p on p.movement_id = m.id and p.account = 'redeemed'
     join movement lot on lot.id = m.lot_id
     where m.source = 'checkout' and m.order_id = $1 and m.kind = 'spent' order by m.seq`,
    [orderId],
  );
  for (const row of spent) {
    const sliding = row.sliding_ms !== null;
    await bookMovement(tx, {
      kind: 'returned',
      source: 'checkout',
      orderId,
      rule: `returned:${row.id}`,
      personId: row.person_id,
      points: row.points,
      unit: row.unit,
      against: 'redeemed',
      t,
      reverses: row.id,
      slidingMs: row.sliding_ms,
      expiresAt: sliding || row.expires_at === null ? row.expires_at : Math.max(row.expires_at, t + GRACE_MS),
    });
  }
}
