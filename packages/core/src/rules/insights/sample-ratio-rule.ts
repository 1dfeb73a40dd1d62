/** Chi-square at p = 0.001 by degrees of freedom, 1 to 9. */
const CRITICAL = [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877];

/** Whether people spread over the arms as they should. */
export interface SampleRatio {
  readonly chiSquare: number;
  /** The counts do not fit the shares (p < 0.001): results are not to be believed. */
  readonly isOff: boolean;
}

/**
 * Checks the counts of arms against their shares by chi-square; `null` with fewer than two arms or 10 people.
 * @param shares weights of any sum, one per count; an arm of share 0 is left out.
 */
export function sampleRatio(counts: readonly number[], shares: readonly number[]): SampleRatio | null {
  const arms = counts
    .map((count, at) => ({ count, share: shares[at] ?? 0 }))
    .filter(({ share }) => share > 0);
  const people = arms.reduce((sum, { count }) => sum + count, 0);
  const whole = arms.reduce((sum, { share }) => sum + share, 0);
  if (arms.length < 2 || people < 10) return null;
  const chiSquare = arms.reduce((sum, { count, share }) => {
    const expected = (people * share) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const limit = CRITICAL[Math.min(arms.length - 1, CRITICAL.length) - 1] ?? 0;
  return { chiSquare, isOff: chiSquare > limit };
}
