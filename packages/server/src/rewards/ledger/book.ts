import type { Queryable } from '../../db/database.ts';
import { repayDebt } from './debt.ts';
import { type Movement, writeEntry } from './entry.ts';

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
