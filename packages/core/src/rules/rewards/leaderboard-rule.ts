import type { Leaderboard } from '@regulars/schema';
import { localDayNumber } from '../../lib/calendar.ts';
import { firstDayOfWeek, startOfDay, weekOf } from './day-rule.ts';

const DAY_MS = 86_400_000;

/** What a person reached. */
export interface Score {
  readonly id: string;
  readonly score: number;
  /** When the score was reached, epoch ms. */
  readonly reachedAt: number;
}

/** Places by score; whoever reached an equal score first stands before, then the smaller id. Pure. */
export function rankScores<T extends Score>(
  scores: readonly T[],
): readonly (T & { readonly rank: number })[] {
  return [...scores]
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.reachedAt - b.reachedAt || (a.id < b.id ? -1 : 1))
    .map((each, index) => ({ ...each, rank: index + 1 }));
}

/** First and next-after-last instant of a leaderboard's window, epoch ms; `null`: no end. Pure. */
export function boardWindow(
  window: Leaderboard['window'],
  now: number,
  zone: string,
): { readonly from: number; readonly to: number | null } {
  if (window === 'all') return { from: 0, to: null };
  const today = localDayNumber(now, zone);
  if (window === 'week') {
    const week = weekOf(today);
    return {
      from: startOfDay(firstDayOfWeek(week), { zone }),
      to: startOfDay(firstDayOfWeek(week + 1), { zone }),
    };
  }
  const date = new Date(today * DAY_MS);
  const monthStart = (ahead: number): number =>
    startOfDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1) / DAY_MS, { zone });
  return { from: monthStart(0), to: monthStart(1) };
}
