const FIRST_MS = 5000;
const LONGEST_MS = 6 * 3_600_000;

/** Tries of one message at one endpoint: with the waits below about three days. */
export const TRIES_MAX = 22;

/**
 * Wait before the next try, ms: doubling from 5 s to 6 hours, the upper half of it by chance, so that a shop that comes
 * back is not met by everything at once. Pure.
 * @param tries tries so far, from 1.
 * @param chance 0 to 1.
 */
export function retryWaitMs(tries: number, chance: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries - 1));
  return Math.round(ceiling * (0.5 + chance / 2));
}
