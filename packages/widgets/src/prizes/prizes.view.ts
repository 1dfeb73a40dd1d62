import { formatDay } from '../lib/format-money.ts';
import type { Prize } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';

/** When something ends, in words. */
export interface EndShow {
  readonly day: string;
  /** `in 3 days`. */
  readonly left: string;
  /** Less than three days. */
  readonly soon: boolean;
}

/** What ends first comes first; what has no end comes last. */
export function sortPrizes(prizes: readonly Prize[]): readonly Prize[] {
  return [...prizes].sort((a, b) => (a.endsAt ?? Number.MAX_VALUE) - (b.endsAt ?? Number.MAX_VALUE));
}

/** The end of a prize as day and as time left; `null`: it has none. */
export function endsIn(endsAt: number | undefined, lang: string, now: number): EndShow | null {
  if (endsAt === undefined) return null;
  return { day: formatDay(endsAt, lang), left: timeLeft(endsAt - now, lang), soon: endsAt - now < 3 * 864e5 };
}
