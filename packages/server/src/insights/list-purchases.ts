import type { ServerContext } from '../context.ts';

/** A bought product and the card that led to it. */
export interface ListPurchase {
  readonly orderId: string;
  readonly productId: string;
  readonly placedAt: number;
  /** Click, or wish to put it into the cart, epoch ms. */
  readonly clickedAt: number;
  readonly quantity: number;
  /** Minor units, for all pieces. */
  readonly value: number;
  readonly currency: string;
  readonly campaignId: string;
  readonly slot: string | null;
  readonly widget: string | null;
  /** Place of the card in its list, from 0. */
  readonly position: number;
  readonly strategy: string | null;
  /** The part of the chain that gave the card. */
  readonly source: string | null;
  /** Version of the index or of the backend's model. */
  readonly indexVersion: string | null;
  /** `holdout`: the list showed best sellers. */
  readonly variantId: string | null;
  readonly anonymousId: string;
}

/**
 * Purchases that follow a click on a card of the same product within the window, by the same browser or the same
 * person. The last click before the order has it, whatever list it was in; orders that were taken back do not count.
 * @param options.since orders from this time on, epoch ms.
 * @returns newest order first.
 */
export async function readListPurchases(
  { db }: ServerContext,
  { since, windowMs }: { readonly since: number; readonly windowMs: number },
): Promise<readonly ListPurchase[]> {
  return db.query<ListPurchase>(
    `with touch as (
       select e.anonymous_id, e.t, e.seq, e.props, coalesce(p.merged_into, p.id) as person
       from event e left join visitor v on v.anonymous_id = e.anonymous_id left join person p on p.id = v.person_id
       where e.name in ('recommendation_clicked', 'recommendation_added') and e.t >= $1 - $2::bigint and not e.test),
     line as (
       select o.order_id, o.placed_at, o.currency, o.anonymous_id, coalesce(b.merged_into, b.id) as person,
         item->>'productId' as product, sum((item->>'quantity')::bigint - coalesce((item->>'returned')::bigint, 0)) as quantity,
         sum(((item->>'quantity')::bigint - coalesce((item->>'returned')::bigint, 0)) * coalesce((item->'price'->>'value')::bigint, 0)) as value
       from shop_order o cross join lateral jsonb_array_elements(o.items) item left join person b on b.id = o.person_id
       where o.placed_at >= $1 and o.status not in ('cancelled', 'returned')
       group by 1, 2, 3, 4, 5, 6)
     select distinct on (l.placed_at, l.order_id, l.product) l.order_id as "orderId", l.product as "productId",
       l.placed_at as "placedAt", t.t as "clickedAt", l.quantity::int as quantity, l.value::bigint as value, l.currency,
       t.props->>'campaignId' as "campaignId", t.props->>'slot' as slot, t.props->>'widget' as widget,
       (t.props->>'position')::int as position, t.props->>'strategy' as strategy, t.props->>'source' as source,
       t.props->>'indexVersion' as "indexVersion", t.props->>'variantId' as "variantId", t.anonymous_id as "anonymousId"
     from line l join touch t on t.props->>'productId' = l.product and t.t <= l.placed_at and t.t >= l.placed_at - $2::bigint
       and (t.anonymous_id = l.anonymous_id or t.person = l.person)
     where l.quantity > 0
     order by l.placed_at desc, l.order_id, l.product, t.t desc, t.seq desc`,
    [since, windowMs],
  );
}
