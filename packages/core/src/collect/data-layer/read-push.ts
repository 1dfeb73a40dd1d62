import type { EventName, EventProps, Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

/** A journey event: its name and its props. */
export type Act = readonly [name: EventName, props: EventProps[EventName]];

type Params = Readonly<Record<string, unknown>>;

/**
 * A line: Google's word, ours, and what is read with it: `ours<theirs<theirs` the first of them that is a text,
 * `products<100` so many of them. A number alone: so many products, each an act of its own. The first line: a product.
 * Source: Google, "GA4 ecommerce events".
 */
const words: readonly (readonly string[])[] =
  `id<item_id<item_name title<item_name category<item_category brand<item_brand variant<item_variant
view_item product_viewed 1
select_item product_clicked 1
add_to_cart cart_product_added 200
remove_from_cart cart_product_removed 200
add_to_wishlist wishlist_product_added 200
view_item_list list_viewed listId<item_list_id<item_list_name products<100
view_cart cart_viewed total count
begin_checkout checkout_started total count
add_shipping_info shipping_info_added method<shipping_tier
add_payment_info payment_info_added method<payment_type
purchase order_placed orderId<transaction_id products<200 total coupon<coupon
refund order_refunded orderId<transaction_id products<200 total coupon<coupon
view_promotion promotion_viewed promotionId<promotion_id<promotion_name name<promotion_name creative<creative_name slot<creative_slot
select_promotion promotion_clicked promotionId<promotion_id<promotion_name name<promotion_name creative<creative_name slot<creative_slot
search search_performed term<search_term
view_search_results search_performed term<search_term`
    .split('\n')
    .map((line) => line.split(' '));

/**
 * Journey events of one entry of `dataLayer`: an object `{ event, ecommerce }`, or the arguments of
 * `gtag('event', name, params)`. Empty: not ours. Never throws.
 */
export function readPush(entry: unknown): readonly Act[] {
  const it = Object(entry) as Params;
  // `gtag` pushes its `arguments`, which look like an array.
  const [said, more] = it[0] === 'event' ? [it[1], it[2]] : [it.event, it.ecommerce ?? it];
  const [, name = '', ...fields] = words.find(([theirs]) => theirs === said) ?? [];
  const params = Object(more) as Params;
  const products = Array.from(Object(params.items), (line) => {
    const one = Object(line) as Params;
    return {
      ...read(words[0] ?? [], one),
      price: readMoney(one.price, one.currency ?? params.currency),
      quantity: Math.max(0, Number(one.quantity)) || undefined,
    } as Product;
  }).filter(({ id }) => id);
  const most = Number(fields[0]);
  const props = read(fields, params, products);
  const acts = most
    ? products.slice(0, most).map((product) => [name, { product }] as Act)
    : // Without its id or its words it says nothing.
      !/order|promo|sea/.test(name) || Object.values(props)[0]
      ? [[name, props] as Act]
      : [];
  // What our own adapter pushed for Google comes from the journey.
  return !name || it.regulars ? [] : acts;
}

/** Texts and numbers as texts; what is missing stays out, or does when the event is stamped. */
function read(fields: readonly string[], from: Params, products: readonly Product[] = []): object {
  const found: Record<string, unknown> = {};
  for (const field of fields) {
    const [ours = '', ...theirs] = field.split('<');
    const text = theirs
      .map((one) => (/st|nu/.test(typeof from[one]) ? String(from[one]).slice(0, 200) : ''))
      .find(Boolean);
    found[ours] =
      ours === 'products'
        ? products.slice(0, Number(theirs))
        : ours === 'count'
          ? products.reduce((sum, { quantity = 1 }) => sum + quantity, 0)
          : ours === 'total'
            ? readMoney(from.value, from.currency)
            : // A list may have no name.
              (text ?? (ours === 'listId' ? '' : text));
  }
  return found;
}
