import type { Context, Hono } from 'hono';
import { findProductBySlug } from '../catalog/catalog.ts';
import { categoryIds } from '../catalog/catalog-product.ts';
import { cartPage } from '../pages/cart-page.ts';
import { categoryPage } from '../pages/category-page.ts';
import { helpPage } from '../pages/help-page.ts';
import { homePage } from '../pages/home-page.ts';
import type { Page } from '../pages/layout.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { productPage } from '../pages/product-page.ts';
import { rulesPage } from '../pages/rules-page.ts';
import { searchPage } from '../pages/search-page.ts';
import type { PageContext } from './page-context.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import { sendPage } from './send-page.ts';
import type { ShopServices } from './shop-services.ts';

/** Pages that only read. */
export function addPageRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  const show = (path: string, make: (page: PageContext, c: Context<ShopEnv>) => Page): void => {
    app.get(path, async (c) => {
      const page = await readPage(c, services);
      return sendPage(c, page, make(page, c));
    });
  };
  show('/', homePage);
  show('/search', searchPage);
  show('/cart', cartPage);
  show('/help', helpPage);
  show('/c/:category', (page, c) => {
    const category = categoryIds.find((id) => id === c.req.param('category'));
    return category === undefined ? notFoundPage(page) : categoryPage(page, category);
  });
  show('/p/:slug', (page, c) => {
    const product = findProductBySlug(c.req.param('slug') ?? '');
    return product === undefined ? notFoundPage(page) : productPage(page, product);
  });
  show('/rules/:pool', (page, c) => {
    const pool = services.rules[c.req.param('pool') ?? ''];
    return pool === undefined ? notFoundPage(page) : rulesPage(page, pool);
  });
  app.notFound(async (c) => {
    const page = await readPage(c, services);
    return sendPage(c, page, notFoundPage(page));
  });
}
