import type { PlacedOrder } from '../backend/orders.ts';
import { artPath, artSizePx, titleOf } from '../catalog/catalog.ts';
import { localPath } from '../catalog/locales.ts';
import { products } from '../catalog/products.ts';
import { fill, formatMoney } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import type { Page } from './layout.ts';
import { shelf, toItem } from './product-parts.ts';

/** GA4 event of the order; sent with the first view of the thank-you page only. */
function purchase(page: PageContext, order: PlacedOrder): Readonly<Record<string, unknown>> {
  const items = order.lines.map((line) =>
    toItem(line.product, page.locale, { quantity: line.quantity, price: line.price / 100 }),
  );
  const { delivery, total } = order.totals;
  const coupon = order.coupon === undefined ? {} : { coupon: order.coupon };
  return {
    event: 'purchase',
    ecommerce: {
      transaction_id: order.id,
      currency: 'EUR',
      value: total / 100,
      shipping: delivery / 100,
      ...coupon,
      items,
    },
  };
}

/** Thanks, what was bought, the wheel, and what goes with it. */
export function orderPage(page: PageContext, order: PlacedOrder): Page {
  const { locale, text } = page;
  const lines = order.lines.map(
    (line) =>
      html`<li><img src="${artPath(line.product)}" width="${artSizePx}" height="${artSizePx}" alt=""><span>${line.quantity} × ${titleOf(line.product, locale)}</span><span>${formatMoney(line.price * line.quantity, locale)}</span></li>`,
  );
  const held = new Set(order.lines.map((line) => line.product.id));
  const fresh = products.filter(({ id, tags }) => tags.includes('new') && !held.has(id)).slice(0, 4);
  const wheel = html`<div class="wheel-fallback"><img src="/art/par-501.svg" width="${artSizePx}" height="${artSizePx}" alt=""><p>${text.wheelFallback}</p><p><a class="button quiet-button" href="${localPath(locale, '/account')}">${text.seeAccount}</a></p></div>`;
  const main = html`<div class="page"><div class="page-head"><h1>${text.thanks}</h1><p>${fill(text.thanksLead, { id: order.id })}</p></div>
    <div class="order"><regulars-slot name="order-wheel" class="slot slot-wheel">${wheel}</regulars-slot>
    <section class="summary" aria-labelledby="order-title"><h2 id="order-title">${fill(text.orderNumber, { id: order.id })}</h2><ul class="summary-lines">${lines}</ul><dl class="totals"><div class="sum"><dt>${text.total}</dt><dd>${formatMoney(order.totals.total, locale)}</dd></div></dl><p class="quiet">${order.address.name}, ${order.address.street}, ${order.address.postcode} ${order.address.city}</p></section></div>
    <div class="section"><regulars-slot name="order-next" class="slot slot-list"><h2>${text.newIn}</h2>${shelf(fresh, page, 'order-next')}</regulars-slot></div></div>`;
  const events = order.thanked ? [] : [purchase(page, order)];
  return { type: 'order', title: text.thanks, main, events };
}
