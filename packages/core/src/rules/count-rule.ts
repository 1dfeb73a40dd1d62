import type { EventCount } from './profile.ts';

/**
 * How often something happened in the last days, each of 24 hours back from `now` (epoch ms): whole days are summed, and
 * of the day on which the window begins what came after its moment, as far as the latest times reach.
 */
export function countWithin(count: EventCount, now: number, withinDays: number): number {
  const from = now - withinDays * 864e5;
  const first = Math.floor(from / 864e5);
  return Object.entries(count.days).reduce(
    (sum, [day, times]) => sum + (Number(day) > first ? times : 0),
    (count.times ?? []).filter((t) => t > from && t < (first + 1) * 864e5).length,
  );
}
