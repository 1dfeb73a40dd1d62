import type { Session } from './session.ts';

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

/** Holds back a tenth of the time twice, 1 to 7 days each; `null`: less than four days of sessions. */
export function splitByTime(sessions: readonly Session[]): Split | null {
  const starts = sessions.map((session) => session.start);
  const first = starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = starts.reduce((most, start) => Math.max(most, start), Number.NEGATIVE_INFINITY);
  if (!(last - first >= 4 * dayMs)) return null;
  const days = Math.min(7, Math.max(1, Math.floor((last - first) / dayMs / 10)));
  const testFrom = last - days * dayMs;
  const chooseFrom = testFrom - days * dayMs;
  return {
    train: sessions.filter(({ start }) => start <= chooseFrom),
    choose: sessions.filter(({ start }) => start > chooseFrom && start <= testFrom),
    test: sessions.filter(({ start }) => start > testFrom),
    ...{ days, cuts: [chooseFrom, testFrom] as const },
  };
}
