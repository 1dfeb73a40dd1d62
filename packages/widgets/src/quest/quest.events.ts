import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read anew; prevented: what stands there stays. */
export type QuestRefreshEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-quest-refresh': QuestRefreshEvent;
  }
}
