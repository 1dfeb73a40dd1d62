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

/** What moves, for whom and why. `source`, `orderId` and `rule` together are booked once. */
interface Cause {
  readonly kind: MovementKind;
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly personId: string;
  /** Above zero. */
  readonly points: number;
  /** Epoch ms. */
  readonly t: number;
  /** Epoch ms; none: the lot does not end. */
  readonly expiresAt?: number | null | undefined;
  /** The lot ends so long after its person's last act. */
  readonly slidingMs?: number | null | undefined;
  /** The movement that this one takes back. */
  readonly reverses?: string | undefined;
  /** Earned by the word of a browser. */
  readonly untrusted?: boolean | undefined;
}

/** Accounts of the shop; the other side of every movement. */
export type ShopAccount = 'liability' | 'redeemed' | 'expired' | 'reversed' | `pool:${string}`;

/** Points that a person gets: they open a lot. */
export interface Movement extends Cause {
  readonly against: ShopAccount;
  /** `points` (default), or a currency: minor units of credit. */
  readonly unit?: string | undefined;
  /** Waits for its order: it cannot be spent yet. */
  readonly pending?: boolean | undefined;
}

/** One line of the ledger: two postings that sum to zero. */
export interface Entry extends Cause {
  readonly to: string;
  readonly from: string;
  readonly unit: string;
  readonly lotId?: string | undefined;
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
