import type { Fold } from '../rules/profile.ts';

/** The fold of the profile, fetched with the first event that a profile is kept of: nobody else needs it. */
export interface LateFold {
  /** Somebody reads a profile. */
  readonly isWanted: boolean;
  /** `undefined`: not fetched yet. */
  now(): Fold | undefined;
  /** Rejects when it cannot be had; the next call tries again. `undefined`: nobody wants it. */
  fetch(): Promise<Fold | undefined>;
}

/** Builds it; `onFetched` runs once it is there: what waits for it counts from then on. */
export function createLateFold(load: (() => Promise<Fold>) | undefined, onFetched: () => void): LateFold {
  let fold: Fold | undefined;
  return {
    isWanted: load !== undefined,
    now: () => fold,
    async fetch() {
      const found = fold ?? (await load?.());
      const isNew = !fold && found;
      fold = found;
      if (isNew) onFetched();
      return fold;
    },
  };
}
