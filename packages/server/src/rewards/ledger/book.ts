import type { Queryable } from '../../db/database.ts';
import { repayDebt } from './debt.ts';
import { type MovementKind, writeEntry } from './entry.ts';

/** Accounts of the shop; the other side of every movement. */
export type ShopAccount = 'liability' | 'redeemed' | 'expired' | 'reversed' | `pool:${string}`;

/** Points that a person gets: they open a lot. `source`, `orderId` and `rule` together are booked once. */
export interface Movement {
  readonly kind: MovementKind;
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly personId: string;
  /** Above zero. */
  readonly points: number;
  readonly against: ShopAccount;
  /** Epoch ms. */
  readonly t: number;
  /** Epoch ms; none: the lot does not end. */
  readonly expiresAt?: number | null | undefined;
  /** The lot ends so long after its person's last act. */
  readonly slidingMs?: number | null | undefined;
  /** `points` (default), or a currency: minor units of credit. */
  readonly unit?: string | undefined;
  /** Waits for its order: it cannot be spent yet. */
  readonly pending?: boolean | undefined;
  /** Earned by the word of a browser. */
  readonly untrusted?: boolean | undefined;
  /** The movement that this one takes back. */
  readonly reverses?: string | undefined;
}

/**
 * Books points that a person gets; what the person owes is paid from them at once. Answers `false` when this source,
 * order and rule were booked before.
 */
export async function bookMovement(tx: Queryable, movement: Movement): Promise<boolean> {
  const { personId, points, against, pending = false, unit = 'points', t } = movement;
  const lotId = await writeEntry(tx, {
    ...movement,
    unit,
    to: `${pending ? 'pending' : 'person'}:${personId}`,
    from: against,
  });
  if (lotId === null) return false;
  if (!pending) await repayDebt(tx, { lotId, personId, points, unit, t });
  return true;
}
