import type { ServerContext } from '../../context.ts';
import { COUNTED_ORDER } from '../../orders/write-order.ts';
import { readAsked } from './asked.ts';

/**
 * RFM bands of all buyers: recency, frequency and value, each 1 to 5 by fifths of the customers, equal ones alike. Value counts
 * orders in the shop's commonest currency. `cume_dist` gives the share of customers who are not better.
 */
const RANK = `with counted as (
    select coalesce(p.merged_into, p.id) as person_id, o.placed_at, o.total - o.refunded as spent, o.currency
    from shop_order o join person p on p.id = o.person_id
    where ${COUNTED_ORDER} and p.erased_at is null),
  shop as (select currency from counted group by currency order by count(*) desc, currency limit 1),
  buyer as (
    select person_id, max(placed_at) as last_at, count(*) as times,
      coalesce(sum(spent) filter (where currency = (select currency from shop)), 0) as spent
    from counted group by person_id),
  ranked as (
    select person_id, ceil(5 * cume_dist() over (order by last_at))::int as r,
      ceil(5 * cume_dist() over (order by times))::int as f, ceil(5 * cume_dist() over (order by spent))::int as m
    from buyer)
insert into person_attribute (person_id, name, value, at, by_shop)
select person_id, 'rfm', to_jsonb(r || '-' || f || '-' || m), $1, false from ranked order by person_id
on conflict (person_id, name) do update set value = excluded.value, at = excluded.at
where not person_attribute.by_shop`;

/** Counts the bands anew where the published campaigns ask for them; answers whether it did. */
export async function rankCustomers(context: ServerContext): Promise<boolean> {
  const { names } = readAsked(context);
  if (![...names].some((name) => /^rfm\b/.test(name))) return false;
  await context.db.query(RANK, [Math.round(context.now())]);
  return true;
}
