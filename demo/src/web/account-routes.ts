import type { Hono } from 'hono';
import { findCustomer } from '../backend/customers.ts';
import { readOrdersOf } from '../backend/orders.ts';
import { localPath } from '../catalog/locales.ts';
import { accountPage } from '../pages/account-page.ts';
import { readForm } from './cart-routes.ts';
import { writeCookie } from './cookies.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import { sendPage } from './send-page.ts';
import type { ShopServices } from './shop-services.ts';

/** Signing in and out, the account page, the demo's clock, and the token that proves the customer to Regulars. */
export function addAccountRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.get('/account', async (c) => {
    const page = await readPage(c, services);
    const orders = page.customer === undefined ? [] : await readOrdersOf(services.db, page.customer.id);
    return sendPage(c, page, accountPage(page, orders));
  });
  app.post('/account/sign-in', async (c) => {
    const customer = findCustomer((await readForm(c))('customer'));
    if (customer !== undefined) {
      writeCookie(c, 'shop-session', await services.tokens.sign(customer.id, 'session'));
    }
    return c.redirect(localPath(c.env.locale, '/account'), 303);
  });
  app.post('/account/sign-out', (c) => {
    writeCookie(c, 'shop-session', '');
    return c.redirect(localPath(c.env.locale, '/account'), 303);
  });
  app.post('/demo/day', async (c) => {
    const isBack = (await readForm(c))('day') === 'real';
    if (isBack) services.clock?.reset();
    else services.clock?.pass();
    return c.redirect(localPath(c.env.locale, '/rewards'), 303);
  });
  app.get('/account/token', async (c) => {
    const { customer } = await readPage(c, services);
    const token = customer === undefined ? null : await services.tokens.sign(customer.id, 'customer');
    return c.json({ token }, 200, { 'cache-control': 'no-store' });
  });
}
