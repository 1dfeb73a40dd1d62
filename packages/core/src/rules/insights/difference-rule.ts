/** People of one arm, and how many of them reached the goal. */
export interface ArmCount {
  readonly people: number;
  readonly goals: number;
}

/** Difference of two rates with its 95 % interval; ratios from -1 to 1. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;
/** Normal quantile of 80 % power. */
const POWER_Z = 0.841621;

/** Wilson score interval of a rate; `[0, 1]` without people. Source: Wilson 1927. */
export function rateInterval({ people, goals }: ArmCount): readonly [low: number, high: number] {
  if (people <= 0) return [0, 1];
  const rate = goals / people;
  const z2 = Z * Z;
  const middle = rate + z2 / (2 * people);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / people + z2 / (4 * people * people));
  const scale = 1 + z2 / people;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

/** Rate of one arm minus that of another, with Newcombe's interval (his method 10, 1998); `null` without people. */
export function differenceOf(one: ArmCount, other: ArmCount): Difference | null {
  if (one.people <= 0 || other.people <= 0) return null;
  const [p1, p2] = [one.goals / one.people, other.goals / other.people];
  const [low1, high1] = rateInterval(one);
  const [low2, high2] = rateInterval(other);
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - low1, high2 - p2),
    high: difference + Math.hypot(high1 - p1, p2 - low2),
  };
}

/**
 * Days of the same traffic until a difference like the present one would be proven with 80 % power; `null`: there is none
 * to prove yet. Rounded up, at least 1.
 */
export function daysToProof(one: ArmCount, other: ArmCount, days: number): number | null {
  const found = differenceOf(one, other);
  if (!found || found.difference === 0 || days <= 0) return null;
  const [p1, p2] = [one.goals / one.people, other.goals / other.people];
  const needed = ((Z + POWER_Z) ** 2 * (p1 * (1 - p1) + p2 * (1 - p2))) / found.difference ** 2;
  const smaller = Math.min(one.people, other.people);
  return Math.max(1, Math.ceil(((needed - smaller) / smaller) * days));
}
