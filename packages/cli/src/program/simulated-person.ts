import type { EarnedPoints } from '@regulars/core/rules';

/** A customer in a simulation; its lots change as orders go by. */
export interface Person {
  orders: number;
  revenue: number;
  tier: string | null;
  readonly earned: EarnedPoints[];
  lots: { points: number; endsAt: number }[];
}

/** Points to spend. */
export function balanceOf({ lots }: Person): number {
  return lots.reduce((sum, { points }) => sum + points, 0);
}

/** Takes points, what ends first first; answers how many there were. */
export function spend(person: Person, wanted: number): number {
  let left = wanted;
  for (const lot of person.lots.sort((a, b) => a.endsAt - b.endsAt)) {
    const taken = Math.min(left, lot.points);
    lot.points -= taken;
    left -= taken;
  }
  person.lots = person.lots.filter(({ points }) => points > 0);
  return wanted - left;
}

/** Ends lots whose time is over; answers the points that were left of them. */
export function expire(person: Person, now: number): number {
  const gone = person.lots.filter(({ endsAt }) => endsAt <= now).reduce((sum, { points }) => sum + points, 0);
  person.lots = person.lots.filter(({ endsAt }) => endsAt > now);
  return gone;
}
