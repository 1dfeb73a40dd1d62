import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read the points anew; prevented: they stay as they are. */
export type WalletRefreshEvent = ReadingRequestEvent;
/** Request, before points buy an offer (`value`: its id); prevented: nothing is bought. */
export type WalletRedeemEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-wallet-refresh': WalletRefreshEvent;
    'regulars-wallet-redeem': WalletRedeemEvent;
  }
}
