import type { Anniversary, Birthday } from '@regulars/schema';
import { localDayNumber } from '../../lib/calendar.ts';
import { startOfDay } from './day-rule.ts';

const DAY_MS = 86_400_000;
/** A server that was away for less than this still gives what fell due meanwhile. */
const CATCH_UP_DAYS = 6;
/** Nobody has two birthdays in a year, whatever is edited over New Year. */
const BETWEEN_DAYS = 330;

/** A birthday as people tell it: no year. */
export interface MonthDay {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Reads `MM-DD`; `null` when there is no such day in a leap year. */
export function readMonthDay(text: string): MonthDay | null {
  const found = /^(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const month = Number(found[1]);
  const day = Number(found[2]);
  const real = new Date(Date.UTC(2024, month - 1, day));
  return month >= 1 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? { month, day } : null;
}

/** Day number of a birthday in a year; 29 February moves in years that have none. Pure. */
export function birthdayIn(
  year: number,
  { month, day }: MonthDay,
  leapDay: Birthday['leapDay'] = 'feb28',
): number {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const moves = month === 2 && day === 29 && !isLeap;
  const at = moves
    ? leapDay === 'mar1'
      ? Date.UTC(year, 2, 1)
      : Date.UTC(year, 1, 28)
    : Date.UTC(year, month - 1, day);
  return at / DAY_MS;
}

/**
 * The year for which a birthday gift is due now; `null`: none is. It falls due on the day in the program's zone and for six
 * days after; one a year, at least 330 days apart, and only when the date was known in time. Pure.
 */
export function dueBirthday(
  who: {
    readonly born: MonthDay;
    /** When this date was given, epoch ms. */
    readonly setAt: number;
    /** Epoch ms of the last gift; `null`: none. */
    readonly lastGiftAt: number | null;
  },
  rule: Pick<Birthday, 'leapDay' | 'noticeDays'>,
  { now, zone }: { readonly now: number; readonly zone: string },
): number | null {
  const today = localDayNumber(now, zone);
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  // In the first days of January the birthday may have been in December.
  for (const year of [thisYear, thisYear - 1]) {
    const day = birthdayIn(year, who.born, rule.leapDay);
    if (today < day || today > day + CATCH_UP_DAYS) continue;
    const knownBy = startOfDay(day + 1 - (rule.noticeDays ?? 0), { zone });
    if (who.setAt >= knownBy) return null;
    if (who.lastGiftAt === null) return year;
    const last = localDayNumber(who.lastGiftAt, zone);
    const sameYear = new Date(last * DAY_MS).getUTCFullYear() === year;
    return sameYear || day - last < BETWEEN_DAYS ? null : year;
  }
  return null;
}

/**
 * Which anniversary is due now, by number (1: the first); `null`: none is. It falls due on its day in the program's zone and
 * for six days after: years that were never celebrated are not made up for. Pure.
 */
export function dueAnniversary(
  since: number,
  after: Anniversary['after'],
  { now, zone }: { readonly now: number; readonly zone: string },
): number | null {
  const today = localDayNumber(now, zone);
  const first = localDayNumber(since, zone);
  if ('days' in after) return isDue(today, first + after.days) ? 1 : null;
  const start = new Date(first * DAY_MS);
  const born = { month: start.getUTCMonth() + 1, day: start.getUTCDate() };
  const years = new Date(today * DAY_MS).getUTCFullYear() - start.getUTCFullYear();
  for (const passed of [years, years - 1]) {
    const nth = passed / after.years;
    if (
      nth >= 1 &&
      Number.isInteger(nth) &&
      isDue(today, birthdayIn(start.getUTCFullYear() + passed, born))
    ) {
      return nth;
    }
  }
  return null;
}

const isDue = (today: number, day: number): boolean => today >= day && today <= day + CATCH_UP_DAYS;
