import type { FriendsView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { fields } from '../lib/field.styles.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Friends } from '../lib/reward-types.ts';
import { ReferralShareEvent } from './referral.events.ts';
import { styles } from './referral.styles.ts';
import { giftKey, inviteUrl } from './referral.view.ts';

/**
 * The visitor's invitation: what both get, the link to copy or share, how many came; a place to enter a friend's code.
 *
 * @element regulars-referral
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-referral-refresh - Request to read anew; cancelable.
 * @fires regulars-referral-share - Request, before the browser's own sharing opens; cancelable.
 * @fires regulars-referral-referrer - Request, before a friend's code is saved; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart code - The link.
 */
export class RegularsReferral extends ReadingElement<FriendsView> {
  static override styles: CSSResultGroup = [reading, couponBox, fields, styles];

  readonly #box: CouponBox = new CouponBox(this);

  /** Registers `<regulars-referral>`. */
  static define(): void {
    defineElement('regulars-referral', RegularsReferral);
  }

  protected override content(
    { code, referrer, friend, pending, rewarded }: Friends,
    { props }: FriendsView,
  ): TemplateResult {
    const { text } = this.safeHost;
    const url = inviteUrl(code, props.landingUrl, location.href);
    const gift = (who: 'you' | 'friend', reward: Friends['friend']): TemplateResult =>
      html`<li><h3>${text(`referral.${who}`)}</h3><strong>${text(giftKey(reward), { count: reward.points ?? 0 })}</strong></li>`;
    const share =
      'share' in navigator
        ? html`<button type="button" class="strong" @click=${() => this.#share(url)}>${text('referral.share')}</button>`
        : nothing;
    return html`
      <ul class="gifts">${gift('friend', friend)}${gift('you', referrer)}</ul>
      ${this.#box.render(url, text, share, text('referral.link'))}
      <p class="small quiet">${text('referral.rewarded', { count: rewarded })} · ${text('referral.pending', { count: pending })}</p>
      <form @submit=${this.#enter}>
        <label for="code">${text('referral.enter')}</label>
        <div class="row"><input id="code" name="code" maxlength="64" autocomplete="off" aria-describedby="said" />
        <button type="submit" aria-disabled=${String(this.busy)}>${text('referral.save')}</button></div>
        <p class="small quiet" id="said" role="status">${this.answered('referrer')}</p>
      </form>
    `;
  }

  readonly #enter = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = this.renderRoot.querySelector('input')?.value.trim();
    if (code && !this.busy) this.ask('referrer', code);
  };

  async #share(url: string): Promise<void> {
    const { campaignId } = this.shownView ?? {};
    if (!campaignId || !this.dispatchEvent(new ReferralShareEvent({ campaignId, url }))) return;
    try {
      await navigator.share({ url });
    } catch {
      // The visitor closed the sheet, or the browser has none: the link stands there to be copied.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-referral': RegularsReferral;
  }
}
