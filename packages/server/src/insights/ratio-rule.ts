/** What one visitor did with a list: how often cards could be seen, and what came of it. */
export interface VisitorCount {
  readonly views: number;
  readonly goals: number;
}

/** Goals per view with its 95 % interval; ratios. */
export interface Ratio {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Standard error. */
  readonly error: number;
}

const Z = 1.959964;

/**
 * Goals per view over visitors; `null` without views. The interval counts visitors, not views: one visitor's views
 * hang together, so that views alone would promise too much. Source: delta method for a ratio of means, such as in
 * Deng, Knoblich, Lu 2018.
 */
export function ratioOf(visitors: readonly VisitorCount[]): Ratio | null {
  const count = visitors.length;
  const views = visitors.reduce((sum, one) => sum + one.views, 0);
  if (views <= 0) return null;
  const rate = visitors.reduce((sum, one) => sum + one.goals, 0) / views;
  const squares = visitors.reduce((sum, one) => sum + (one.goals - rate * one.views) ** 2, 0);
  const error = count < 2 ? Number.POSITIVE_INFINITY : Math.sqrt((squares * count) / (count - 1)) / views;
  return { rate, error, low: Math.max(0, rate - Z * error), high: rate + Z * error };
}

/** Ratio of one arm minus that of another, with its 95 % interval; `null` where one has no views. */
export function ratioDifference(
  one: Ratio | null,
  other: Ratio | null,
): { readonly difference: number; readonly low: number; readonly high: number } | null {
  if (!one || !other) return null;
  const difference = one.rate - other.rate;
  const spread = Z * Math.hypot(one.error, other.error);
  return { difference, low: difference - spread, high: difference + spread };
}
