import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIndex } from '@regulars/cli';
import { toProduct } from './catalog/catalog.ts';
import type { CatalogProduct } from './catalog/catalog-product.ts';
import { products } from './catalog/products.ts';
import { simulateShoppers } from './simulate/simulate-shoppers.ts';
import { toCsv } from './simulate/to-csv.ts';

const cache = fileURLToPath(new URL('../../.cache/demo-index', import.meta.url));
const season = { seed: 20_261_101, shoppers: 1500, from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 10, 1) };

/** The export that a shop of this kind would make: looks, order lines and products, as CSV. */
export function demoExport(): Readonly<Record<'clicks' | 'orders' | 'products', string>> {
  const { clicks, orders } = simulateShoppers(products, season);
  const looks = clicks.map(({ visitor, product, t }) => [visitor, product, when(t)]);
  const lines = orders.map(({ order, visitor, product, quantity, price, t }) => [
    ...[order, visitor, product],
    ...[quantity, decimal(price), when(t)],
  ]);
  const orderHeader = ['order_id', 'visitor_id', 'product_id', 'quantity', 'price', 'time'];
  return {
    clicks: toCsv(['visitor_id', 'product_id', 'time'], looks),
    orders: toCsv(orderHeader, lines),
    products: toCsv(productHeader, products.map(productRow)),
  };
}

const productHeader = [
  ...['id', 'title', 'url', 'image', 'image_width', 'image_height'],
  ...['price', 'old_price', 'currency', 'category', 'brand'],
];

function productRow(product: CatalogProduct): (string | number)[] {
  const { id, title = '', url = '', image, oldPrice, category = '', brand = '' } = toProduct(product, 'en');
  const picture = [image?.src ?? '', image?.width ?? '', image?.height ?? ''];
  const prices = [decimal(product.price), oldPrice ? decimal(oldPrice.value) : '', 'EUR'];
  return [id, title, url, ...picture, ...prices, category, brand];
}

function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}

function when(t: number): string {
  return new Date(t).toISOString();
}

/**
 * Builds the demo's recommendation index with the same command as any shop, once per export.
 * @param folder where it is kept (default `.cache/demo-index` in the checkout).
 * @returns the folder to serve.
 */
export async function ensureDemoIndex(folder: string = cache): Promise<string> {
  const files = demoExport();
  const key = createHash('sha256').update(Object.values(files).join('\n')).digest('hex');
  const mark = join(folder, 'export.sha256');
  if ((await readFile(mark, 'utf8').catch(() => '')) === key) return join(folder, 'index');
  await rm(mark, { force: true });
  await mkdir(folder, { recursive: true });
  const paths = {
    clicks: join(folder, 'clicks.csv'),
    orders: join(folder, 'orders.csv'),
    products: join(folder, 'products.csv'),
  };
  for (const name of ['clicks', 'orders', 'products'] as const) await writeFile(paths[name], files[name]);
  await buildIndex({ ...paths, out: join(folder, 'index'), builtAt: season.to });
  // Written last: a build that was broken off is made anew.
  await writeFile(mark, key);
  return join(folder, 'index');
}
