import type { Context } from 'hono';
import { readCart } from '../backend/carts.ts';
import { findCustomer } from '../backend/customers.ts';
import { readStock } from '../backend/stock.ts';
import type { Locale } from '../catalog/locales.ts';
import { uiTexts } from '../texts/ui-texts.ts';
import { readCookie } from './cookies.ts';
import type { PageContext } from './page-context.ts';
import type { ShopServices } from './shop-services.ts';

/** Language of a request, set before the routes run. */
export interface ShopEnv {
  Bindings: { readonly locale: Locale };
}

/** Reads what a page needs: cart, customer and what Regulars knows of them, stock. */
export async function readPage(c: Context<ShopEnv>, services: ShopServices): Promise<PageContext> {
  const url = new URL(c.req.url);
  const session = readCookie(c, 'shop-session');
  const { program } = services;
  const now = services.now();
  const proof = session === undefined ? null : await services.tokens.verify(session, 'session');
  const customer = findCustomer(proof?.customerId);
  const standing = customer && (await services.regulars.standingOf(customer.id));
  const [cart, stock] = await Promise.all([
    readCart(services.db, readCookie(c, 'shop-cart'), { standing, program, now }),
    readStock(services.db),
  ]);
  const { locale } = c.env;
  return {
    locale,
    text: uiTexts[locale],
    url,
    cart,
    customer,
    standing,
    program,
    now,
    ahead: services.clock?.ahead(),
    stock,
    asset: (name) => `/assets/${name}?v=${services.assets.get(name)?.hash ?? '0'}`,
    sdk: services.sdk && url.searchParams.get('sdk') !== 'off',
  };
}
