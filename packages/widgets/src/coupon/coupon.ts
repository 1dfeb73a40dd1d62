import type { CouponView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Prize } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';
import { styles } from './coupon.styles.ts';
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
 */
export class RegularsCoupon extends ReadingElement<CouponView> {
  static override styles: CSSResultGroup = [reading, couponBox, styles];

  protected override readonly family = 'prizes';
  protected override readonly silent = true;
  readonly #box: CouponBox = new CouponBox(this);

  /** Registers `<regulars-coupon>`. */
  static define(): void {
    defineElement('regulars-coupon', RegularsCoupon);
  }

  protected override content(
    prizes: readonly Prize[],
    { lang, canApply }: CouponView,
  ): TemplateResult | null {
    const coupon = nextCoupon(prizes);
    if (!coupon) return null;
    const { label, code, endsAt, playId } = coupon;
    const { text } = this.safeHost;
    const said = this.answered('claim', playId) || (code ? this.answered('apply', code) : '');
    return html`<div class="body">
      <p class="label">${label}</p>
      ${
        code
          ? this.#box.render(code, text, canApply ? this.#button('apply', code) : nothing)
          : html`<p class="small quiet">${text('coupon.waiting')}</p>${this.#button('claim', playId)}`
      }
      ${endsAt === undefined ? nothing : html`<p class="small quiet">${text('prizes.until', { date: formatDay(endsAt, lang), left: timeLeft(endsAt - Date.now(), lang) })}</p>`}
      <p class="small" role="status">${said}</p>
    </div>`;
  }

  #button(act: 'claim' | 'apply', value: string): TemplateResult {
    return html`<button type="button" class="strong" aria-disabled=${String(this.busy)} @click=${() => !this.busy && this.ask(act, value)}>${this.safeHost.text(`prizes.${act}`)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-coupon': RegularsCoupon;
  }
}
