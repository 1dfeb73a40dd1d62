import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read anew; prevented: what stands there stays. */
export type TierRefreshEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-tier-refresh': TierRefreshEvent;
  }
}
