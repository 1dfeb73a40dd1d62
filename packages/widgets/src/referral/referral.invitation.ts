import type { FriendsView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { couponBox } from '../lib/coupon-box.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { fields } from '../lib/field.styles.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Friends } from '../lib/reward-types.ts';
import { ReferralShareEvent } from './referral.events.ts';
import { styles as own } from './referral.styles.ts';
import { giftKey, inviteUrl } from './referral.view.ts';

/** Shows the invitation. */
export type Invitation = (friends: Friends, view: FriendsView) => TemplateResult;

export const styles: PartModule<Invitation>['styles'] = [couponBox, fields, own];

/** What both get, the link, how many came, and the form for a friend's code. */
export function part(acts: RewardActs): Invitation {
  const { element } = acts;
  const box = new CouponBox(element);
  const share = async (url: string): Promise<void> => {
    const { campaignId } = element.shownView ?? {};
    if (!campaignId || !element.dispatchEvent(new ReferralShareEvent({ campaignId, url }))) return;
    try {
      await navigator.share({ url });
    } catch {
      // The visitor closed the sheet, or the browser has none: the link stands there to be copied.
    }
  };
  const enter = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = element.renderRoot.querySelector('input')?.value.trim();
    if (code && !acts.busy) acts.ask('referrer', code);
  };
  return ({ code, referrer, friend, pending, rewarded }, { props }) => {
    const { text } = acts;
    const url = inviteUrl(code, props.landingUrl, location.href);
    const gift = (who: 'you' | 'friend', reward: Friends['friend']): TemplateResult =>
      html`<li><h3>${text(`referral.${who}`)}</h3><strong>${text(giftKey(reward), { count: reward.points ?? 0 })}</strong></li>`;
    const sharing =
      'share' in navigator
        ? html`<button type="button" class="strong" @click=${() => share(url)}>${text('referral.share')}</button>`
        : nothing;
    return html`
      <ul class="gifts">${gift('friend', friend)}${gift('you', referrer)}</ul>
      ${box.render(url, text, sharing, text('referral.link'))}
      <p class="small quiet">${text('referral.rewarded', { count: rewarded })} · ${text('referral.pending', { count: pending })}</p>
      <form @submit=${enter}>
        <label for="code">${text('referral.enter')}</label>
        <div class="row"><input id="code" name="code" maxlength="64" autocomplete="off" aria-describedby="said" />
        <button type="submit" aria-disabled=${String(acts.busy)}>${text('referral.save')}</button></div>
        <p class="small quiet" id="said" role="status">${acts.answered('referrer')}</p>
      </form>
    `;
  };
}
