import type { Bucket } from '../options.ts';

/** Counts requests by name. */
export interface RateLimiter {
  /** Takes one token; answers 0, or the ms until there is one. */
  take(name: string, bucket: Bucket): number;
}

const NAMES_MAX = 20_000;

/** Token buckets in memory, the longest unused forgotten first. */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(name, { burst, perSecond }) {
      const at = now();
      const known = buckets.get(name);
      // A clock that went back must not take tokens away.
      const gained = known ? (Math.max(0, at - known.at) / 1000) * perSecond : 0;
      const tokens = known ? Math.min(burst, known.tokens + gained) : burst;
      buckets.delete(name);
      buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      if (buckets.size > NAMES_MAX) buckets.delete(buckets.keys().next().value ?? name);
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
    },
  };
}
