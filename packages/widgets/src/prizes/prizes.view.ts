import type { Prize } from '../lib/reward-types.ts';

/** Less than this left is soon, ms: three days. */
const SOON_MS = 3 * 864e5;

/** What ends first comes first; what has no end comes last. */
export function sortPrizes(prizes: readonly Prize[]): readonly Prize[] {
  return [...prizes].sort((a, b) => (a.endsAt ?? Number.MAX_VALUE) - (b.endsAt ?? Number.MAX_VALUE));
}

/** Whether a prize ends soon; one without an end does not. */
export function endsSoon({ endsAt }: Pick<Prize, 'endsAt'>, now: number): boolean {
  return endsAt !== undefined && endsAt - now < SOON_MS;
}
