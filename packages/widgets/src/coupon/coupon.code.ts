import type { CouponView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { formatDay } from '../lib/format-money.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Prize } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';
import { styles as own } from './coupon.styles.ts';

/** Shows a coupon. */
export type Coupon = (coupon: Prize, view: CouponView) => TemplateResult;

export const styles: PartModule<Coupon>['styles'] = [couponBox, own];

/** The coupon's code with its buttons, or the button that collects it, and the time that it has left. */
export function part(acts: RewardActs): Coupon {
  const box = new CouponBox(acts.element);
  const button = (act: 'claim' | 'apply', value: string): TemplateResult =>
    html`<button type="button" class="strong" aria-disabled=${String(acts.busy)} @click=${() => !acts.busy && acts.ask(act, value)}>${acts.text(`prizes.${act}`)}</button>`;
  return ({ label, code, conditions, endsAt, playId }, { lang, canApply }) => {
    const { text } = acts;
    const said = acts.answered('claim', playId) || (code ? acts.answered('apply', code) : '');
    return html`<div class="body">
      <p class="label"><bdi>${label}</bdi></p>
      ${
        code
          ? box.render(code, text, canApply ? button('apply', code) : nothing)
          : html`<p class="small quiet">${text('coupon.waiting')}</p>${button('claim', playId)}`
      }
      ${conditions ? html`<p class="small" part="conditions"><bdi>${conditions}</bdi></p>` : nothing}
      ${endsAt === undefined ? nothing : html`<p class="small quiet">${text('prizes.until', { date: formatDay(endsAt, lang), left: timeLeft(endsAt - Date.now(), lang) })}</p>`}
      <p class="small" role="status">${said}</p>
    </div>`;
  };
}
