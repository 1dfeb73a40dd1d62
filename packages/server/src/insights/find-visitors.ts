import type { Queryable } from '../db/database.ts';

/**
 * Anonymous ids that a support code, customer id, order number or anonymous id leads to, the last seen first, at most 10.
 */
export async function findVisitors(db: Queryable, asked: string): Promise<readonly string[]> {
  const named = await db.query<{ id: string }>(
    `select v.anonymous_id as id from visitor v join person p on p.id = v.person_id
     where v.anonymous_id = $1
       or coalesce(p.merged_into, p.id) in (select coalesce(c.merged_into, c.id) from person c where c.customer_id = $1)
       or v.anonymous_id in (select anonymous_id from shop_order where order_id = $1)
       or coalesce(p.merged_into, p.id) in (select coalesce(b.merged_into, b.id) from shop_order o join person b on b.id = o.person_id where o.order_id = $1)
     order by v.last_seen desc limit 10`,
    [asked],
  );
  if (named.length > 0) return named.map(({ id }) => id);
  const code = asked.toUpperCase();
  if (!/^[0-9A-Z]{6}$/.test(code)) return [];
  const coded = await db.query<{ id: string }>(
    `select anonymous_id as id from visitor where support_code(anonymous_id) = $1 order by last_seen desc limit 10`,
    [code],
  );
  return coded.map(({ id }) => id);
}
