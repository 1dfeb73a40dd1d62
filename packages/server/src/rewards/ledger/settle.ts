import { expiredDraws, expiryOf } from '@regulars/core/rules';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { repayDebt } from './debt.ts';
import { writeEntry } from './entry.ts';
import { bookDraws, readLots, type StoredLot, withLots } from './lots.ts';

/** How points that become available now end. */
export function endOfLot(
  { program }: Pick<ServerContext, 'program'>,
  t: number,
): { readonly expiresAt: number | null; readonly slidingMs: number | null } {
  const { expiry, zone } = program;
  const expiresAt = expiryOf(t, expiry, zone);
  return { expiresAt, slidingMs: expiry?.model === 'sliding' && expiresAt !== null ? expiresAt - t : null };
}

/**
 * Brings a locked person's ledger up to now: points whose return window is over become available, what is owed is paid from
 * them, what ended is booked as ended. Answers the lots that are left.
 */
export async function settle(
  tx: Queryable,
  context: Pick<ServerContext, 'program'>,
  personId: string,
  now: number,
): Promise<readonly StoredLot[]> {
  const lots = await readLots(tx, personId);
  const due = lots.filter((lot) => lot.pending && lot.availableAt !== null && lot.availableAt <= now);
  for (const lot of due) await release(tx, context, lot);
  const current = due.length > 0 ? await readLots(tx, personId) : lots;
  const ended = expiredDraws(
    current.filter((lot) => !lot.pending),
    now,
  );
  await bookDraws(tx, withLots(current, ended), {
    kind: 'expired',
    source: 'expiry',
    orderId: personId,
    rule: 'expiry',
    against: 'expired',
    t: now,
  });
  const gone = new Set(ended.map(({ lotId }) => lotId));
  return current.filter((lot) => !gone.has(lot.id));
}

async function release(
  tx: Queryable,
  context: Pick<ServerContext, 'program'>,
  lot: StoredLot,
): Promise<void> {
  const { id, personId, points, unit } = lot;
  const t = lot.availableAt ?? lot.openedAt;
  const lotId = await writeEntry(tx, {
    kind: 'released',
    source: 'release',
    orderId: id,
    rule: 'release',
    personId,
    points,
    to: `person:${personId}`,
    from: lot.account,
    t,
    unit,
    lotId: id,
    ...endOfLot(context, t),
  });
  if (lotId !== null) await repayDebt(tx, { lotId, personId, points, unit, t });
}
