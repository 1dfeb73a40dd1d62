import { type Lot, slideExpiry } from '@regulars/core/rules';
import type { Queryable } from '../../db/database.ts';
import type { ShopAccount } from './entry.ts';
import { type MovementKind, writeEntry } from './entry.ts';
import { PERSONS } from './persons.ts';

/** A lot with what is left of it and where it stands. */
export interface StoredLot extends Lot {
  readonly account: string;
  readonly personId: string;
  readonly unit: string;
  /** Cannot be spent yet. */
  readonly pending: boolean;
  readonly orderId: string;
  /** Epoch ms at which a pending lot becomes available; `null`: it waits for the shop's word. */
  readonly availableAt: number | null;
}

interface LotRow {
  readonly id: string;
  readonly person_id: string;
  readonly account: string;
  readonly unit: string;
  readonly t: number;
  readonly points: number;
  readonly expires_at: number | null;
  readonly sliding_ms: number | null;
  readonly order_id: string;
  readonly points_at: number | null;
}

const LOTS = `select m.id, m.person_id, p.account, m.unit, m.t, m.expires_at, m.sliding_ms, m.order_id, o.points_at,
  (p.points + coalesce(sum(dp.points), 0))::bigint as points
from movement m
join posting p on p.movement_id = m.id and p.points > 0
  and p.account in ('person:' || m.person_id, 'pending:' || m.person_id)
left join movement d on d.lot_id = m.id
left join posting dp on dp.movement_id = d.id and dp.account = p.account
left join shop_order o on m.source = 'order' and o.order_id = m.order_id
where m.person_id in (${PERSONS})
group by m.id, p.account, p.points, o.points_at
having p.points + coalesce(sum(dp.points), 0) > 0
order by m.seq`;

/** Lots of a person that have something left, ended ones too, in the order in which they came. */
export async function readLots(tx: Queryable, personId: string): Promise<readonly StoredLot[]> {
  const rows = await tx.query<LotRow>(LOTS, [personId]);
  const acts = rows.some(({ sliding_ms }) => sliding_ms !== null) ? await readActs(tx, personId) : [];
  return rows.map((row) => ({
    id: row.id,
    points: row.points,
    openedAt: row.t,
    expiresAt:
      row.sliding_ms === null
        ? row.expires_at
        : slideExpiry({ openedAt: row.t, slidingMs: row.sliding_ms }, acts),
    account: row.account,
    personId: row.person_id,
    unit: row.unit,
    pending: row.account.startsWith('pending:'),
    orderId: row.order_id,
    availableAt: row.points_at,
  }));
}

/** Times of earning and spending, which keep sliding points alive. */
async function readActs(tx: Queryable, personId: string): Promise<readonly number[]> {
  const rows = await tx.query<{ t: number }>(
    `select distinct t from movement where person_id in (${PERSONS}) and kind in ('earned', 'won', 'given', 'spent', 'released')`,
    [personId],
  );
  return rows.map(({ t }) => t);
}

/** What a set of draws is booked as. */
export interface DrawBooking {
  readonly kind: MovementKind;
  readonly source: string;
  readonly orderId: string;
  readonly rule: string;
  readonly against: ShopAccount;
  readonly t: number;
  readonly reverses?: string | undefined;
}

/** Books draws on lots, one movement each. */
export async function bookDraws(
  tx: Queryable,
  draws: readonly { readonly lot: StoredLot; readonly points: number }[],
  booking: DrawBooking,
): Promise<void> {
  for (const { lot, points } of draws) {
    await writeEntry(tx, {
      ...booking,
      rule: `${booking.rule}:${lot.id}`,
      personId: lot.personId,
      points,
      to: booking.against,
      from: lot.account,
      unit: lot.unit,
      lotId: lot.id,
    });
  }
}

/** Draws of a plan with the lots they are on. */
export function withLots(
  lots: readonly StoredLot[],
  draws: readonly { readonly lotId: string; readonly points: number }[],
): readonly { readonly lot: StoredLot; readonly points: number }[] {
  return draws.flatMap(({ lotId, points }) => {
    const lot = lots.find(({ id }) => id === lotId);
    return lot ? [{ lot, points }] : [];
  });
}
