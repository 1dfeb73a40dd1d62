import type { Tier, Tiers } from '@regulars/schema';

/** Points earned at a time; what was reversed is taken off the earning itself. */
export interface EarnedPoints {
  /** Epoch ms. */
  readonly t: number;
  readonly points: number;
}

/** Where a person stands. */
export interface TierStanding {
  /** `null`: below the first tier. */
  readonly tier: Tier | null;
  /** Points earned in the window. */
  readonly points: number;
  readonly next: { readonly tier: Tier; readonly missing: number } | null;
  /** Epoch ms at which the tier goes unless more is earned; `null`: its points still count. */
  readonly keepUntil: number | null;
}

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 365;
const GRACE_DAYS = 30;

/**
 * The tier of whoever earned this: by points earned in the window, never by the balance. Whoever had enough points at any
 * moment of the days of grace keeps the tier. Pure.
 */
export function tierStanding(tiers: Tiers, earned: readonly EarnedPoints[], now: number): TierStanding {
  const windowMs = (tiers.windowDays ?? WINDOW_DAYS) * DAY_MS;
  const graceMs = (tiers.graceDays ?? GRACE_DAYS) * DAY_MS;
  const pointsAt = (at: number): number =>
    earned.reduce((sum, { t, points }) => (t <= at && t > at - windowMs ? sum + points : sum), 0);
  const points = pointsAt(now);
  // Sums rise only where something was earned: the highest of the grace stands at its start or at one of these.
  const moments = [
    now - graceMs,
    ...earned.map(({ t }) => t).filter((t) => t > now - graceMs && t <= now),
    now,
  ];
  const best = Math.max(...moments.map(pointsAt));
  const tier = reached(tiers, best);
  const next = tiers.levels.find(({ from }) => from > points && from > (tier?.from ?? -1)) ?? null;
  const inGrace = tier !== null && tier.from > points;
  return {
    tier,
    points,
    next: next && { tier: next, missing: next.from - points },
    keepUntil: inGrace ? lastMoment(tier.from, { earned, windowMs, now, pointsAt }) + graceMs : null,
  };
}

/** Tiers whose entry rewards are due when somebody rises from one tier to another; `null` is below the first. Pure. */
export function enteredTiers(tiers: Tiers, from: string | null, to: string | null): readonly Tier[] {
  const at = (id: string | null): number => tiers.levels.findIndex((level) => level.id === id);
  const risen = tiers.levels.slice(at(from) + 1, at(to) + 1);
  return tiers.skipped === 'highestOnly' ? risen.slice(-1) : risen;
}

function reached({ levels }: Tiers, points: number): Tier | null {
  return levels.findLast(({ from }) => from <= points) ?? null;
}

/** The moment at which the points of a tier ran out: an earning left the window. */
function lastMoment(
  from: number,
  {
    earned,
    windowMs,
    now,
    pointsAt,
  }: {
    readonly earned: readonly EarnedPoints[];
    readonly windowMs: number;
    readonly now: number;
    readonly pointsAt: (at: number) => number;
  },
): number {
  const ends = earned
    .map(({ t }) => t + windowMs)
    .filter((end) => end <= now && pointsAt(end - 1) >= from && pointsAt(end) < from);
  return ends.length > 0 ? Math.max(...ends) : now;
}
