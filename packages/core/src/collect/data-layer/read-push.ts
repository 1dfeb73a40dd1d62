import type { EventName, EventProps, Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

/** A journey event with its props. */
export type Act = {
  readonly [N in EventName]: { readonly name: N; readonly props: EventProps[N] };
}[EventName];

type Params = Readonly<Record<string, unknown>>;

const promotion =
  'promotionId<promotion_id<promotion_name name<promotion_name creative<creative_name slot<creative_slot';
const order = 'orderId<transaction_id products<200 total coupon<coupon';

/**
 * A line: Google's word, ours, and what is read with it: `ours<theirs<theirs` the first of them that is a text,
 * `products<100` so many of them. A number alone: so many products, each an act of its own. The first line: a product.
 * Source: Google, "GA4 ecommerce events".
 */
const [item = [], ...words]: readonly (readonly string[])[] =
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
purchase order_placed ${order}
refund order_refunded ${order}
view_promotion promotion_viewed ${promotion}
select_promotion promotion_clicked ${promotion}
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
  const isCall = it[0] === 'event';
  const params = Object(isCall ? it[2] : (it.ecommerce ?? it)) as Params;
  const [, name = '', ...fields] = words.find(([theirs]) => theirs === (isCall ? it[1] : it.event)) ?? [];
  // What our own adapter pushed for Google comes from the journey.
  if (!name || it.regulars) return [];
  const items: readonly unknown[] = Array.isArray(params.items) ? params.items : [];
  const products = items
    .map((one) => {
      const { price, currency = params.currency, quantity } = Object(one) as Params;
      return {
        ...read(item, Object(one)),
        price: readMoney(price, currency),
        quantity: Math.max(0, Number(quantity)) || undefined,
      } as Product;
    })
    .filter(({ id }) => id);
  const most = Number(fields[0]);
  if (most) return products.slice(0, most).map((product) => ({ name, props: { product } }) as Act);
  const props = read(fields, params, products);
  // Without its id or its words it says nothing.
  return /^(order|promo|search)/.test(name) && !Object.values(props)[0] ? [] : [{ name, props } as Act];
}

/** Texts and numbers as texts; what is missing stays out, or does when the event is stamped. */
function read(fields: readonly string[], from: Params, products: readonly Product[] = []): object {
  const found: Record<string, unknown> = {};
  for (const field of fields) {
    const [ours = '', ...theirs] = field.split('<');
    const text = theirs.map((one) => from[one]).find((one) => /^(st|nu)/.test(typeof one) && one !== '');
    found[ours] =
      ours === 'products'
        ? products.slice(0, Number(theirs))
        : ours === 'total'
          ? readMoney(from.value, from.currency)
          : ours === 'count'
            ? products.reduce((sum, { quantity = 1 }) => sum + quantity, 0)
            : // A list may have no name.
              (text ?? (ours === 'listId' ? '' : text))?.toString().slice(0, 200);
  }
  return found;
}
