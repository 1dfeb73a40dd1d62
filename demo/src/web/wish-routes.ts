import type { Hono } from 'hono';
import { readWishes, saveWishes } from '../backend/wishes.ts';
import { wishlistPage } from '../pages/wishlist-page.ts';
import { readForm } from './cart-routes.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import { sendPage } from './send-page.ts';
import type { ShopServices } from './shop-services.ts';

/** The wish list as a page, and for the bridge as JSON: a customer's own is kept here, everybody else's by their browser. */
export function addWishRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.get('/wishlist', async (c) => {
    const page = await readPage(c, services);
    return sendPage(c, page, wishlistPage(page));
  });
  app.get('/wishlist.json', async (c) => {
    const { customer } = await readPage(c, services);
    const ids = customer === undefined ? null : await readWishes(services.db, customer.id);
    return c.json({ ids }, 200, { 'cache-control': 'no-store' });
  });
  app.post('/wishlist.json', async (c) => {
    const ids = (await readForm(c))('ids').split(',');
    const { customer, text } = await readPage(c, services);
    if (customer === undefined) return c.json({ ok: false, reason: text.wishNobody }, 403);
    await saveWishes(services.db, customer.id, ids);
    return c.json({ ok: true });
  });
}
