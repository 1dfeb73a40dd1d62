import type { JourneyOptions } from './journey-room.ts';
import type { Keeper } from './keeper.ts';

/** The keeper of visits and profile, fetched with the first events or the first look that may use it. */
export interface LateKeeper {
  /** `undefined`: not fetched yet. */
  now(): Keeper | undefined;
  /** Rejects when it cannot be had; the next call tries again. `undefined`: nobody wants it, or no purpose covers it. */
  fetch(): Promise<Keeper | undefined>;
}

/** Builds it; `onFetched` runs once it is there: what waits for it counts from then on. */
export function createLateKeeper(
  { fold: load, consent: { allows }, session: begins }: Pick<JourneyOptions, 'fold' | 'consent' | 'session'>,
  onFetched: () => void,
): LateKeeper {
  let keeper: Keeper | undefined;
  return {
    now: () => keeper,
    async fetch() {
      if (!load || !(allows('functional') || allows('personalization'))) return undefined;
      if (keeper) return keeper;
      const [fold, { createKeeper }] = await Promise.all([load(), import('./create-keeper.ts')]);
      if (!keeper) {
        keeper = createKeeper({ fold, allows, begins });
        onFetched();
      }
      return keeper;
    },
  };
}
