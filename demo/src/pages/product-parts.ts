import { type Door, doorOf, memberPrice, percentOff } from '../backend/members.ts';
import { artPath, artSizePx, titleOf } from '../catalog/catalog.ts';
import type { CatalogProduct, Variant } from '../catalog/catalog-product.ts';
import { type Locale, localPath } from '../catalog/locales.ts';
import type { UiText } from '../texts/ui-text.ts';
import { count, fill, formatMoney } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { icon } from './icons.ts';

/** Label of a variant in a language. */
export function variantLabel(variant: Variant | string, text: UiText): string {
  const id = typeof variant === 'string' ? variant : variant.id;
  const labels: Readonly<Record<string, unknown>> = text;
  const label = labels[id];
  return typeof label === 'string' ? label : id;
}

/** A product as an item of a GA4 e-commerce event. */
export function toItem(
  product: CatalogProduct,
  locale: Locale,
  extra: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, string | number>> {
  return {
    item_id: product.id,
    item_name: titleOf(product, locale),
    item_brand: product.brand,
    item_category: product.category,
    price: product.price / 100,
    ...extra,
  };
}

/** Name of the customer's tier in the page's language. */
export function tierName(page: PageContext): string {
  const { locale, program, standing } = page;
  const tier = program.tiers?.levels.find(({ id }) => id === standing?.tier);
  return tier?.label[locale] ?? tier?.label.en ?? '';
}

/** What the customer's tier makes of a price; `null`: nothing. */
function memberBadge(price: number, page: PageContext): SafeHtml | null {
  const percent = percentOff(page.standing);
  if (percent === 0) return null;
  const words = fill(page.text.memberPrice, {
    tier: tierName(page),
    amount: formatMoney(memberPrice(price, percent), page.locale),
  });
  return html` <span class="member">${words}</span>`;
}

/** Price with the old one struck out when it was reduced, and the price of the customer's tier. */
export function priceTag(product: CatalogProduct, page: PageContext): SafeHtml {
  const { text } = page;
  const amount = formatMoney(product.price, page.locale);
  const member = memberBadge(product.price, page);
  if (product.oldPrice === undefined) return html`<span class="price">${amount}</span>${member}`;
  return html`<span class="price"><span class="hidden">${text.now} </span><span class="reduced">${amount}</span> <span class="hidden">${text.was} </span><s>${formatMoney(product.oldPrice, page.locale)}</s></span>${member}`;
}

/** The door that a product stands behind now; `undefined`: it is for everybody. */
export function doorOn(product: CatalogProduct, page: PageContext): Door | undefined {
  return doorOf(product.id, page.program, page);
}

function flag(product: CatalogProduct, page: PageContext): SafeHtml | null {
  const { locale, text } = page;
  const left = page.stock.get(product.id) ?? 0;
  if (left === 0) return html`<span class="flag gone">${text.soldOut}</span>`;
  if (doorOn(product, page)) return html`<span class="flag early">${text.earlyFlag}</span>`;
  if (product.oldPrice !== undefined) {
    const off = Math.round((1 - product.price / product.oldPrice) * 100);
    return html`<span class="flag deal">−${off}%</span>`;
  }
  if (left <= 5) return html`<span class="flag few">${count(text.lastOnes, left, locale)}</span>`;
  return product.tags.includes('new') ? html`<span class="flag new">${text.tagNew}</span>` : null;
}

function quickAdd(product: CatalogProduct, page: PageContext): SafeHtml | null {
  if ((page.stock.get(product.id) ?? 0) === 0 || doorOn(product, page)?.open === false) return null;
  const label = fill(page.text.addNamed, { title: titleOf(product, page.locale) });
  return html`<form class="quick" method="post" action="${localPath(page.locale, '/cart/add')}"><input type="hidden" name="product" value="${product.id}"><input type="hidden" name="variant" value="${product.variants[0]?.id ?? ''}"><button aria-label="${label}">${icon('plus')}</button></form>`;
}

/**
 * A heart: Regulars shows it where the visitor lets something be kept, says whether the product is saved, and saves it. It
 * stands in the page itself, also where a card shows it.
 */
export function heart(product: CatalogProduct, page: PageContext, slot?: string): SafeHtml {
  const label = fill(page.text.wishNamed, { title: titleOf(product, page.locale) });
  const at = slot === undefined ? '' : html` slot="${slot}"`;
  return html`<button type="button" class="heart"${at} data-regulars-heart="${product.id}" aria-pressed="false" aria-label="${label}" hidden>${icon('heart')}</button>`;
}

/** A product card: a custom element whose shadow root is written by the server. */
export function productCard(
  product: CatalogProduct,
  page: PageContext,
  list: string,
  eager = false,
): SafeHtml {
  const title = titleOf(product, page.locale);
  const item = JSON.stringify(toItem(product, page.locale, { item_list_id: list }));
  const loading = eager ? 'eager' : 'lazy';
  return html`<shop-card data-item="${item}"><template shadowrootmode="open"><link rel="stylesheet" href="${page.asset('card.css')}"><article class="card">
    <a class="picture" href="${localPath(page.locale, `/p/${product.slug}`)}" tabindex="-1" aria-hidden="true"><img src="${artPath(product)}" width="${artSizePx}" height="${artSizePx}" alt="" loading="${loading}"></a>
    ${flag(product, page)}<slot name="heart"></slot>
    <div class="about"><p class="brand">${product.brand}</p><h3><a href="${localPath(page.locale, `/p/${product.slug}`)}">${title}</a></h3><div class="foot"><div class="prices">${priceTag(product, page)}</div>${quickAdd(product, page)}</div></div>
  </article></template>${heart(product, page, 'heart')}</shop-card>`;
}

/** A row of cards that stand on one ledge. */
export function shelf(
  products: readonly CatalogProduct[],
  page: PageContext,
  list: string,
  eager = 0,
): SafeHtml {
  const cards = products.map((product, i) => html`<li>${productCard(product, page, list, i < eager)}</li>`);
  return html`<ul class="shelf" data-count="${products.length}">${cards}</ul>`;
}

/** GA4 event of a list that was shown. */
export function listEvent(
  products: readonly CatalogProduct[],
  page: PageContext,
  list: string,
): Readonly<Record<string, unknown>> {
  const items = products.map((product, index) => toItem(product, page.locale, { index, item_list_id: list }));
  return { event: 'view_item_list', ecommerce: { item_list_id: list, currency: 'EUR', items } };
}
