import type { EventName, EventProps, Product } from '@regulars/schema';
import { dayNumber } from '../lib/calendar.ts';
import { touchOf } from './attribution-rule.ts';
import type { EventCount, ProductTrace, Profile, Score } from './profile.ts';

/** What the fold reads of an event. */
export interface FoldableEvent {
  readonly name: EventName;
  /** Epoch ms. */
  readonly t: number;
  readonly sid?: string | undefined;
  readonly page: { readonly url: string };
  readonly props: EventProps[EventName];
}

const HALF_LIFE_MS = 14 * 86_400_000;
const MAX_PRODUCTS = 200;
const MAX_RECENT = 50;
const MAX_TASTES = 100;
const MAX_DAYS = 400;

/** What one act says of a product. */
const weights: Readonly<Partial<Record<EventName, number>>> = {
  product_viewed: 1,
  wishlist_product_added: 2,
  cart_product_added: 3,
  cart_product_removed: -1,
  order_placed: 5,
};

/** Profile of somebody who did nothing yet. */
export const emptyProfile: Profile = {
  v: 1,
  firstMs: 0,
  lastMs: 0,
  counts: {},
  products: {},
  recent: [],
  categories: {},
  brands: {},
  cart: {},
  orders: { count: 0 },
};

/** Adds weight to a decaying number; an event older than the number counts for less, the number stays. */
export function addScore(score: Score | undefined, weight: number, t: number): Score {
  if (!score) return { value: weight, atMs: t };
  const late = score.atMs - t;
  const fade = 0.5 ** (Math.abs(late) / HALF_LIFE_MS);
  return late > 0
    ? { value: score.value + weight * fade, atMs: score.atMs }
    : { value: score.value * fade + weight, atMs: t };
}

/** A decaying number at a moment. */
export function scoreAt(score: Score | undefined, nowMs: number): number {
  return score ? score.value * 0.5 ** (Math.max(0, nowMs - score.atMs) / HALF_LIFE_MS) : 0;
}

/**
 * Folds one event into the profile: the only writer of profiles. Reads event times alone, so that a snapshot and the
 * events after it give the same profile as all events.
 */
export function foldProfile(profile: Profile, event: FoldableEvent): Profile {
  const { name, t } = event;
  // A thank-you page that is loaded again tells of the same order.
  if (name === 'order_placed' && orderId(event) === profile.orders.lastId) return profile;
  const base: Profile = {
    ...profile,
    firstMs: profile.firstMs ? Math.min(profile.firstMs, t) : t,
    lastMs: Math.max(profile.lastMs, t),
    counts: { ...profile.counts, [name]: addCount(profile.counts[name], t) },
  };
  const products = productsOf(event).reduce((one, product) => foldProduct(one, event, product), base);
  return foldAct(products, event);
}

function orderId(event: FoldableEvent): string {
  return (event.props as EventProps['order_placed']).orderId;
}

function productsOf({ name, props }: FoldableEvent): readonly Product[] {
  if (!weights[name]) return [];
  const { product, products } = props as { product?: Product; products?: readonly Product[] };
  return products ?? (product ? [product] : []);
}

function addCount(count: EventCount | undefined, t: number): EventCount {
  const day = dayNumber(t);
  const lastMs = Math.max(count?.lastMs ?? 0, t);
  const oldest = dayNumber(lastMs) - MAX_DAYS;
  const days: Record<number, number> = {};
  for (const [key, number] of Object.entries({ ...count?.days, [day]: (count?.days[day] ?? 0) + 1 })) {
    if (Number(key) > oldest) days[Number(key)] = number;
  }
  return { total: (count?.total ?? 0) + 1, lastMs, days };
}

function foldProduct(profile: Profile, event: FoldableEvent, product: Product): Profile {
  const { name, t } = event;
  const { id, category, brand } = product;
  const weight = weights[name] ?? 0;
  const old = Object.hasOwn(profile.products, id) ? profile.products[id] : undefined;
  const trace: ProductTrace = {
    ...old,
    score: addScore(old?.score, weight, t),
    views: (old?.views ?? 0) + (name === 'product_viewed' ? 1 : 0),
    lastMs: Math.max(old?.lastMs ?? 0, t),
    ...(category ? { category } : {}),
    ...(brand ? { brand } : {}),
    ...(name === 'cart_product_added' ? { cartMs: t } : {}),
    ...(name === 'order_placed' ? { boughtMs: t } : {}),
  };
  return {
    ...profile,
    products: keep({ ...profile.products, [id]: trace }, MAX_PRODUCTS, (one) => one.lastMs),
    categories: addTaste(profile.categories, category, weight, t),
    brands: addTaste(profile.brands, brand, weight, t),
  };
}

function addTaste(
  tastes: Profile['categories'],
  name: string | undefined,
  weight: number,
  t: number,
): Profile['categories'] {
  if (!name) return tastes;
  const old = Object.hasOwn(tastes, name) ? tastes[name] : undefined;
  return keep({ ...tastes, [name]: addScore(old, weight, t) }, MAX_TASTES, (one) => one.atMs);
}

/** The `max` entries with the latest time; on a tie the name that sorts first goes. */
function keep<T>(all: Record<string, T>, max: number, timeOf: (one: T) => number): Record<string, T> {
  const entries = Object.entries(all);
  if (entries.length <= max) return all;
  const order = ([a, x]: [string, T], [b, y]: [string, T]): number =>
    timeOf(y) - timeOf(x) || (a < b ? 1 : -1);
  return Object.fromEntries(entries.sort(order).slice(0, max));
}

function foldAct(profile: Profile, event: FoldableEvent): Profile {
  const { name, t } = event;
  if (name === 'page_viewed') {
    const touch = touchOf({ ...(event.props as EventProps['page_viewed']), url: event.page.url });
    return touch ? { ...profile, firstTouch: profile.firstTouch ?? touch, lastTouch: touch } : profile;
  }
  if (name === 'product_viewed') {
    const { id } = (event.props as EventProps['product_viewed']).product;
    const view = { id, t, ...(event.sid ? { sid: event.sid } : {}) };
    const rest = profile.recent[0]?.id === id ? profile.recent.slice(1) : profile.recent;
    return { ...profile, recent: [view, ...rest].slice(0, MAX_RECENT) };
  }
  return foldCart(profile, event);
}

function foldCart(profile: Profile, event: FoldableEvent): Profile {
  const { cartTotal, ...rest } = profile;
  const props = event.props as { readonly product?: Product; readonly total?: Profile['cartTotal'] };
  switch (event.name) {
    case 'cart_product_added':
    case 'cart_product_removed': {
      const { id, quantity } = props.product ?? { id: '' };
      const sign = event.name === 'cart_product_added' ? 1 : -1;
      const old = (Object.hasOwn(profile.cart, id) && profile.cart[id]) || 0;
      const count = sign < 0 && quantity === undefined ? 0 : old + sign * (quantity ?? 1);
      const { [id]: _, ...others } = profile.cart;
      // The last total is of another cart now.
      return { ...rest, cart: count > 0 ? { ...others, [id]: count } : others };
    }
    case 'cart_viewed':
    case 'checkout_started':
      return props.total ? { ...rest, cartTotal: props.total } : profile;
    case 'order_placed':
      return {
        ...rest,
        cart: {},
        orders: { count: profile.orders.count + 1, lastMs: event.t, lastId: orderId(event) },
      };
    default:
      return profile;
  }
}
