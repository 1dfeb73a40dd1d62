import type { Schedule } from '../campaign.ts';
import { isZone, readZonedTime, scheduleZone } from '../zoned-time.ts';
import { type Finding, show } from './explain-issue.ts';

type Path = readonly PropertyKey[];

/** A time zone that nobody knows. */
export const explainZone = (zone: string, path: Path): Finding => ({
  code: 'unknown-zone',
  path,
  what: show(zone),
  why: 'No time zone has this name, so days and schedules could not be told.',
  fix: 'Write an IANA name such as "Europe/Sofia".',
});

/** Mistakes of a schedule that stands at `path`; `zone` is the document's. */
export function checkSchedule(schedule: Schedule | undefined, zone: string, path: Path): readonly Finding[] {
  if (!schedule) return [];
  const place = scheduleZone(schedule, zone);
  if (!isZone(place)) return place === zone ? [] : [explainZone(place, [...path, 'zone'])];
  const read = (text: string | undefined): number | null =>
    text === undefined ? null : readZonedTime(text, place);
  const wrong = (['from', 'to'] as const).filter(
    (key) => schedule[key] !== undefined && read(schedule[key]) === null,
  );
  const from = read(schedule.from);
  const to = read(schedule.to);
  return [
    ...wrong.map((key) => ({
      code: 'bad-time',
      path: [...path, key],
      what: show(schedule[key]),
      why: 'This is no date or time of the calendar.',
      fix: 'Write "2026-03-20T00:00" (local time in the zone) or an instant with offset.',
    })),
    ...(schedule.hours && schedule.hours.from === schedule.hours.to
      ? [
          {
            code: 'no-hours',
            path: [...path, 'hours', 'to'],
            what: `${schedule.hours.from} to ${schedule.hours.to}`,
            why: 'From and to are the same, which reads as the whole day as well as as nothing.',
            fix: 'Remove "hours" for the whole day, or move one of them.',
          },
        ]
      : []),
    ...(from !== null && to !== null && to <= from
      ? [
          {
            code: 'ends-before-start',
            path: [...path, 'to'],
            what: `${schedule.from} to ${schedule.to}`,
            why: 'The end is not after the start, so this would never hold.',
            fix: 'Swap the two, or move the end.',
          },
        ]
      : []),
  ];
}
