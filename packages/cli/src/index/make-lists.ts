import type { ListShard, Product } from '@regulars/schema';
import type { Session } from './session.ts';

const dayMs = 86_400_000;
const listLength = 20;
/** Purchases nearer than this are one purchase in two parcels. */
const leastGapDays = 3;
const mostRhythms = 500;

/** What the lists are made from. */
export interface ListsInput {
  readonly sessions: readonly Session[];
  readonly products: ReadonlyMap<string, Product>;
  /** Distinct visitors behind every count. */
  readonly floor: number;
  /** Epoch ms of the last event. */
  readonly end: number;
}

/** Lists of the shop's own figures; `null`: there is nothing to list. */
export function makeLists(input: ListsInput): ListShard | null {
  const { products } = input;
  const replenishDays = findRhythms(input);
  const lists = {
    trending: trending(input),
    new: fresh(input),
    'price-drop': reduced(products),
    'last-chance': [...products.values()]
      .filter(({ flags, inStock }) => inStock !== false && flags?.includes('last-pieces'))
      .map(({ id }) => id)
      .slice(0, listLength),
  };
  const ids = new Set(Object.values(lists).flat());
  if (ids.size === 0 && Object.keys(replenishDays).length === 0) return null;
  const cards = [...ids].sort().flatMap((id) => products.get(id) ?? []);
  return { lists, replenishDays, cards };
}

/** Products looked at far more often in the last week than in the four before it. */
function trending({ sessions, products, floor, end }: ListsInput): string[] {
  const week = new Map<string, Set<string>>();
  const before = new Map<string, number>();
  for (const { visitor, products: ids, times, start } of sessions) {
    for (const [place, id] of ids.entries()) {
      const ageDays = (end - (times[place] ?? start)) / dayMs;
      if (ageDays <= 7) week.set(id, (week.get(id) ?? new Set()).add(visitor));
      else if (ageDays <= 35) before.set(id, (before.get(id) ?? 0) + 1);
    }
  }
  return [...week]
    .filter(([id, visitors]) => visitors.size >= Math.max(floor, 3) && products.get(id)?.inStock !== false)
    .map(([id, visitors]) => {
      // Expected is a fourth of the four weeks; three more keep chance small where little was expected.
      const expected = (before.get(id) ?? 0) / 4;
      return { id, lift: (visitors.size - expected) / Math.sqrt(expected + 3) };
    })
    .filter(({ lift }) => lift > 0)
    .sort((a, b) => b.lift - a.lift || (a.id < b.id ? -1 : 1))
    .slice(0, listLength)
    .map(({ id }) => id);
}

/** Flagged as new by the shop first; then what was first looked at within two weeks of a longer export. */
function fresh({ sessions, products, floor, end }: ListsInput): string[] {
  const flagged = [...products.values()].filter(({ flags }) => flags?.includes('new')).map(({ id }) => id);
  const first = new Map<string, number>();
  let earliest = end;
  for (const { products: ids, times, start } of sessions) {
    earliest = Math.min(earliest, start);
    for (const [place, id] of ids.entries())
      first.set(id, Math.min(first.get(id) ?? end, times[place] ?? start));
  }
  const young = end - earliest < 28 * dayMs ? [] : [...first].filter(([, t]) => end - t <= 14 * dayMs);
  const visitors = visitorsOf(sessions, new Set(young.map(([id]) => id)));
  const appeared = young
    .filter(([id]) => (visitors.get(id)?.size ?? 0) >= floor)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([id]) => id);
  return [...new Set([...flagged, ...appeared])]
    .filter((id) => products.get(id)?.inStock !== false)
    .slice(0, listLength);
}

/** Distinct visitors of some products: of all of them they would not fit in memory. */
function visitorsOf(
  sessions: readonly Session[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const visitors = new Map<string, Set<string>>();
  for (const { visitor, products } of asked.size === 0 ? [] : sessions)
    for (const id of products)
      if (asked.has(id)) visitors.set(id, (visitors.get(id) ?? new Set()).add(visitor));
  return visitors;
}

/** Cheaper than before, by share of the price. */
function reduced(products: ReadonlyMap<string, Product>): string[] {
  return [...products.values()]
    .flatMap(({ id, price, oldPrice, inStock }) => {
      const lower = price && oldPrice && price.currency === oldPrice.currency && price.value < oldPrice.value;
      return lower && inStock !== false ? [{ id, share: 1 - price.value / oldPrice.value }] : [];
    })
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, listLength)
    .map(({ id }) => id);
}

/** Median days between two purchases of one customer, where enough customers bought again. */
function findRhythms({ sessions, floor }: ListsInput): Record<string, number> {
  const last = new Map<string, number>();
  const gaps = new Map<string, { days: number[]; customers: Set<string> }>();
  for (const { visitor, ordered, products, start } of [...sessions].sort((a, b) => a.start - b.start)) {
    if (ordered || !visitor.startsWith('customer ')) continue;
    for (const id of products) {
      const key = `${visitor}\u001f${id}`;
      const days = (start - (last.get(key) ?? start)) / dayMs;
      last.set(key, start);
      if (days < leastGapDays) continue;
      const found = gaps.get(id) ?? { days: [], customers: new Set() };
      found.days.push(days);
      found.customers.add(visitor);
      gaps.set(id, found);
    }
  }
  const rhythms = [...gaps]
    .filter(([, { customers }]) => customers.size >= Math.max(3, floor))
    .sort(([a, x], [b, y]) => y.customers.size - x.customers.size || (a < b ? -1 : 1))
    .slice(0, mostRhythms)
    .map(([id, { days }]) => [id, Math.round(median(days))] as const);
  return Object.fromEntries(rhythms.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
