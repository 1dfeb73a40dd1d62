import { categoryIds } from '../catalog/catalog-product.ts';
import { type Locale, locales, localPath } from '../catalog/locales.ts';
import { uiTexts } from '../texts/ui-texts.ts';
import { fill } from '../web/format.ts';
import { dataBlock, type HtmlValue, html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { cartDrawer, deliveryWords } from './cart-parts.ts';
import { icon } from './icons.ts';

/** One page: what fills the frame. */
export interface Page {
  readonly type:
    | 'home'
    | 'category'
    | 'search'
    | 'product'
    | 'checkout'
    | 'order'
    | 'account'
    | 'wishlist'
    | 'rewards'
    | 'help';
  readonly title: string;
  readonly description?: string;
  readonly main: SafeHtml;
  /** Extra elements of the head, such as Open Graph. */
  readonly head?: HtmlValue;
  /** GA4 events of this page view, pushed to `dataLayer` by the shop's script. */
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  readonly status?: 200 | 400 | 404;
}

function searchForm(page: PageContext, idEnd: string): SafeHtml {
  const { text } = page;
  const typed = page.url.pathname === '/search' ? (page.url.searchParams.get('q') ?? '') : '';
  return html`<form class="search" role="search" action="${localPath(page.locale, '/search')}" aria-label="${text.search} ${idEnd}">
    <label class="hidden" for="search-${idEnd}">${text.search}</label>
    <input id="search-${idEnd}" class="js-search" type="search" name="q" value="${typed}" placeholder="${text.searchPlaceholder}" maxlength="80">
    <button class="search-go" aria-label="${text.search}">${icon('search')}</button>
  </form>`;
}

function departmentLinks(page: PageContext): SafeHtml {
  const links = categoryIds.map((id) => {
    const path = `/c/${id}`;
    const current = page.url.pathname === path ? html` aria-current="page"` : '';
    return html`<li><a href="${localPath(page.locale, path)}"${current}>${page.text[id]}</a></li>`;
  });
  return html`<ul class="departments">${links}</ul>`;
}

function cartButton(page: PageContext): SafeHtml {
  const { cart, text } = page;
  return html`<a class="icon-link js-cart" href="${localPath(page.locale, '/cart')}">${icon('cart')}<span class="wide-only">${text.cart}</span><span class="narrow-label">${text.cart}</span> <span class="cart-count js-cart-count" data-count="${cart.count}">${cart.count}</span></a>`;
}

/** The way to the wish list; Regulars counts what is on it. */
function wishLink({ locale, text }: PageContext): SafeHtml {
  return html`<a class="icon-link" href="${localPath(locale, '/wishlist')}">${icon('heart')}<span class="wish-label">${text.wishlist}</span><span class="wish-count" data-regulars-heart></span></a>`;
}

function languageLinks(page: PageContext): SafeHtml {
  const path = page.url.pathname + page.url.search;
  const links = locales.map((locale: Locale) => {
    const current = locale === page.locale ? html` aria-current="true"` : '';
    return html`<li><a href="${localPath(locale, path)}" lang="${locale}" hreflang="${locale}"${current}>${uiTexts[locale].languageName}</a></li>`;
  });
  return html`<ul class="languages">${links}</ul>`;
}

function serviceLinks(page: PageContext): SafeHtml {
  const { text } = page;
  const to = (path: string): string => localPath(page.locale, path);
  return html`<a class="icon-link" href="${to('/help')}">${icon('help')}<span>${text.help}</span></a><a class="icon-link" href="${to('/account')}">${icon('account')}<span>${page.customer?.name ?? text.account}</span></a>${wishLink(page)}`;
}

/**
 * The way past the top, the line above it, then desktop bar and phone bar: copies of the same links, one of them shown.
 * All of it is one landmark: nothing a visitor can read stands outside.
 */
function header(page: PageContext, bar: HtmlValue): SafeHtml {
  const { text } = page;
  const logo = html`<a class="logo" href="${localPath(page.locale, '/')}">${icon('logo')}<span>Parapet</span></a>`;
  return html`<header class="site-top">
    <a class="skip" href="#main">${text.skip}</a>
    ${bar}
    <div class="site-header">
    <div class="bar desktop-bar">
      <div class="bar-row">${logo}${searchForm(page, 'desktop')}<div class="bar-links">${serviceLinks(page)}${cartButton(page)}</div></div>
      <nav aria-label="${text.departments}">${departmentLinks(page)}</nav>
    </div>
    <div class="bar phone-bar">
      <div class="bar-row">
        <details class="phone-menu"><summary>${icon('menu')}<span class="hidden">${text.menu}</span></summary>
          <nav class="phone-panel" aria-label="${text.menu}">${departmentLinks(page)}<div class="bar-links">${serviceLinks(page)}</div>${languageLinks(page)}</nav>
        </details>
        ${logo}${cartButton(page)}
      </div>
      ${searchForm(page, 'phone')}
    </div>
    </div>
  </header>`;
}

function footer(page: PageContext): SafeHtml {
  const { text } = page;
  const to = (path: string): string => localPath(page.locale, path);
  return html`<footer class="site-footer"><div class="footer-in">
    <div><p class="footer-name">Parapet</p><p>${text.footerAbout}</p><p class="quiet">${text.footerDemo}</p><p class="quiet"><a href="/assets/rubik-licence.txt">${text.footerFont}</a></p></div>
    <nav aria-label="${text.shopLinks}"><h2>${text.shopLinks}</h2>${departmentLinks(page)}</nav>
    <nav aria-label="${text.serviceLinks}"><h2>${text.serviceLinks}</h2><ul><li><a href="${to('/help')}">${text.help}</a></li><li><a href="${to('/account')}">${text.account}</a></li><li><a href="${to('/rules/thank-you')}">${text.rulesTitle}</a></li><li><button id="consent-change" class="link-button" type="button" hidden>${text.consentChange}</button></li></ul></nav>
    <nav aria-label="${text.language}"><h2>${text.language}</h2>${languageLinks(page)}</nav>
  </div></footer>`;
}

function consentBanner(page: PageContext): SafeHtml {
  const { text } = page;
  return html`<section id="consent" class="consent" aria-labelledby="consent-title" hidden>
    <div><h2 id="consent-title">${text.consentTitle}</h2><p>${text.consentText}</p></div>
    <div class="consent-buttons"><button id="consent-no" class="button quiet-button" type="button">${text.consentNo}</button><button id="consent-yes" class="button" type="button">${text.consentYes}</button></div>
  </section>`;
}

/** The shop's own scripts; the stub in one of them keeps what they tell the SDK before it is there. */
function scripts(page: PageContext): SafeHtml {
  const { asset } = page;
  const module = (name: string): SafeHtml =>
    html`<script type="module" src="${asset(`${name}.js`)}"></script>`;
  const own = ['data-layer', 'card', 'shop'].map(module);
  return html`${own}${module(page.sdk ? 'consent-with-stub' : 'consent')}`;
}

/**
 * The SDK with the shop's bridge stands last in the page: on a slow line it queues behind the pictures that the shopper
 * came for. Modules run in their order: when it starts, events, answer and bridge are there.
 */
function sdkTags(page: PageContext): SafeHtml {
  if (!page.sdk) return html``;
  return html`<script type="module" src="${page.asset('bridge.js')}" fetchpriority="low"></script>
  <script type="module" src="/sdk/regulars.js" fetchpriority="low" data-key="demo-key" data-endpoint="/regulars" data-document="/regulars/v1/document/demo-key.json" data-locale="${page.locale}" data-tools></script>`;
}

/** A line above everything whose height is reserved: the shop's own words, or an announcement. */
function siteBar(page: PageContext): SafeHtml {
  return html`<regulars-slot name="site-bar" class="slot-bar"><p class="site-line">${fill(page.text.promiseShip, deliveryWords(page))}</p></regulars-slot>`;
}

/** File of the font that a language needs beside the Latin one, which holds digits and spaces; at the address of `fonts.css`. */
const fontScripts: Readonly<Record<Locale, string>> = {
  en: 'latin',
  bg: 'cyrillic',
  pl: 'latin-ext',
  ru: 'cyrillic',
  he: 'hebrew',
};

/** The whole document of a page. */
export function renderPage(page: PageContext, content: Page): SafeHtml {
  const { asset, locale, text } = page;
  const title = content.type === 'home' ? `Parapet · ${text.tagline}` : `${content.title} · Parapet`;
  const base = locale === 'en' ? '' : `/${locale}`;
  const alternates = locales.map(
    (each) => html`<link rel="alternate" hreflang="${each}" href="${localPath(each, page.url.pathname)}">`,
  );
  return html`<!doctype html>
<html lang="${locale}" dir="${locale === 'he' ? 'rtl' : 'ltr'}" data-base="${base}">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="description" content="${content.description ?? text.siteDescription}">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
  ${[...new Set(['latin', fontScripts[locale]])].map((script) => html`<link rel="preload" href="/assets/rubik-${script}-wght-normal.woff2" as="font" type="font/woff2" crossorigin>`)}
  <link rel="stylesheet" href="${asset('shop.css')}">
  <link rel="stylesheet" href="${asset('pages.css')}">
  <link rel="preload" href="${asset('card.css')}" as="style">
  ${alternates}${content.head}
  ${(content.events ?? []).map((event) => dataBlock('application/json', 'js-data-layer', event))}
  ${scripts(page)}
</head>
<body data-regulars-page="${content.type}">
  ${header(page, content.type === 'checkout' ? '' : siteBar(page))}
  <main id="main" tabindex="-1">${content.main}</main>
  ${footer(page)}
  ${cartDrawer(page)}
  ${consentBanner(page)}
  <p id="announcer" class="hidden" role="status"></p>
  ${sdkTags(page)}
</body>
</html>`;
}
