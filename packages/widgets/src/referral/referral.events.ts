import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read anew; prevented: what stands there stays. */
export type ReferralRefreshEvent = ReadingRequestEvent;
/** Request, before a friend's code (`value`) is saved; prevented: it is not. */
export type ReferralReferrerEvent = ReadingRequestEvent;

/** Request, before the browser's own sharing opens; prevented: the page shares in its own way. */
export class ReferralShareEvent extends Event {
  static readonly type = 'regulars-referral-share';
  readonly detail: { readonly campaignId: string; readonly url: string };

  constructor(detail: ReferralShareEvent['detail']) {
    super(ReferralShareEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'regulars-referral-refresh': ReferralRefreshEvent;
    'regulars-referral-referrer': ReferralReferrerEvent;
    'regulars-referral-share': ReferralShareEvent;
  }
}
