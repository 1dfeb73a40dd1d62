/** What visitors did with a list: sums over visitors, each with how often cards could be seen and what came of it. */
export interface VisitorSums {
  readonly visitors: number;
  readonly views: number;
  readonly goals: number;
  /** Sums of squares and of the product of both. */
  readonly viewsViews: number;
  readonly goalsGoals: number;
  readonly goalsViews: number;
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
export function ratioOf({ visitors, views, goals, ...sums }: VisitorSums): Ratio | null {
  if (views <= 0) return null;
  const rate = goals / views;
  // Sum of (goals - rate × views)² over visitors, multiplied out; arithmetic may leave a hair below zero.
  const squares = sums.goalsGoals - 2 * rate * sums.goalsViews + rate * rate * sums.viewsViews;
  const error =
    visitors < 2
      ? Number.POSITIVE_INFINITY
      : Math.sqrt((Math.max(0, squares) * visitors) / (visitors - 1)) / views;
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
