import type { Door } from '../backend/members.ts';
import { artPath, artSizePx, descriptionOf, productsOf, titleOf } from '../catalog/catalog.ts';
import type { CatalogProduct, Variant } from '../catalog/catalog-product.ts';
import { localPath } from '../catalog/locales.ts';
import { count, fill, formatDate, formatMoney } from '../web/format.ts';
import { dataBlock, html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { deliveryWords } from './cart-parts.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import { doorOn, heart, priceTag, shelf, toItem, variantLabel } from './product-parts.ts';

function variantField(page: PageContext, product: CatalogProduct): SafeHtml | null {
  const { locale, text } = page;
  const first = product.variants[0];
  if (first === undefined) return null;
  const choices = product.variants.map((variant: Variant, i) => {
    const id = `variant-${variant.id}`;
    const checked = i === 0 ? html` checked` : '';
    const price =
      variant.extra === 0
        ? ''
        : html` <span class="quiet">${formatMoney(product.price + variant.extra, locale)}</span>`;
    const face = variant.kind === 'colour' ? html`<span class="swatch swatch-${variant.id}"></span>` : '';
    const art = variant.kind === 'colour' ? html` data-art="${artPath(product, variant.id)}"` : '';
    return html`<div class="choice"><input type="radio" id="${id}" name="variant" value="${variant.id}"${checked}${art}><label for="${id}">${face}${variantLabel(variant, text)}${price}</label></div>`;
  });
  return html`<fieldset class="choices"><legend>${first.kind === 'colour' ? text.colour : text.size}</legend>${choices}</fieldset>`;
}

/** For whom a product is open before everybody else may buy it. */
function earlyNote(page: PageContext, door: Door): SafeHtml {
  const { locale, text } = page;
  const words = fill(door.open ? text.earlyOpen : text.earlyClosed, { date: formatDate(door.until, locale) });
  const way = html` <a href="${localPath(locale, '/rewards')}">${text.seeRewards}</a>`;
  return html`<p class="early-note">${icon('star')}<span>${words}${door.open ? null : way}</span></p>`;
}

function buyForm(page: PageContext, product: CatalogProduct): SafeHtml {
  const { locale, text } = page;
  const left = page.stock.get(product.id) ?? 0;
  if (left === 0) return html`<p class="stock gone">${text.soldOutLong}</p>`;
  const door = doorOn(product, page);
  if (door?.open === false) return earlyNote(page, door);
  const options = Array.from({ length: Math.min(9, left) }, (_, i) => html`<option>${i + 1}</option>`);
  const state =
    left <= 5
      ? html`<p class="stock few">${count(text.lowStock, left, locale)}</p>`
      : html`<p class="stock">${text.inStock}</p>`;
  return html`<form class="buy js-add" method="post" action="${localPath(locale, '/cart/add')}"><input type="hidden" name="product" value="${product.id}">
    ${door === undefined ? null : earlyNote(page, door)}${variantField(page, product)}${state}
    <div class="buy-row"><label class="hidden" for="quantity">${text.quantity}</label><select id="quantity" name="quantity">${options}</select><button class="button wide">${text.addToCart}</button></div>
  </form>`;
}

function facts(page: PageContext, product: CatalogProduct): SafeHtml {
  const { locale, text } = page;
  const points = Math.floor(product.price / 100);
  return html`<ul class="facts"><li>${icon('truck')}${fill(text.deliveryFact, { amount: deliveryWords(page).fee })}</li><li>${icon('back')}${text.returnFact}</li><li>${icon('star')}${count(text.pointsFact, points, locale)}</li></ul>
    <h2 class="small-title">${text.details}</h2><dl class="details"><div><dt>${text.brand}</dt><dd>${product.brand}</dd></div><div><dt>${text.department}</dt><dd><a href="${localPath(locale, `/c/${product.category}`)}">${text[product.category]}</a></dd></div><div><dt>${text.sku}</dt><dd>${product.id.toUpperCase()}</dd></div></dl>`;
}

function jsonLd(page: PageContext, product: CatalogProduct, address: string): SafeHtml {
  const stocked = (page.stock.get(product.id) ?? 0) > 0;
  return dataBlock('application/ld+json', 'js-json-ld', {
    '@context': 'https://schema.org',
    '@type': 'Product',
    sku: product.id,
    name: titleOf(product, page.locale),
    description: descriptionOf(product, page.locale),
    image: new URL(artPath(product), address).href,
    brand: { '@type': 'Brand', name: product.brand },
    category: product.category,
    offers: {
      '@type': 'Offer',
      url: address,
      price: (product.price / 100).toFixed(2),
      priceCurrency: 'EUR',
      availability: `https://schema.org/${stocked ? 'InStock' : 'OutOfStock'}`,
    },
  });
}

function head(page: PageContext, product: CatalogProduct): SafeHtml {
  const address = new URL(localPath(page.locale, `/p/${product.slug}`), page.url).href;
  const tags: readonly (readonly [string, string])[] = [
    ['og:type', 'product'],
    ['og:site_name', 'Parapet'],
    ['og:title', titleOf(product, page.locale)],
    ['og:description', descriptionOf(product, page.locale)],
    ['og:url', address],
    ['og:image', new URL(artPath(product), address).href],
    ['product:price:amount', (product.price / 100).toFixed(2)],
    ['product:price:currency', 'EUR'],
    ['product:retailer_item_id', product.id],
  ];
  return html`${tags.map(([property, value]) => html`<meta property="${property}" content="${value}">`)}${jsonLd(page, product, address)}`;
}

/** One product. */
export function productPage(page: PageContext, product: CatalogProduct): Page {
  const { locale, text } = page;
  const title = titleOf(product, locale);
  const lead = descriptionOf(product, locale);
  const similar = productsOf(product.category)
    .filter((each) => each !== product)
    .slice(0, 4);
  const main = html`<div class="page"><nav class="crumbs" aria-label="${text.department}"><a href="${localPath(locale, '/')}">${text.home}</a><a href="${localPath(locale, `/c/${product.category}`)}">${text[product.category]}</a></nav>
    <div class="product"><div class="product-picture"><img class="js-art" src="${artPath(product)}" width="${artSizePx}" height="${artSizePx}" alt="${title}" fetchpriority="high">${heart(product, page)}</div>
    <div class="product-about"><p class="brand">${product.brand}</p><h1>${title}</h1><p class="big-price">${priceTag(product, page)}</p><p class="lead">${lead}</p>${buyForm(page, product)}${facts(page, product)}</div></div>
    <div class="section"><regulars-slot name="product-similar" class="slot slot-list"><h2>${text.similar}</h2>${shelf(similar, page, 'product-similar')}</regulars-slot></div></div>`;
  const value = product.price / 100;
  const event = {
    event: 'view_item',
    ecommerce: { currency: 'EUR', value, items: [toItem(product, locale)] },
  };
  return { type: 'product', title, description: lead, main, head: head(page, product), events: [event] };
}
