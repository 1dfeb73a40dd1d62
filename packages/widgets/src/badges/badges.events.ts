import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read anew; prevented: what stands there stays. */
export type BadgesRefreshEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-badges-refresh': BadgesRefreshEvent;
  }
}
