import type { Campaign, Schedule } from '@regulars/schema';

/**
 * Why the schedule of a compiled campaign, which holds instants, keeps it back (`no-start`, `before`, `after`, what
 * `hours` says); `null`: it is open. `from` is included, `to` is not; what is not given compares as open.
 * @param hours asks days and hours by a calendar, which few documents need; without it nobody knows (`hours-unknown`).
 */
export function scheduleRefusal(
  { status, schedule = {} }: Campaign,
  now: number,
  hours?: (schedule: Schedule, now: number) => string | null,
): string | null {
  const { from, to, ...weekly } = schedule;
  if (status === 'scheduled' && !from) return 'no-start';
  if (from && now < Date.parse(from)) return 'before';
  if (to && now >= Date.parse(to)) return 'after';
  return weekly.days || weekly.hours ? (hours ? hours(schedule, now) : 'hours-unknown') : null;
}
