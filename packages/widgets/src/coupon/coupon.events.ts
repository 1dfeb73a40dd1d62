import type { ReadingRequestEvent } from '../lib/reading/reading.events.ts';

/** Request to read the coupon anew; prevented: it stays as it is. */
export type CouponRefreshEvent = ReadingRequestEvent;
/** Request, before the code is made; prevented: it waits. */
export type CouponClaimEvent = ReadingRequestEvent;
/** Request, before the code (`value`) goes into the cart; prevented: it does not. */
export type CouponApplyEvent = ReadingRequestEvent;

declare global {
  interface HTMLElementEventMap {
    'regulars-coupon-refresh': CouponRefreshEvent;
    'regulars-coupon-claim': CouponClaimEvent;
    'regulars-coupon-apply': CouponApplyEvent;
  }
}
