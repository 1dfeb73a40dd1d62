import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read the prizes anew; prevented: they stay as they are. */
export type PrizesRefreshEvent = ReadingRequestEvent;
/** Request, before a prize (`value`: its play) is collected; prevented: it waits. */
export type PrizesClaimEvent = ReadingRequestEvent;
/** Request, before a prize (`value`: its play) is sent to the visitor; prevented: it is not. */
export type PrizesSendEvent = ReadingRequestEvent;
/** Request, before a code (`value`) goes into the cart; prevented: it does not. */
export type PrizesApplyEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-prizes-refresh': PrizesRefreshEvent;
    'regulars-prizes-claim': PrizesClaimEvent;
    'regulars-prizes-send': PrizesSendEvent;
    'regulars-prizes-apply': PrizesApplyEvent;
  }
}
