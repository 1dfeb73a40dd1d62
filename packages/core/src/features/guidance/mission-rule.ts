import type { Mission } from '@regulars/schema';
import type { Profile } from '../../rules/profile.ts';
import type { MissionProgress } from '../guidance-view.ts';

/** How often the event of each mission was seen, by mission. */
export type MissionCounts = Readonly<Record<string, number>>;

/** Counts one event for the missions that wait for it; the same object when none does. */
export function countEvent(
  missions: readonly Mission[],
  counts: MissionCounts,
  event: string,
): MissionCounts {
  const met = missions.filter((one) => one.event === event && (counts[one.id] ?? 0) < (one.count ?? 1));
  return met.length === 0
    ? counts
    : { ...counts, ...Object.fromEntries(met.map(({ id }) => [id, (counts[id] ?? 0) + 1])) };
}

/** What is known of the missions: the journey's counts where the visitor lets it be kept, else what was seen here. */
export function joinCounts(
  missions: readonly Mission[],
  counts: MissionCounts,
  journey: Profile['counts'],
): MissionCounts {
  const totals: Readonly<Record<string, { readonly total: number } | undefined>> = journey;
  return Object.fromEntries(
    missions.map(({ id, event, count = 1 }) => {
      const told = Object.hasOwn(totals, event) ? (totals[event]?.total ?? 0) : 0;
      return [id, Math.min(count, Math.max(counts[id] ?? 0, told))];
    }),
  );
}

/** Progress to show, in the order of the missions. */
export function progressOf(missions: readonly Mission[], counts: MissionCounts): readonly MissionProgress[] {
  return missions.map(({ id, count: goal = 1 }) => ({ id, goal, count: Math.min(goal, counts[id] ?? 0) }));
}

/** Whether every mission is done. */
export function isFinished(progress: readonly MissionProgress[]): boolean {
  return progress.every(({ count, goal }) => count >= goal);
}
