import { artSizePx } from '../catalog/catalog.ts';
import { localPath } from '../catalog/locales.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import type { Page } from './layout.ts';

/**
 * What stands where the list would: how hearts work, that there are none yet, or that the list cannot be shown. Which of
 * them is said by the count in front, which Regulars fills: nothing, none, or some.
 */
function instead({ locale, text }: PageContext): SafeHtml {
  const look = html`<a class="button" href="${localPath(locale, '/c/garden')}">${text.wishLook}</a>`;
  return html`<span data-regulars-heart hidden></span>
    <p class="wish-how">${text.wishHow}</p>
    <div class="wish-state wish-empty"><img src="/art/par-403.svg" width="${artSizePx}" height="${artSizePx}" alt=""><h2>${text.wishEmpty}</h2><p>${text.wishEmptyHint}</p>${look}</div>
    <div class="wish-state wish-failed" role="status"><h2>${text.wishFailed}</h2><p>${text.wishFailedHint}</p><a class="button" href="${localPath(locale, '/wishlist')}">${text.wishRetry}</a></div>`;
}

/** What the visitor put a heart on. */
export function wishlistPage(page: PageContext): Page {
  const { customer, locale, text } = page;
  const lead =
    customer === undefined
      ? html`${text.wishLead} <a href="${localPath(locale, '/account')}">${text.wishSignIn}</a>.`
      : html`${text.wishOwn}`;
  const main = html`<div class="page"><div class="page-head"><h1>${text.wishlist}</h1><p>${lead}</p></div><regulars-slot name="wishlist" class="slot slot-wishes">${instead(page)}</regulars-slot></div>`;
  return { type: 'wishlist', title: text.wishlist, main };
}
