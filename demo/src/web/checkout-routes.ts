import type { Context, Hono } from 'hono';
import {
  type Address,
  markThanked,
  newOrderId,
  type Placing,
  placeOrder,
  readOrder,
} from '../backend/orders.ts';
import { localPath } from '../catalog/locales.ts';
import { cartPage } from '../pages/cart-page.ts';
import { checkoutPage } from '../pages/checkout-page.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { orderPage } from '../pages/order-page.ts';
import { readForm } from './cart-routes.ts';
import { readCookie } from './cookies.ts';
import type { PageContext } from './page-context.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import { sendPage } from './send-page.ts';
import type { ShopServices } from './shop-services.ts';

async function place(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const field = await readForm(c);
  const page = await readPage(c, services);
  const address: Address = {
    name: field('name').trim(),
    street: field('street').trim(),
    postcode: field('postcode').trim(),
    city: field('city').trim(),
    country: field('country'),
  };
  const missing = (Object.keys(address) as (keyof Address)[]).filter((name) => address[name] === '');
  if (missing.length > 0) return sendPage(c, page, checkoutPage(page, { address, missing }));
  const cartId = page.cart.id;
  if (cartId === undefined) return c.redirect(localPath(c.env.locale, '/cart'), 303);
  const placed = await payAndPlace(services, { page, cartId, address });
  if (!placed.ok) return c.redirect(localPath(c.env.locale, `/checkout?${placed.reason}`), 303);
  // Not awaited: the buyer does not wait for somebody else's server. What fails now is tried again.
  void services.webhook.deliver();
  return c.redirect(localPath(c.env.locale, `/order/${placed.id}`), 303);
}

/** Takes the points first, by the order's number: a repeat takes nothing more, and what came to nothing gives them back. */
async function payAndPlace(
  services: ShopServices,
  {
    page,
    cartId,
    address,
  }: { readonly page: PageContext; readonly cartId: string; readonly address: Address },
): Promise<Placing> {
  const { cart, customer, standing, program, now } = page;
  const id = newOrderId();
  const paid = cart.usesPoints ? cart.offer : undefined;
  const customerId = customer?.id;
  if (paid !== undefined) {
    const total = { value: cart.totals.total + paid.value, currency: 'EUR' };
    const payment = { orderId: id, points: paid.points, credit: undefined, total, customerId };
    if (!(await services.regulars.pay(payment))) return { ok: false, reason: 'points' };
  }
  const owner = { standing, program, now };
  const placed = await placeOrder(services.db, { id, cartId, customerId, address, owner, paid });
  if (!placed.ok && paid !== undefined) await services.regulars.cancel({ id, customerId, at: now });
  return placed;
}

async function showOrder(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const page = await readPage(c, services);
  const order = await readOrder(services.db, c.req.param('id') ?? '');
  // Order numbers can be guessed: only the cart or the customer that placed it may look.
  const own =
    order !== undefined &&
    (order.cartId === readCookie(c, 'shop-cart') ||
      (order.customerId !== undefined && order.customerId === page.customer?.id));
  if (!own) return sendPage(c, page, notFoundPage(page));
  const answer = sendPage(c, page, orderPage(page, order));
  if (!order.thanked) await markThanked(services.db, order.id);
  return answer;
}

/** Address, payment and the thank-you page. Payment is an act of the shop: no browser has to come back. */
export function addCheckoutRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.get('/checkout', async (c) => {
    const page = await readPage(c, services);
    return sendPage(c, page, page.cart.lines.length === 0 ? cartPage(page) : checkoutPage(page, {}));
  });
  app.post('/checkout', (c) => place(c, services));
  app.get('/order/:id', (c) => showOrder(c, services));
}
