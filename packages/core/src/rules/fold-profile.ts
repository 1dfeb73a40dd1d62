import type { EventName, EventProps, Product } from '@regulars/schema';
import { dayNumber } from '../lib/day-number.ts';
import { touchOf } from './attribution-rule.ts';
import type { EventCount, FoldableEvent, ProductTrace, Profile, Score } from './profile.ts';

const HALF_LIFE_MS = 14 * 86_400_000;
const MAX_PRODUCTS = 200;
const MAX_RECENT = 50;
const MAX_TASTES = 100;
const MAX_DAYS = 400;
const MAX_ABOUT = 150;
const MAX_ABOUT_DAYS = 90;
const MAX_TIMES = 10;

/** What one act says of a product. */
const weights: Readonly<Partial<Record<EventName, number>>> = {
  product_viewed: 1,
  wishlist_product_added: 2,
  cart_product_added: 3,
  cart_product_removed: -1,
  order_placed: 5,
};

/** Adds weight to a decaying number; an event older than the number counts for less, the number stays. */
export function addScore(score: Score | undefined, weight: number, t: number): Score {
  const atMs = Math.max(score?.atMs ?? t, t);
  return { value: scoreAt(score, atMs) + scoreAt({ value: weight, atMs: t }, atMs), atMs };
}

/** A decaying number at a moment. */
export function scoreAt(score: Score | undefined, nowMs: number): number {
  return score ? score.value * 0.5 ** (Math.max(0, nowMs - score.atMs) / HALF_LIFE_MS) : 0;
}

/** What the fold reads of any event's props. */
type Props = Partial<
  EventProps['page_viewed'] &
    EventProps['product_viewed'] &
    EventProps['cart_viewed'] &
    EventProps['order_placed']
>;

type Draft = { -readonly [K in keyof Profile]: Profile[K] };

/**
 * Folds one event into the profile: the only writer of profiles. Reads event times alone, so that a snapshot and the
 * events after it give the same profile as all events.
 */
export function foldProfile(profile: Profile, event: FoldableEvent): Profile {
  const { name, t } = event;
  const props = event.props as Props;
  const { product } = props;
  // Nothing of what the shop calls sensitive is kept in mind.
  const products = (props.products ?? (product ? [product] : [])).filter(isOpen);
  if (product && !products[0]) return profile;
  // A thank-you page that is loaded again tells of the same order.
  if (name === 'order_placed' && props.orderId === profile.orders.lastId) return profile;
  const draft: Draft = {
    ...profile,
    firstMs: Math.min(profile.firstMs || t, t),
    lastMs: Math.max(profile.lastMs, t),
    counts: { ...profile.counts, [name]: addCount(profile.counts[name], t) },
  };
  const weight = weights[name];
  if (weight) {
    for (const one of products) foldProduct(draft, one, event, weight);
    foldAbout(draft, products, name, t);
  }
  foldAct(draft, event, props);
  return draft;
}

const isOpen = ({ flags }: Product): boolean => !flags?.includes('sensitive');

/** Counts an act once for each category, brand and product it was about. */
function foldAbout(draft: Draft, products: readonly Product[], name: EventName, t: number): void {
  const about = products.flatMap(({ id, category, brand }) =>
    Object.entries({ product: id, category, brand }).flatMap(([kind, one]) => (one ? `${kind}|${one}` : [])),
  );
  for (const one of new Set(about)) {
    const key = `${name}|${one}`;
    const count = addCount(own(draft.about ?? {}, key), t, MAX_ABOUT_DAYS);
    draft.about = keep({ ...draft.about, [key]: count }, MAX_ABOUT, ({ lastMs }) => lastMs);
  }
}

function addCount(count: EventCount | undefined, t: number, maxDays: number = MAX_DAYS): EventCount {
  const { total = 0, lastMs = t, days = {}, times = [] } = count ?? {};
  const day = dayNumber(t);
  const latest = Math.max(lastMs, t);
  const all = Object.entries({ ...days, [day]: (days[day] ?? 0) + 1 });
  const recent = all.filter(([one]) => Number(one) > dayNumber(latest) - maxDays);
  const newest = [...times, t].sort((a, b) => b - a).slice(0, MAX_TIMES);
  return { total: total + 1, lastMs: latest, days: Object.fromEntries(recent), times: newest };
}

function foldProduct(
  draft: Draft,
  { id, category, brand }: Product,
  { name, t }: FoldableEvent,
  weight: number,
): void {
  const old = own(draft.products, id);
  const trace: ProductTrace = {
    ...old,
    score: addScore(old?.score, weight, t),
    views: (old?.views ?? 0) + Number(name === 'product_viewed'),
    lastMs: Math.max(old?.lastMs ?? t, t),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(name === 'cart_product_added' && { cartMs: t }),
    ...(name === 'order_placed' && { boughtMs: t }),
  };
  const addTaste = (all: Profile['brands'], key: string | undefined): Profile['brands'] =>
    key ? keep({ ...all, [key]: addScore(own(all, key), weight, t) }, MAX_TASTES, ({ atMs }) => atMs) : all;
  draft.products = keep({ ...draft.products, [id]: trace }, MAX_PRODUCTS, ({ lastMs }) => lastMs);
  draft.categories = addTaste(draft.categories, category);
  draft.brands = addTaste(draft.brands, brand);
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
): Readonly<Record<string, T>> {
  const entries = Object.entries(all);
  if (entries.length <= max) return all;
  // A fold adds one entry at a time, so one look for the oldest is enough; sorting would cost ten times as much.
  const [oldest] = entries.reduce((a, b) =>
    (timeOf(b[1]) - timeOf(a[1]) || (b[0] > a[0] ? 1 : -1)) > 0 ? a : b,
  );
  const { [oldest]: _oldest, ...rest } = all;
  return rest;
}

/** Folds what one act alone changes. Totals of the cart are forgotten once it is another cart. */
function foldAct(draft: Draft, { name, t, sid, page }: FoldableEvent, props: Props): void {
  const { product, total, orderId } = props;
  if (name === 'page_viewed') {
    const touch = touchOf({ ...props, url: page.url });
    if (touch) Object.assign(draft, { firstTouch: draft.firstTouch ?? touch, lastTouch: touch });
  } else if (name === 'product_viewed' && product) {
    const { id } = product;
    const others = draft.recent.slice(Number(draft.recent[0]?.id === id));
    draft.recent = [{ id, t, ...(sid && { sid }) }, ...others].slice(0, MAX_RECENT);
  } else if (name === 'order_placed') {
    draft.cart = {};
    draft.orders = { count: draft.orders.count + 1, lastMs: t, ...(orderId && { lastId: orderId }) };
    delete draft.cartTotal;
  } else if (name.startsWith('cart_product_') && product) {
    draft.cart = foldCart(draft.cart, product, name === 'cart_product_added');
    delete draft.cartTotal;
  } else if ((name === 'cart_viewed' || name === 'checkout_started') && total) draft.cartTotal = total;
}

/** A removal without a quantity takes all. */
function foldCart(cart: Profile['cart'], { id, quantity }: Product, added: boolean): Profile['cart'] {
  const { [id]: _old, ...others } = cart;
  const old = own(cart, id) ?? 0;
  const count = added ? old + (quantity ?? 1) : old - (quantity ?? old);
  return count > 0 ? { ...others, [id]: count } : others;
}
