import { fill } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { cartBody } from './cart-parts.ts';
import type { Page } from './layout.ts';
import { toItem } from './product-parts.ts';

/** GA4 event about the whole cart. */
export function cartEvent(
  page: PageContext,
  event: 'view_cart' | 'begin_checkout',
): Readonly<Record<string, unknown>> {
  const { cart, locale } = page;
  const items = cart.lines.map((line) =>
    toItem(line.product, locale, {
      quantity: line.quantity,
      price: line.price / 100,
      item_variant: line.variant,
    }),
  );
  return { event, ecommerce: { currency: 'EUR', value: cart.totals.total / 100, items } };
}

/** The cart as a page of its own, for browsers without script. */
export function cartPage(page: PageContext): Page {
  const { text } = page;
  const main = html`<div class="page narrow"><h1>${text.cartPageTitle}</h1><regulars-slot name="cart-progress" class="slot slot-progress"></regulars-slot>${cartBody(page, 'page')}<regulars-slot name="cart-coupon" class="slot"></regulars-slot></div>`;
  return {
    type: 'checkout',
    title: fill(text.cartPageTitle, {}),
    main,
    events: [cartEvent(page, 'view_cart')],
  };
}
