import { createHmac } from 'node:crypto';

/** Letters and digits that nobody takes for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * A code of a pattern: each `#` becomes one of 32 signs. Made from the claim's id and a secret, so that the same claim gets
 * the same code and nobody can guess another. Pure.
 */
export function codeFrom(pattern: string, secret: string, claimId: string): string {
  // 40 signs of a pattern at most, and 64 bytes: the low five bits of each are even over 32 signs.
  const bytes = createHmac('sha512', secret).update(`coupon:${claimId}`).digest();
  let at = 0;
  return pattern.replace(/#/g, () => SIGNS[(bytes[at++] ?? 0) % SIGNS.length] ?? '2');
}
