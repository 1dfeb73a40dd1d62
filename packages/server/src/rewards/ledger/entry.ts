import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../db/database.ts';

/** Why points moved. */
export type MovementKind =
  | 'earned'
  | 'won'
  | 'given'
  | 'released'
  | 'spent'
  | 'returned'
  | 'expired'
  | 'reversed'
  | 'owed'
  | 'repaid';

/** One line of the ledger: two postings that sum to zero. */
export interface Entry {
  readonly kind: MovementKind;
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly personId: string;
  readonly points: number;
  readonly to: string;
  readonly from: string;
  readonly t: number;
  readonly unit: string;
  readonly expiresAt?: number | null | undefined;
  readonly slidingMs?: number | null | undefined;
  readonly lotId?: string | undefined;
  readonly reverses?: string | undefined;
  readonly untrusted?: boolean | undefined;
}

const INSERT = `with made as (
  insert into movement (id, kind, source, order_id, rule, person_id, t, unit, expires_at, sliding_ms, lot_id, reverses, untrusted)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (source, order_id, rule) do nothing returning id)
insert into posting (movement_id, account, points)
select made.id, side.account, side.points from made,
  (values ($14::text, $16::bigint), ($15::text, -$16::bigint)) as side (account, points)
returning movement_id`;

/** Writes an entry; answers its id, `null` when its source, order and rule were booked before. */
export async function writeEntry(tx: Queryable, entry: Entry): Promise<string | null> {
  const rows = await tx.query<{ movement_id: string }>(INSERT, [
    randomUUID(),
    entry.kind,
    entry.source,
    entry.orderId,
    entry.rule,
    entry.personId,
    entry.t,
    entry.unit,
    entry.expiresAt ?? null,
    entry.slidingMs ?? null,
    entry.lotId ?? null,
    entry.reverses ?? null,
    entry.untrusted ?? false,
    entry.to,
    entry.from,
    entry.points,
  ]);
  return rows[0]?.movement_id ?? null;
}
