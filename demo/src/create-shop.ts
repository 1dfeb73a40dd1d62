import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { locales } from './catalog/locales.ts';
import { addAccountRoutes } from './web/account-routes.ts';
import { addBridgeRoutes } from './web/bridge-routes.ts';
import { addCartRoutes } from './web/cart-routes.ts';
import { addCheckoutRoutes } from './web/checkout-routes.ts';
import { addFileRoutes } from './web/file-routes.ts';
import { addPageRoutes } from './web/page-routes.ts';
import type { ShopEnv } from './web/read-page.ts';
import type { ShopServices } from './web/shop-services.ts';
import { addWishRoutes } from './web/wish-routes.ts';

const formMaxBytes = 16 * 1024;

/** The shop as a function from request to response. */
export interface Shop {
  fetch(request: Request): Promise<Response>;
}

/** Builds the shop's pages and acts. The tables must be there. */
export function createShop(services: ShopServices): Shop {
  const app = new Hono<ShopEnv>({ strict: false });
  app.use(async (c, next) => {
    // A form on a foreign page must not fill a visitor's cart; browsers always send Origin with a POST.
    const origin = c.req.header('origin');
    const foreign = origin !== undefined && URL.parse(origin)?.host !== new URL(c.req.url).host;
    if (c.req.method === 'POST' && foreign) return c.text('Forbidden', 403);
    return next();
  });
  app.use(bodyLimit({ maxSize: formMaxBytes }));
  addFileRoutes(app, services);
  addCartRoutes(app, services);
  addCheckoutRoutes(app, services);
  addAccountRoutes(app, services);
  addBridgeRoutes(app, services);
  addWishRoutes(app, services);
  addPageRoutes(app, services);
  return {
    async fetch(request) {
      const url = new URL(request.url);
      const [, first = '', ...rest] = url.pathname.split('/');
      const locale = locales.find((each) => each === first && each !== 'en');
      if (locale === undefined) return app.fetch(request, { locale: 'en' });
      // No second slash at the front: links made of it would lead to another host.
      url.pathname = `/${rest.join('/').replace(/^\/+/, '')}`;
      return app.fetch(new Request(url, request), { locale });
    },
  };
}
