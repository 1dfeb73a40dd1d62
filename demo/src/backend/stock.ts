import type { Queryable } from '@regulars/server';
import { products } from '../catalog/products.ts';

/** Units left by product id: what the storeroom had, less what was sold. */
export type Stock = ReadonlyMap<string, number>;

/** Reads what is left of every product. */
export async function readStock(db: Queryable): Promise<Stock> {
  const rows = await db.query<{ product_id: string; quantity: number }>(
    'select product_id, quantity from shop.sold',
  );
  const sold = new Map(rows.map((row) => [row.product_id, row.quantity]));
  return new Map(products.map((p) => [p.id, Math.max(0, p.stock - (sold.get(p.id) ?? 0))]));
}
