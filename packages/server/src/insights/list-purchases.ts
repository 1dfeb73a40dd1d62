import type { ServerContext } from '../context.ts';

/** A bought product and the card that led to it. */
export interface ListPurchase {
  readonly orderId: string;
  /** As the order names it: the card's product or a variant of it. */
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
}

/**
 * Purchases that follow a click on a card of the same product within the window, by the same browser or the same
 * person; an order may name a variant that the card had. The last click before the order has it, whatever list it was in; orders that were taken back do not count.
 * `$1`: orders from this time on, epoch ms; `$2`: the window, ms.
 */
export const purchaseQuery: string = `with touch as (
       select e.anonymous_id, e.t, e.seq, e.props, bought.product, coalesce(p.merged_into, p.id) as person
       from event e cross join lateral (
         select e.props->>'productId' as product union select jsonb_array_elements_text(e.props->'variants')) bought
       left join visitor v on v.anonymous_id = e.anonymous_id left join person p on p.id = v.person_id
       where e.name in ('recommendation_clicked', 'recommendation_added') and e.t >= $1 - $2::bigint and not e.test),
     line as (
       select o.order_id, o.placed_at, o.currency, o.anonymous_id, coalesce(b.merged_into, b.id) as person,
         item->>'productId' as product, sum((item->>'quantity')::bigint - coalesce((item->>'returned')::bigint, 0)) as quantity,
         sum(((item->>'quantity')::bigint - coalesce((item->>'returned')::bigint, 0)) * coalesce((item->'price'->>'value')::bigint, 0)) as value
       from shop_order o cross join lateral jsonb_array_elements(o.items) item left join person b on b.id = o.person_id
       where o.placed_at >= $1 and o.status not in ('cancelled', 'returned')
       group by 1, 2, 3, 4, 5, 6)
     select distinct on (l.placed_at, l.order_id, l.product) l.order_id, l.product, l.placed_at, t.t as clicked_at,
       l.quantity::int as quantity, l.value::bigint as value, l.currency, t.props, t.anonymous_id,
       case when t.props->>'variantId' = 'holdout' then 'held-out' else coalesce(t.props->>'variantId', 'shown') end as arm
     from line l join touch t on t.product = l.product and t.t <= l.placed_at and t.t >= l.placed_at - $2::bigint
       and (t.anonymous_id = l.anonymous_id or t.person = l.person)
     where l.quantity > 0
     order by l.placed_at desc, l.order_id, l.product, t.t desc, t.seq desc`;

/** Reads the newest purchases that a list led to. */
export async function readListPurchases(
  { db }: ServerContext,
  {
    campaignId,
    since,
    windowMs,
    most,
  }: Readonly<Record<'since' | 'windowMs' | 'most', number>> & { readonly campaignId: string },
): Promise<readonly ListPurchase[]> {
  return db.query<ListPurchase>(
    `select order_id as "orderId", product as "productId", placed_at as "placedAt", clicked_at as "clickedAt", quantity, value, currency,
       props->>'campaignId' as "campaignId", props->>'slot' as slot, props->>'widget' as widget,
       (props->>'position')::int as position, props->>'strategy' as strategy, props->>'source' as source,
       props->>'indexVersion' as "indexVersion", props->>'variantId' as "variantId"
     from (${purchaseQuery}) purchase where props->>'campaignId' = $3
     order by placed_at desc, order_id, product limit $4`,
    [since, windowMs, campaignId, most],
  );
}
