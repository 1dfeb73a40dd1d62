import type { Friends } from '../lib/reward-types.ts';

/** Address that brings a friend: the landing page with the code as `ref`; what is no web address gives the page's own origin. */
export function inviteUrl(code: string, landingUrl: string | undefined, page: string): string {
  const start = new URL('/', page);
  const landing = URL.canParse(landingUrl ?? '/', page) ? new URL(landingUrl ?? '/', page) : start;
  const url = /^https?:$/.test(landing.protocol) ? landing : start;
  url.searchParams.set('ref', code);
  return url.href;
}

/** Key of the sentence that names a reward. */
export function giftKey({ type }: Friends['friend']): string {
  return `referral.gift-${type}`;
}
