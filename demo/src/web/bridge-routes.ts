import type { Context, Hono } from 'hono';
import { freeDeliveryFrom } from '../backend/pricing.ts';
import { readStock } from '../backend/stock.ts';
import { findProduct, toProduct } from '../catalog/catalog.ts';
import type { ShopEnv } from './read-page.ts';
import type { ShopServices } from './shop-services.ts';

async function productsJson(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const ids = (c.req.query('ids') ?? '').split(',').slice(0, 60);
  const stock = await readStock(services.db);
  const found = ids.flatMap((id) => {
    const product = findProduct(id);
    if (product === undefined) return [];
    return [{ ...toProduct(product, c.env.locale), inStock: (stock.get(id) ?? 0) > 0 }];
  });
  return c.json(found, 200, { 'cache-control': 'no-store' });
}

/** What the browser bridge asks beyond the cart. */
export function addBridgeRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.get('/products.json', (c) => productsJson(c, services));
  app.get('/thresholds.json', (c) =>
    c.json([{ kind: 'free-shipping', at: { value: freeDeliveryFrom, currency: 'EUR' } }]),
  );
}
