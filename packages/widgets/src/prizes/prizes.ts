import type { PrizesView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Prize } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';
import { styles } from './prizes.styles.ts';
import { endsSoon, sortPrizes } from './prizes.view.ts';

/**
 * Everything the visitor has won and not used: what is not collected yet, codes with their conditions and their end,
 * "send it to me".
 *
 * @element regulars-prizes
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-prizes-refresh - Request to read the prizes anew; cancelable.
 * @fires regulars-prizes-claim - Request, before a prize is collected; cancelable.
 * @fires regulars-prizes-send - Request, before a prize is sent to the visitor; cancelable.
 * @fires regulars-prizes-apply - Request, before a code goes into the cart; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One prize.
 * @csspart code - A code.
 */
export class RegularsPrizes extends ReadingElement<PrizesView> {
  static override styles: CSSResultGroup = [reading, couponBox, styles];

  protected override readonly family = 'prizes';
  readonly #box: CouponBox = new CouponBox(this);

  /** Registers `<regulars-prizes>`. */
  static define(): void {
    defineElement('regulars-prizes', RegularsPrizes);
  }

  protected override content(prizes: readonly Prize[], view: PrizesView): TemplateResult | null {
    if (prizes.length === 0) return null;
    return html`<ul>${sortPrizes(prizes).map((prize) => html`<li part="item">${this.#prize(prize, view)}</li>`)}</ul>`;
  }

  #prize(prize: Prize, { lang, canApply }: PrizesView): TemplateResult {
    const { text } = this.safeHost;
    const { playId, label, code, claimToken, endsAt } = prize;
    const said =
      this.answered('claim', playId) ||
      this.answered('send', playId) ||
      (code ? this.answered('apply', code) : '');
    const now = Date.now();
    return html`
      <div class="head"><h3>${label}</h3>
        ${endsAt === undefined ? nothing : html`<span class="chip ${endsSoon(prize, now) ? 'soon' : ''}">${text('prizes.until', { date: formatDay(endsAt, lang), left: timeLeft(endsAt - now, lang) })}</span>`}</div>
      ${
        code
          ? this.#box.render(code, text, canApply ? this.#button('apply', code, '') : nothing)
          : html`<p class="small quiet">${text('prizes.unclaimed')}</p>`
      }
      <p class="acts">${claimToken && !code ? this.#button('claim', playId, 'strong') : nothing}${this.#button('send', playId, 'plain')}</p>
      <p class="small" role="status">${said}</p>
    `;
  }

  #button(act: 'claim' | 'send' | 'apply', value: string, kind: string): TemplateResult {
    return html`<button type="button" class=${kind} aria-disabled=${String(this.busy)} @click=${() => !this.busy && this.ask(act, value)}>${this.safeHost.text(`prizes.${act}`)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-prizes': RegularsPrizes;
  }
}
