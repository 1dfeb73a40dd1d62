import { localDayNumber, localInstant } from '../lib/calendar.ts';

const dateOf = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);

/**
 * Beginning (epoch ms) of the day, week or month that an instant lies in, on the calendar of a zone.
 * An unknown zone throws `RangeError`.
 */
export function windowStart(
  per: 'day' | 'week' | 'month',
  now: number,
  {
    zone,
    weekStart = 'monday',
  }: { readonly zone: string; readonly weekStart?: 'monday' | 'sunday' | undefined },
): number {
  const today = localDayNumber(now, zone);
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (today + (weekStart === 'monday' ? 3 : 4)) % 7;
  const first =
    per === 'day' ? today : per === 'week' ? today - weekday : today - Number(dateOf(today).slice(8)) + 1;
  return localInstant(`${dateOf(first)}T00:00`, zone);
}
