import type { CouponView } from '@regulars/core';
import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Prize } from '../lib/reward-types.ts';
import type { Coupon } from './coupon.code.ts';
import { nextCoupon } from './coupon.view.ts';

/**
 * The visitor's coupon that ends first: copy it, put it into the cart, see how long it is valid. Silent where there is
 * none: the shop's fallback stands there.
 *
 * @element regulars-coupon
 * @slot - Fallback, shown while nothing is decided and while there is no coupon.
 * @fires regulars-coupon-refresh - Request to read the coupon anew; cancelable.
 * @fires regulars-coupon-claim - Request, before the code is made; cancelable.
 * @fires regulars-coupon-apply - Request, before the code goes into the cart; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart code - The code.
 * @csspart conditions - What the coupon asks.
 */
export class RegularsCoupon extends ReadingElement<CouponView, Coupon> {
  static override styles: CSSResultGroup = reading;

  protected override readonly family = 'prizes';
  protected override readonly loadPart = (): Promise<typeof import('./coupon.code.ts')> =>
    import('./coupon.code.ts');

  /** Registers `<regulars-coupon>`. */
  static define(): void {
    defineElement('regulars-coupon', RegularsCoupon);
  }

  override render(): TemplateResult {
    const { state, known } = this.shownView ?? {};
    // Without a coupon the shop's own words stand there, not ours.
    const none = state === 'anonymous' || !nextCoupon(known ?? []);
    return none && state !== 'loading' ? html`<slot></slot>` : super.render();
  }

  protected override content(prizes: readonly Prize[], view: CouponView): TemplateResult | null | undefined {
    const coupon = nextCoupon(prizes);
    return coupon && this.acting?.(coupon, view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-coupon': RegularsCoupon;
  }
}
