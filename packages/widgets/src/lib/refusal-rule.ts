/** Reasons that have their own sentence; the rest share one. */
const reasons = new Set([
  'not-eligible',
  'already-played',
  'campaign-not-live',
  'out-of-stock',
  'token-invalid',
  'token-expired',
  'claimed-by-another',
  'rate-limited',
  'unavailable',
  'offline',
  'limit-reached',
  'region-not-allowed',
  'age-not-confirmed',
  'quiz-failed',
  'nickname-refused',
  'referral-refused',
  'not-enough-points',
]);

/** Key of the sentence that says why the backend, or the line, said no. */
export function refusalKey(reason: string): string {
  return `refused.${reasons.has(reason) ? reason : 'other'}`;
}
