import { availablePoints, planSpend } from '@regulars/core/rules';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { lockPerson } from './lock-person.ts';
import { bookDraws, type DrawBooking, withLots } from './lots.ts';
import { settle } from './settle.ts';

/** A payment with points. The caller makes sure that one wish is paid once. */
export interface Payment extends Omit<DrawBooking, 'kind'> {
  readonly kind: 'spent' | 'reversed';
  readonly personId: string;
  /** Above zero. */
  readonly points: number;
  /** `points` (default), or the currency of credit. */
  readonly unit?: string | undefined;
}

/** Takes points from a person's lots, what ends first first. Answers the points left, `null` when there are not enough. */
export async function takePoints(
  tx: Queryable,
  context: Pick<ServerContext, 'program'>,
  payment: Payment,
): Promise<number | null> {
  const { personId, points, unit = 'points', ...booking } = payment;
  const owner = await lockPerson(tx, personId);
  const lots = (await settle(tx, context, owner, booking.t)).filter(
    (lot) => !lot.pending && lot.unit === unit,
  );
  const plan = planSpend(lots, points, booking.t);
  if (plan.missing > 0) return null;
  await bookDraws(tx, withLots(lots, plan.draws), booking);
  return availablePoints(lots, booking.t) - points;
}
