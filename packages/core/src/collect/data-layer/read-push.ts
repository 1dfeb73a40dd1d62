import type { EventName, EventProps, Money, Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

/** A journey event with its props. */
export type Act = {
  readonly [N in EventName]: { readonly name: N; readonly props: EventProps[N] };
}[EventName];

type Params = Readonly<Record<string, unknown>>;

/**
 * Journey events of one entry of `dataLayer`: an object `{ event, ecommerce }`, or the arguments of
 * `gtag('event', name, params)`. Empty: not ours. Never throws.
 * Source: Google, "GA4 ecommerce events".
 */
export function readPush(entry: unknown): readonly Act[] {
  const { event, params } = unpack(entry);
  const read = Object.hasOwn(readers, event) ? readers[event] : undefined;
  return read?.(params, productsOf(params)) ?? [];
}

type Reader = (params: Params, products: readonly Product[]) => readonly Act[];

const readers: Readonly<Record<string, Reader>> = {
  view_item: (_, products) => each('product_viewed', products.slice(0, 1)),
  select_item: (_, products) => each('product_clicked', products.slice(0, 1)),
  view_item_list: (params, products) => [
    {
      name: 'list_viewed',
      props: {
        listId: text(params.item_list_id) ?? text(params.item_list_name) ?? '',
        products: products.slice(0, 100),
      },
    },
  ],
  add_to_cart: (_, products) => each('cart_product_added', products),
  remove_from_cart: (_, products) => each('cart_product_removed', products),
  add_to_wishlist: (_, products) => each('wishlist_product_added', products),
  view_cart: (params, products) => [{ name: 'cart_viewed', props: totals(params, products) }],
  begin_checkout: (params, products) => [{ name: 'checkout_started', props: totals(params, products) }],
  add_shipping_info: (params) => [
    { name: 'shipping_info_added', props: optional('method', text(params.shipping_tier)) },
  ],
  add_payment_info: (params) => [
    { name: 'payment_info_added', props: optional('method', text(params.payment_type)) },
  ],
  purchase: (params, products) => readOrder('order_placed', params, products),
  refund: (params, products) => readOrder('order_refunded', params, products),
  view_promotion: (params) => readPromotion('promotion_viewed', params),
  select_promotion: (params) => readPromotion('promotion_clicked', params),
  search: readSearch,
  view_search_results: readSearch,
};

function readOrder(
  name: 'order_placed' | 'order_refunded',
  params: Params,
  products: readonly Product[],
): readonly Act[] {
  const orderId = text(params.transaction_id);
  if (!orderId) return [];
  const props = {
    orderId,
    products: products.slice(0, 200),
    ...optional('total', readMoney(params.value, params.currency)),
    ...optional('coupon', text(params.coupon)),
  };
  return [{ name, props }];
}

function readPromotion(name: 'promotion_viewed' | 'promotion_clicked', params: Params): readonly Act[] {
  const promotionId = text(params.promotion_id) ?? text(params.promotion_name);
  if (!promotionId) return [];
  const props = {
    promotionId,
    ...optional('name', text(params.promotion_name)),
    ...optional('creative', text(params.creative_name)),
    ...optional('slot', text(params.creative_slot)),
  };
  return [{ name, props }];
}

function readSearch(params: Params): readonly Act[] {
  const term = text(params.search_term);
  return term ? [{ name: 'search_performed', props: { term } }] : [];
}

function each(
  name:
    | 'product_viewed'
    | 'product_clicked'
    | 'cart_product_added'
    | 'cart_product_removed'
    | 'wishlist_product_added',
  products: readonly Product[],
): readonly Act[] {
  return products.map((product) => ({ name, props: { product } }));
}

function totals(params: Params, products: readonly Product[]): { total?: Money; count: number } {
  const count = products.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
  return { count, ...optional('total', readMoney(params.value, params.currency)) };
}

function unpack(entry: unknown): { readonly event: string; readonly params: Params } {
  const it = Object(entry) as Params;
  // What our own adapter pushed for Google comes from the journey.
  if (it.regulars) return { event: '', params: {} };
  // `gtag` pushes its `arguments`, which look like an array.
  if (it[0] === 'event') return { event: String(it[1]), params: Object(it[2]) as Params };
  return { event: String(it.event), params: Object(it.ecommerce ?? it) as Params };
}

function productsOf(params: Params): readonly Product[] {
  const items: readonly unknown[] = Array.isArray(params.items) ? params.items : [];
  return items.flatMap((one) => {
    const item = Object(one) as Params;
    const id = text(item.item_id) ?? text(item.item_name);
    const quantity = Number(item.quantity);
    if (!id) return [];
    return {
      id,
      ...optional('title', text(item.item_name)),
      ...optional('price', readMoney(item.price, item.currency ?? params.currency)),
      ...optional('category', text(item.item_category)),
      ...optional('brand', text(item.item_brand)),
      ...optional('variant', text(item.item_variant)),
      ...optional('quantity', quantity > 0 ? quantity : undefined),
    };
  });
}

function text(value: unknown): string | undefined {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && word !== '' ? word.slice(0, 200) : undefined;
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: T });
}
