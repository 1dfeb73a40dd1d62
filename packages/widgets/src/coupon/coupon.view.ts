import type { Prize } from '../lib/reward-types.ts';

/** The coupon that ends first; one whose code is there comes before one that must be collected. */
export function nextCoupon(prizes: readonly Prize[]): Prize | null {
  const rank = ({ code, endsAt }: Prize): readonly number[] => [code ? 0 : 1, endsAt ?? Number.MAX_VALUE];
  const usable = prizes.filter(({ code, claimToken }) => code || claimToken);
  const [first] = [...usable].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
  });
  return first ?? null;
}
