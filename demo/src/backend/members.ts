import { parseInstant } from '@regulars/core/rules';
import type { ProgramDocument } from '@regulars/schema';

/** What the shop knows of a signed-in customer from Regulars. */
export interface Standing {
  /** Id of the tier; `null`: none. */
  readonly tier: string | null;
  /** Points that can be spent now. */
  readonly points: number;
  /** Early-access doors that are open for this customer. */
  readonly doors: readonly string[];
}

/** Percent that the shop takes off for a tier: the perk the programme promises. */
const memberPercent: Readonly<Record<string, number>> = { sprout: 5, tree: 10 };

/** What is sold behind a door of the programme first. */
const behindDoors: Readonly<Record<string, string>> = { 'par-804': 'winter-sill' };

/** Percent off for a customer; 0: none. */
export function percentOff(standing: Standing | undefined): number {
  return memberPercent[standing?.tier ?? ''] ?? 0;
}

/** The price that a member pays, minor units. */
export function memberPrice(price: number, percent: number): number {
  return Math.round((price * (100 - percent)) / 100);
}

/** Whether a product waits behind a door, and for whom it is open. */
export interface Door {
  readonly open: boolean;
  /** From then on everybody may buy it, epoch ms. */
  readonly until: number;
}

/** The door that a product stands behind now; `undefined`: it is for everybody. */
export function doorOf(
  productId: string,
  program: Pick<ProgramDocument, 'earlyAccess' | 'zone'>,
  { standing, now }: { readonly standing: Standing | undefined; readonly now: number },
): Door | undefined {
  const door = program.earlyAccess?.find(({ id }) => id === behindDoors[productId]);
  const until = door === undefined ? null : parseInstant(door.to, program.zone);
  if (door === undefined || until === null || until <= now) return undefined;
  return { open: standing?.doors.includes(door.id) === true, until };
}

/** Points as money at the checkout. */
export interface PointsOffer {
  readonly points: number;
  /** What they pay, minor units. */
  readonly value: number;
}

/** The most points of `balance` that may pay for an order of `due` minor units; `undefined`: too few, or none may. */
export function pointsFor(
  due: number,
  balance: number,
  { spend }: Pick<ProgramDocument, 'spend'>,
): PointsOffer | undefined {
  const terms = spend?.checkout;
  if (terms === undefined) return undefined;
  const steps = Math.floor(Math.min(balance / terms.points, (due * (terms.maxShare ?? 1)) / terms.value));
  const points = steps * terms.points;
  if (steps < 1 || points < (terms.minPoints ?? 1)) return undefined;
  return { points, value: steps * terms.value };
}
