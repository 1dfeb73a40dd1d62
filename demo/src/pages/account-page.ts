import { customers } from '../backend/customers.ts';
import type { PlacedOrder } from '../backend/orders.ts';
import { localPath } from '../catalog/locales.ts';
import { count, fill, formatDate, formatMoney } from '../web/format.ts';
import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import type { Page } from './layout.ts';

function signIn(page: PageContext): SafeHtml {
  const { locale, text } = page;
  const doors = customers.map(
    (customer) =>
      html`<li><form method="post" action="${localPath(locale, '/account/sign-in')}"><input type="hidden" name="customer" value="${customer.id}"><button class="door"><span class="door-name">${fill(text.signInAs, { name: customer.name })}</span><span class="quiet">${text[customer.note]}</span></button></form></li>`,
  );
  return html`<p class="lead">${text.signInLead}</p><ul class="doors">${doors}</ul>`;
}

function orderList(page: PageContext, orders: readonly PlacedOrder[]): SafeHtml {
  const { locale, text } = page;
  if (orders.length === 0) return html`<p class="quiet">${text.noOrders}</p>`;
  const items = orders.map((order) => {
    const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
    return html`<li><a href="${localPath(locale, `/order/${order.id}`)}">${fill(text.orderNumber, { id: order.id })}</a><span class="quiet">${formatDate(order.at, locale)}, ${count(text.items, pieces, locale)}</span><span>${formatMoney(order.totals.total, locale)}</span></li>`;
  });
  return html`<ul class="order-list">${items}</ul>`;
}

/** Doors to walk in by, or what waits inside. The wallet's slot stands in both: points belong to visitors too. */
export function accountPage(page: PageContext, orders: readonly PlacedOrder[]): Page {
  const { customer, locale, text } = page;
  const who =
    customer === undefined
      ? signIn(page)
      : html`<form method="post" action="${localPath(locale, '/account/sign-out')}" class="who"><span>${fill(text.signedInAs, { name: customer.name })}</span><button class="button quiet-button">${text.signOut}</button></form><h2>${text.orders}</h2>${orderList(page, orders)}`;
  const main = html`<div class="page"><div class="page-head"><h1>${text.accountTitle}</h1></div><div class="account"><section>${who}<regulars-slot name="account-steps" class="slot-steps"><p class="wallet-fallback">${text.promisePoints}</p></regulars-slot></section>
    <section aria-labelledby="wallet-title"><regulars-slot name="account-wallet" class="slot slot-wallet"><h2 id="wallet-title">${text.wallet}</h2><p class="wallet-fallback">${text.walletFallback}</p></regulars-slot><p><a class="button quiet-button" href="${localPath(locale, '/rewards')}">${text.seeRewards}</a></p></section></div></div>`;
  return { type: 'account', title: text.accountTitle, main };
}
