import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read anew; prevented: what stands there stays. */
export type StreakRefreshEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-streak-refresh': StreakRefreshEvent;
  }
}
