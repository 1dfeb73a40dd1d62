import { localDayNumber, localInstant } from '../../lib/calendar.ts';

const DAY_MS = 86_400_000;
/** A zone never skipped more than one day of its calendar (Apia 2011, Kwajalein 1993). */
const SKIP_MAX = 2;

/** In which zone days are told, and at which local time one begins (`HH:MM`, default midnight). */
export interface DayOptions {
  readonly zone: string;
  readonly dayStart?: string | undefined;
}

/** Calendar date (`2026-03-01`) of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Instant at which a day begins, epoch ms; a local time that a clock change skips is moved on by the skip. */
export function startOfDay(day: number, { zone, dayStart = '00:00' }: DayOptions): number {
  return localInstant(`${dateOfDay(day)}T${dayStart}`, zone);
}

/** Whether the zone had this day: Apia's 2011-12-30 never was. */
export function isRealDay(day: number, zone: string): boolean {
  return localDayNumber(localInstant(`${dateOfDay(day)}T12:00`, zone), zone) === day;
}

/** Number of the day to which an instant counts. An unknown zone throws `RangeError`. */
export function dayOf(t: number, options: DayOptions): number {
  const day = localDayNumber(t, options.zone);
  if (t >= startOfDay(day, options)) return day;
  let before = day - 1;
  while (before > day - SKIP_MAX && !isRealDay(before, options.zone)) before -= 1;
  return before;
}

/** The next day that the zone has. */
export function dayAfter(day: number, zone: string): number {
  let next = day + 1;
  while (next < day + SKIP_MAX && !isRealDay(next, zone)) next += 1;
  return next;
}

/** Real days strictly between two, counted to at most `max`. */
export function daysBetween(from: number, to: number, zone: string, max: number): number {
  let count = 0;
  for (let day = from + 1; day < to && count < max; day += 1) if (isRealDay(day, zone)) count += 1;
  return count;
}

/** Monday-based week number of a day; 1970-01-01 was a Thursday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** First day of a week number. */
export function firstDayOfWeek(week: number): number {
  return week * 7 - 3;
}
