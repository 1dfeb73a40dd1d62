import type { Address } from '../backend/orders.ts';
import { artPath, artSizePx, titleOf } from '../catalog/catalog.ts';
import { localPath } from '../catalog/locales.ts';
import { count, fill, formatMoney } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { cartEvent } from './cart-page.ts';
import { totalsList } from './cart-parts.ts';
import type { Page } from './layout.ts';
import { variantLabel } from './product-parts.ts';

/** What came back from a form that was not complete. */
export interface CheckoutState {
  readonly address?: Address;
  readonly missing?: readonly (keyof Address)[];
}

type Field = readonly [name: 'name' | 'street' | 'postcode' | 'city', complete: string];
const fields: readonly Field[] = [
  ['name', 'name'],
  ['street', 'street-address'],
  ['postcode', 'postal-code'],
  ['city', 'address-level2'],
];
const countries = {
  BG: 'countryBg',
  DE: 'countryDe',
  GR: 'countryGr',
  PL: 'countryPl',
  RO: 'countryRo',
} as const;

function addressField(page: PageContext, state: CheckoutState, [name, complete]: Field): SafeHtml {
  const { text } = page;
  const wrong = state.missing?.includes(name) === true;
  const known = name === 'name' ? (page.customer?.name ?? '') : '';
  const flag = wrong ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : '';
  const words = wrong ? html`<p class="wrong" id="${name}-wrong">${text.fieldMissing}</p>` : null;
  return html`<div class="field field-${name}"><label for="${name}">${text[name]}</label><input id="${name}" name="${name}" autocomplete="${complete}" maxlength="120" required value="${state.address?.[name] ?? known}"${flag}>${words}</div>`;
}

function addressForm(page: PageContext, state: CheckoutState): SafeHtml {
  const { locale, text } = page;
  const chosen = state.address?.country ?? (locale === 'pl' ? 'PL' : 'BG');
  const options = Object.entries(countries).map(
    ([code, key]) =>
      html`<option value="${code}"${code === chosen ? html` selected` : ''}>${text[key]}</option>`,
  );
  return html`<form id="place" class="address" method="post" action="${localPath(locale, '/checkout')}"><h2>${text.address}</h2>
    ${fields.map((field) => addressField(page, state, field))}
    <div class="field"><label for="country">${text.country}</label><select id="country" name="country" autocomplete="country">${options}</select></div>
    <p class="quiet demo-note">${text.demoPayment}</p>
    <button class="button wide">${fill(text.placeOrder, { amount: formatMoney(page.cart.totals.total, locale) })}</button></form>`;
}

const couponReasons = ['couponUnknown', 'couponUsed', 'couponExpired'] as const;

function couponForm(page: PageContext): SafeHtml {
  const { cart, locale, text } = page;
  const reason = couponReasons.find((each) => each === page.url.searchParams.get('coupon'));
  const good =
    cart.coupon === undefined
      ? null
      : html`<p class="good" role="status">${fill(text.couponOn, { code: cart.coupon })}</p>`;
  const bad =
    reason === undefined ? null : html`<p class="wrong" id="coupon-wrong" role="alert">${text[reason]}</p>`;
  const flag = reason === undefined ? '' : html` aria-invalid="true" aria-describedby="coupon-wrong"`;
  return html`<form class="coupon js-coupon" method="post" action="${localPath(locale, '/cart/coupon')}"><label for="coupon">${text.couponCode}</label><div class="coupon-row"><input id="coupon" name="code" autocomplete="off" autocapitalize="characters" maxlength="40" required${flag}><button class="button quiet-button">${text.couponApply}</button></div>${good}${bad}</form>`;
}

/** Points as money: one button that uses them, or takes that back. */
function pointsForm(page: PageContext): SafeHtml | null {
  const { cart, locale, standing, text } = page;
  const { offer, usesPoints } = cart;
  if (offer === undefined) return null;
  const amount = formatMoney(offer.value, locale);
  const words = count(
    usesPoints ? text.pointsUsed : text.pointsHave,
    usesPoints ? offer.points : (standing?.points ?? 0),
    locale,
  );
  const act = usesPoints ? text.pointsKeep : fill(count(text.pointsUse, offer.points, locale), { amount });
  return html`<form class="coupon points-form" method="post" action="${localPath(locale, '/cart/points')}"><input type="hidden" name="use" value="${usesPoints ? 'no' : 'yes'}"><p>${fill(words, { amount })}</p><button class="button quiet-button">${act}</button></form>`;
}

function summary(page: PageContext): SafeHtml {
  const { cart, locale, text } = page;
  const lines = cart.lines.map(
    (line) =>
      html`<li><img src="${artPath(line.product)}" width="${artSizePx}" height="${artSizePx}" alt=""><span>${line.quantity} × ${titleOf(line.product, locale)}${line.variant === '' ? '' : html`<span class="quiet">, ${variantLabel(line.variant, text)}</span>`}</span><span>${formatMoney(line.price * line.quantity, locale)}</span></li>`,
  );
  return html`<section class="summary" aria-labelledby="summary-title"><h2 id="summary-title">${text.yourOrder}</h2><ul class="summary-lines">${lines}</ul>${couponForm(page)}${pointsForm(page)}${totalsList(page)}</section>`;
}

/** Address, coupon and payment on one page. */
export function checkoutPage(page: PageContext, state: CheckoutState): Page {
  const { text } = page;
  const asked = page.url.searchParams;
  const words = asked.has('stock') ? text.stockChanged : asked.has('points') ? text.pointsGone : undefined;
  const notice = words === undefined ? null : html`<p class="wrong" role="alert">${words}</p>`;
  const main = html`<div class="page"><div class="page-head"><h1>${text.checkout}</h1></div>${notice}<div class="checkout">${addressForm(page, state)}${summary(page)}</div></div>`;
  const status = state.missing === undefined ? 200 : 400;
  return {
    type: 'checkout',
    title: text.checkout,
    main,
    status,
    events: [cartEvent(page, 'begin_checkout')],
  };
}
