import type { Session } from './session.ts';
import { sessionsOf } from './sessions.ts';

const dayMs = 86_400_000;

/** Sessions before, between and after two cuts; a session belongs to where it started. */
export interface Split {
  readonly train: readonly Session[];
  /** Chooses the settings. */
  readonly choose: readonly Session[];
  /** Measures them. */
  readonly test: readonly Session[];
  /** Length of `choose` and of `test`. */
  readonly days: number;
  /** Epoch ms: sessions of `train` began by the first, those of `train` and `choose` by the second. */
  readonly cuts: readonly [chooseFrom: number, testFrom: number];
}

/** Where to cut: a tenth of the time is held back twice, 1 to 7 days each; `null`: less than four days of sessions. */
export function cutByTime(first: number, last: number): Pick<Split, 'days' | 'cuts'> | null {
  if (!(last - first >= 4 * dayMs)) return null;
  const days = Math.min(7, Math.max(1, Math.floor((last - first) / dayMs / 10)));
  const testFrom = last - days * dayMs;
  return { days, cuts: [testFrom - days * dayMs, testFrom] };
}

/** Splits sessions that are in memory; `null`: less than four days of them. */
export function splitByTime(sessions: readonly Session[]): Split | null {
  const { first, last } = sessionsOf(sessions);
  const found = cutByTime(first, last);
  if (!found) return null;
  const [chooseFrom, testFrom] = found.cuts;
  return {
    train: sessions.filter(({ start }) => start <= chooseFrom),
    choose: sessions.filter(({ start }) => start > chooseFrom && start <= testFrom),
    test: sessions.filter(({ start }) => start > testFrom),
    ...found,
  };
}
