import type { EventName, EventProps, Product } from '@regulars/schema';
import { dayNumber } from '../lib/day-number.ts';
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
  const { total = 0, lastMs = 0, days = {} } = count ?? {};
  const day = dayNumber(t);
  const latest = Math.max(lastMs, t);
  const all = Object.entries({ ...days, [day]: (days[day] ?? 0) + 1 });
  const recent = all.filter(([one]) => Number(one) > dayNumber(latest) - MAX_DAYS);
  return { total: total + 1, lastMs: latest, days: Object.fromEntries(recent) };
}

function foldProduct(profile: Profile, { name, t }: FoldableEvent, product: Product): Profile {
  const { id, category, brand } = product;
  const weight = weights[name] ?? 0;
  const old = own(profile.products, id);
  const trace: ProductTrace = {
    ...old,
    score: addScore(old?.score, weight, t),
    views: (old?.views ?? 0) + (name === 'product_viewed' ? 1 : 0),
    lastMs: Math.max(old?.lastMs ?? 0, t),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(name === 'cart_product_added' && { cartMs: t }),
    ...(name === 'order_placed' && { boughtMs: t }),
  };
  const taste = (all: Profile['brands'], key: string | undefined): Profile['brands'] =>
    key ? keep({ ...all, [key]: addScore(own(all, key), weight, t) }, MAX_TASTES, ({ atMs }) => atMs) : all;
  return {
    ...profile,
    products: keep({ ...profile.products, [id]: trace }, MAX_PRODUCTS, ({ lastMs }) => lastMs),
    categories: taste(profile.categories, category),
    brands: taste(profile.brands, brand),
  };
}

/** Value of a key that came from the page: never one that every object inherits. */
function own<T>(all: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(all, key) ? all[key] : undefined;
}

/** Drops the entry with the oldest time when there are more than `max`; on a tie the name that sorts first goes. */
function keep<T>(
  all: Readonly<Record<string, T>>,
  max: number,
  timeOf: (one: T) => number,
): Record<string, T> {
  const entries = Object.entries(all);
  if (entries.length <= max) return all;
  // A fold adds one entry at a time, so one look for the oldest is enough; sorting would cost ten times as much.
  const [oldest] = entries.reduce((a, b) => {
    const later = timeOf(b[1]) - timeOf(a[1]) || (b[0] > a[0] ? 1 : -1);
    return later > 0 ? a : b;
  });
  const { [oldest]: _oldest, ...rest } = all;
  return rest;
}

/** Folds what one act alone changes. Totals of the cart are forgotten once it is another cart. */
function foldAct(profile: Profile, { name, t, sid, page, props }: FoldableEvent): Profile {
  const { cartTotal: _cartTotal, ...rest } = profile;
  const { product, total, orderId } = props as Partial<
    EventProps['product_viewed'] & EventProps['cart_viewed'] & EventProps['order_placed']
  >;
  switch (name) {
    case 'page_viewed': {
      const touch = touchOf({ ...props, url: page.url });
      return touch ? { ...profile, firstTouch: profile.firstTouch ?? touch, lastTouch: touch } : profile;
    }
    case 'product_viewed': {
      const id = product?.id ?? '';
      const others = profile.recent.slice(profile.recent[0]?.id === id ? 1 : 0, MAX_RECENT);
      return { ...profile, recent: [{ id, t, ...(sid && { sid }) }, ...others].slice(0, MAX_RECENT) };
    }
    case 'cart_product_added':
    case 'cart_product_removed':
      return product
        ? { ...rest, cart: foldCart(profile.cart, product, name === 'cart_product_added') }
        : profile;
    case 'cart_viewed':
    case 'checkout_started':
      return total ? { ...rest, cartTotal: total } : profile;
    case 'order_placed':
      return {
        ...rest,
        cart: {},
        orders: { count: profile.orders.count + 1, lastMs: t, ...(orderId && { lastId: orderId }) },
      };
    default:
      return profile;
  }
}

/** A removal without a quantity takes all. */
function foldCart(cart: Profile['cart'], { id, quantity }: Product, added: boolean): Profile['cart'] {
  const { [id]: _old, ...others } = cart;
  const old = own(cart, id) ?? 0;
  const count = added ? old + (quantity ?? 1) : old - (quantity ?? old);
  return count > 0 ? { ...others, [id]: count } : others;
}
