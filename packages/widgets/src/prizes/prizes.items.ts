import type { PrizesView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { formatDay } from '../lib/format-money.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Prize } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';
import { styles as own } from './prizes.styles.ts';
import { endsSoon, sortPrizes } from './prizes.view.ts';

/** Shows the prizes. */
export type Items = (prizes: readonly Prize[], view: PrizesView) => TemplateResult;

export const styles: PartModule<Items>['styles'] = [couponBox, own];

/** Each prize with its end, its code or the button that collects it, and "send it to me". */
export function part(acts: RewardActs): Items {
  const box = new CouponBox(acts.element);
  const button = (act: 'claim' | 'send' | 'apply', value: string, kind: string): TemplateResult =>
    html`<button type="button" class=${kind} aria-disabled=${String(acts.busy)} @click=${() => !acts.busy && acts.ask(act, value)}>${acts.text(`prizes.${act}`)}</button>`;
  const one = (prize: Prize, { lang, canApply }: PrizesView): TemplateResult => {
    const { text } = acts;
    const { playId, label, code, claimToken, conditions, endsAt } = prize;
    const said =
      acts.answered('claim', playId) ||
      acts.answered('send', playId) ||
      (code ? acts.answered('apply', code) : '');
    const now = Date.now();
    return html`
      <div class="head"><h3><bdi>${label}</bdi></h3>
        ${endsAt === undefined ? nothing : html`<span class="chip ${endsSoon(prize, now) ? 'soon' : ''}">${text('prizes.until', { date: formatDay(endsAt, lang), left: timeLeft(endsAt - now, lang) })}</span>`}</div>
      ${
        code
          ? box.render(code, text, canApply ? button('apply', code, '') : nothing)
          : html`<p class="small quiet">${text('prizes.unclaimed')}</p>`
      }
      ${conditions ? html`<p class="small" part="conditions"><bdi>${conditions}</bdi></p>` : nothing}
      <p class="acts">${claimToken && !code ? button('claim', playId, 'strong') : nothing}${button('send', playId, 'plain')}</p>
      <p class="small" role="status">${said}</p>
    `;
  };
  return (prizes, view) =>
    html`<ul>${sortPrizes(prizes).map((prize) => html`<li part="item">${one(prize, view)}</li>`)}</ul>`;
}
