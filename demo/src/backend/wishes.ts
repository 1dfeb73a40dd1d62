import type { Database, Queryable } from '@regulars/server';
import { findProduct } from '../catalog/catalog.ts';

/** What a list holds at most. */
const most = 100;

/** Product ids of a customer's wish list, newest first. */
export async function readWishes(db: Queryable, customerId: string): Promise<readonly string[]> {
  const rows = await db.query<{ product_id: string }>(
    'select product_id from shop.wish where customer_id = $1 order by place',
    [customerId],
  );
  return rows.map((row) => row.product_id);
}

/** Puts these products in place of a customer's list; ids that no product has are left out. */
export async function saveWishes(
  db: Database,
  customerId: string,
  productIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(productIds)].filter((id) => findProduct(id) !== undefined).slice(0, most);
  await db.transaction(async (tx) => {
    await tx.query('delete from shop.wish where customer_id = $1', [customerId]);
    for (const [place, id] of ids.entries())
      await tx.query('insert into shop.wish (customer_id, product_id, place) values ($1, $2, $3)', [
        customerId,
        id,
        place,
      ]);
  });
}
