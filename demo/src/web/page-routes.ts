import type { Context, Hono } from 'hono';
import { findProductBySlug } from '../catalog/catalog.ts';
import { categoryIds } from '../catalog/catalog-product.ts';
import { type Locale, locales, localPath } from '../catalog/locales.ts';
import { cartPage } from '../pages/cart-page.ts';
import { categoryPage } from '../pages/category-page.ts';
import { helpPage } from '../pages/help-page.ts';
import { homePage } from '../pages/home-page.ts';
import type { Page } from '../pages/layout.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { productPage } from '../pages/product-page.ts';
import { rewardsPage } from '../pages/rewards-page.ts';
import { rulesPage } from '../pages/rules-page.ts';
import { searchPage } from '../pages/search-page.ts';
import type { PageContext } from './page-context.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import { sendPage } from './send-page.ts';
import type { ShopServices } from './shop-services.ts';

/**
 * Language of the page whose link led here. The programme knows one address of the rules for all languages;
 * a visitor who reads the rules already chose the language by the link itself.
 */
function cameFrom(c: Context<ShopEnv>): Locale | undefined {
  const from = URL.parse(c.req.header('referer') ?? '');
  if (c.env.locale !== 'en' || from === null || from.host !== new URL(c.req.url).host) return undefined;
  const [, first, second] = from.pathname.split('/');
  return second === 'rules' ? undefined : locales.find((each) => each === first && each !== 'en');
}

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
  show('/rewards', rewardsPage);
  show('/help', helpPage);
  show('/c/:category', (page, c) => {
    const category = categoryIds.find((id) => id === c.req.param('category'));
    return category === undefined ? notFoundPage(page) : categoryPage(page, category);
  });
  show('/p/:slug', (page, c) => {
    const product = findProductBySlug(c.req.param('slug') ?? '');
    return product === undefined ? notFoundPage(page) : productPage(page, product);
  });
  app.use('/rules/:pool', async (c, next) => {
    const locale = cameFrom(c);
    return locale === undefined ? next() : c.redirect(localPath(locale, c.req.path), 302);
  });
  show('/rules/:pool', (page, c) => {
    const name = c.req.param('pool') ?? '';
    const { pools } = services.program;
    const pool = Object.hasOwn(pools, name) ? pools[name] : undefined;
    return pool === undefined ? notFoundPage(page) : rulesPage(page, pool);
  });
  app.notFound(async (c) => {
    const page = await readPage(c, services);
    return sendPage(c, page, notFoundPage(page));
  });
}
