import type { CartLine } from '../backend/carts.ts';
import { percentOff } from '../backend/members.ts';
import { deliveryFee, freeDeliveryFrom } from '../backend/pricing.ts';
import { artPath, artSizePx, titleOf } from '../catalog/catalog.ts';
import { localPath } from '../catalog/locales.ts';
import { products } from '../catalog/products.ts';
import { fill, formatMoney } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { icon } from './icons.ts';
import { tierName, toItem, variantLabel } from './product-parts.ts';

function lineForm(page: PageContext, line: CartLine, quantity: SafeHtml): SafeHtml {
  return html`<form class="line-form js-line" method="post" action="${localPath(page.locale, '/cart/set')}"><input type="hidden" name="product" value="${line.product.id}"><input type="hidden" name="variant" value="${line.variant}">${quantity}</form>`;
}

function cartLine(page: PageContext, line: CartLine, where: string): SafeHtml {
  const { locale, text } = page;
  const title = titleOf(line.product, locale);
  const id = `quantity-${where}-${line.product.id}-${line.variant}`;
  const most = Math.min(9, Math.max(line.quantity, page.stock.get(line.product.id) ?? 0));
  const options = Array.from({ length: most }, (_, i) => {
    const selected = i + 1 === line.quantity ? html` selected` : '';
    return html`<option value="${i + 1}"${selected}>${i + 1}</option>`;
  });
  const choose = html`<label class="hidden" for="${id}">${text.quantity}: ${title}</label><select id="${id}" name="quantity">${options}</select><button class="link-button no-script-button">${text.update}</button>`;
  const remove = html`<button class="link-button" name="quantity" value="0" aria-label="${fill(text.removeNamed, { title })}">${text.remove}</button>`;
  const colour = line.product.variants.some((each) => each.kind === 'colour' && each.id === line.variant);
  const item = JSON.stringify(
    toItem(line.product, locale, { quantity: line.quantity, item_variant: line.variant }),
  );
  return html`<li class="cart-line" data-item="${item}">
    <img src="${artPath(line.product, colour ? line.variant : undefined)}" width="${artSizePx}" height="${artSizePx}" alt="">
    <div><a href="${localPath(locale, `/p/${line.product.slug}`)}">${title}</a><p class="quiet">${line.variant === '' ? line.product.brand : variantLabel(line.variant, text)}</p><div class="line-forms">${lineForm(page, line, choose)}${lineForm(page, line, remove)}</div></div>
    <p class="line-price">${formatMoney(line.price * line.quantity, locale)}</p>
  </li>`;
}

/** Sums of the cart as a list of terms. */
export function totalsList(page: PageContext): SafeHtml {
  const { cart, locale, text } = page;
  const { delivery, discount, member, points, subtotal, total } = cart.totals;
  const money = (value: number): string => formatMoney(value, locale);
  const off = (name: string, value: number): SafeHtml | null =>
    value === 0 ? null : html`<div><dt>${name}</dt><dd>−${money(value)}</dd></div>`;
  const tier = off(
    fill(text.memberOff, { tier: tierName(page), percent: percentOff(page.standing) }),
    member,
  );
  return html`<dl class="totals"><div><dt>${text.subtotal}</dt><dd>${money(subtotal)}</dd></div>${tier}${off(`${text.discount} ${cart.coupon ?? ''}`, discount)}<div><dt>${text.delivery}</dt><dd>${delivery === 0 ? text.free : money(delivery)}</dd></div>${off(text.paidByPoints, points)}<div class="sum"><dt>${text.total}</dt><dd>${money(total)}</dd></div></dl>`;
}

function towardsFree(page: PageContext): SafeHtml {
  const missing = freeDeliveryFrom - page.cart.totals.subtotal;
  const words =
    missing > 0
      ? fill(page.text.untilFree, { amount: formatMoney(missing, page.locale) })
      : page.text.deliveryIsFree;
  return html`<div class="towards"><p id="towards-free">${words}</p><progress aria-labelledby="towards-free" max="${freeDeliveryFrom}" value="${Math.min(freeDeliveryFrom, page.cart.totals.subtotal)}"></progress></div>`;
}

/** Lines, sums and the way on; the drawer's script replaces this block as one. */
export function cartBody(page: PageContext, where: 'drawer' | 'page'): SafeHtml {
  const { cart, text } = page;
  if (cart.lines.length === 0) {
    return html`<div class="cart-body js-cart-body" data-count="0"><div class="cart-empty"><img src="/art/par-403.svg" width="${artSizePx}" height="${artSizePx}" alt=""><p><strong>${text.cartEmpty}</strong></p><p class="quiet">${text.cartEmptyHint}</p></div></div>`;
  }
  return html`<div class="cart-body js-cart-body" data-count="${cart.count}" data-total="${cart.totals.total / 100}">
    ${where === 'drawer' ? towardsFree(page) : null}
    <ul class="cart-lines">${cart.lines.map((line) => cartLine(page, line, where))}</ul>
    ${totalsList(page)}
    <a class="button wide" href="${localPath(page.locale, '/checkout')}">${text.toCheckout}</a>
  </div>`;
}

/** Three small things that the cart does not hold yet. */
function suggestions(page: PageContext): SafeHtml {
  const held = new Set(page.cart.lines.map((line) => line.product.id));
  const some = products
    .filter((p) => p.price < 1700 && !held.has(p.id) && (page.stock.get(p.id) ?? 0) > 9)
    .slice(0, 3);
  const items = some.map(
    (p) =>
      html`<li><a href="${localPath(page.locale, `/p/${p.slug}`)}"><img src="${artPath(p)}" width="${artSizePx}" height="${artSizePx}" alt="" loading="lazy"><span>${titleOf(p, page.locale)}</span><span class="quiet">${formatMoney(p.price, page.locale)}</span></a></li>`,
  );
  return html`<h3>${page.text.suggest}</h3><ul class="minis">${items}</ul>`;
}

/** The cart as a modal drawer, on every page. */
export function cartDrawer(page: PageContext): SafeHtml {
  const { text } = page;
  return html`<dialog id="cart" class="drawer" aria-labelledby="cart-title"><div class="drawer-in">
    <div class="drawer-head"><h2 id="cart-title">${text.cart}</h2><form method="dialog"><button class="round" aria-label="${text.close}">${icon('close')}</button></form></div>
    ${cartBody(page, 'drawer')}
    <regulars-slot name="cart-suggest" class="slot slot-suggest">${suggestions(page)}</regulars-slot>
  </div></dialog>`;
}

/** Facts about delivery that the product page and the help page print. */
export function deliveryWords(page: PageContext): { readonly fee: string; readonly amount: string } {
  return { fee: formatMoney(deliveryFee, page.locale), amount: formatMoney(freeDeliveryFrom, page.locale) };
}
