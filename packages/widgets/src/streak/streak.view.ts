import { noonOf } from '../lib/noon-rule.ts';
import type { Streak } from '../lib/reward-types.ts';

/** One day of the row. */
export interface DayShow {
  /** Short name of the weekday. */
  readonly name: string;
  /** The day in words. */
  readonly day: string;
  readonly state: Streak['days'][number]['state'];
}

/** The last seven days with their names in a locale; a day is a day of the calendar, in no zone. */
export function streakDays({ days }: Streak, locale: string): readonly DayShow[] {
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.slice(-7).map(({ date, state }) => {
    const noon = noonOf(date);
    return { name: short.format(noon), day: long.format(noon), state };
  });
}

/** Key and date of the sentence that says what keeps the streak. */
export function streakKeep(
  { count, doneNow, keepUntil, every }: Streak,
  locale: string,
): { readonly key: string; readonly date: string } {
  if (count === 0 || keepUntil === undefined) return { key: 'streak.begin', date: '' };
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  return { key: doneNow ? `streak.done-${every}` : 'streak.keep', date: format.format(keepUntil) };
}
