import type { Tier } from '../lib/reward-types.ts';

/** How far from the tier to the next, 0 to 1; 1: there is no next. */
export function tierShare({ current, next, points, levels }: Tier): number {
  if (!next) return 1;
  const from = levels.find(({ id }) => id === current?.id)?.from ?? 0;
  const to = levels.find(({ id }) => id === next.id)?.from ?? from + next.missing;
  return to > from ? Math.min(1, Math.max(0, (points - from) / (to - from))) : 0;
}
