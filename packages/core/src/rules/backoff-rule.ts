const BASE_MS = 1000;

/** Longest wait that a failure or a server may impose; a stored one beyond it is void. */
export const MAX_BACKOFF_MS = 300_000;

/**
 * Wait before the next try, ms: full jitter over a doubling ceiling from 1 s to 5 min.
 * Source: AWS Architecture Blog, "Exponential Backoff And Jitter".
 * @param fails failures in a row, from 1.
 * @param chance 0 to 1.
 */
export function backoffMs(fails: number, chance: number): number {
  return Math.round(chance * Math.min(MAX_BACKOFF_MS, BASE_MS * 2 ** (fails - 1)));
}
