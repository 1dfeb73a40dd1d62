// The shop's own banner. The cookie below is the only memory of the answer; the SDK is told on every page.
import type { ShopWindow } from './shop-window.ts';

const page = window as Window & ShopWindow;
const purposes = ['necessary', 'functional', 'analytics', 'personalization', 'marketing'];
const banner = document.querySelector<HTMLElement>('#consent');
const change = document.querySelector<HTMLElement>('#consent-change');

const readAnswer = (): string | undefined => /(?:^|; )shop-consent=(yes|no)/.exec(document.cookie)?.[1];

function tell(): void {
  const answer = readAnswer();
  // Before an answer nothing is said: the SDK waits.
  if (answer !== undefined) page.regulars?.setConsent(answer === 'yes' ? purposes : []);
}

function answer(value: 'yes' | 'no'): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // The Cookie Store is not in every browser the shop serves.
  // biome-ignore lint/suspicious/noDocumentCookie: plain cookies work everywhere
  document.cookie = `shop-consent=${value}; path=/; max-age=15552000; samesite=lax${secure}`;
  if (banner !== null) banner.hidden = true;
  document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  tell();
}

document.querySelector('#consent-yes')?.addEventListener('click', () => answer('yes'));
document.querySelector('#consent-no')?.addEventListener('click', () => answer('no'));
if (change !== null) {
  change.hidden = false;
  change.addEventListener('click', () => openBanner());
}
const openBanner = (): void => {
  if (banner === null) return;
  banner.hidden = false;
  // Who asked for it reads it: nothing opens by itself meanwhile.
  banner.dataset.regularsQuiet = '';
  banner.querySelector<HTMLElement>('#consent-no')?.focus();
};
// "Change" in the privacy element of the help page.
document.addEventListener('regulars-privacy-change', openBanner);
if (banner !== null) banner.hidden = readAnswer() !== undefined;
tell();
