import type { ListShard, Product } from '@regulars/schema';
import { createLooks, type Look } from './list-looks.ts';
import { createRhythms } from './list-rhythms.ts';
import { eachSession, type Sessions } from './sessions.ts';

const dayMs = 86_400_000;
const listLength = 20;

/** What the lists are made from. */
export interface ListsInput {
  readonly sessions: Sessions;
  readonly products: ReadonlyMap<string, Product>;
  /** Distinct visitors behind every count. */
  readonly floor: number;
  /** Epoch ms of the last event. */
  readonly end: number;
}

/** Lists of the shop's own figures; `null`: there is nothing to list. */
export async function makeLists(input: ListsInput): Promise<ListShard | null> {
  const { products, sessions } = input;
  const [looks, rhythms] = [createLooks(input), createRhythms(input.floor)];
  // Visitor by visitor: telling them apart then takes no memory of all of them.
  await eachSession(sessions, { by: 'visitor' }, (session) => {
    looks.add(session);
    rhythms.add(session);
  });
  const replenishDays = rhythms.days();
  const lists = {
    trending: trending(looks.all, input),
    new: fresh(looks.all, input),
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
function trending(looks: ReadonlyMap<string, Look>, { products, floor }: ListsInput): string[] {
  return [...looks]
    .filter(([id, { week }]) => week >= Math.max(floor, 3) && products.get(id)?.inStock !== false)
    .map(([id, { week, before }]) => {
      // Expected is a fourth of the four weeks; three more keep chance small where little was expected.
      const expected = before / 4;
      return { id, lift: (week - expected) / Math.sqrt(expected + 3) };
    })
    .filter(({ lift }) => lift > 0)
    .sort((a, b) => b.lift - a.lift || (a.id < b.id ? -1 : 1))
    .slice(0, listLength)
    .map(({ id }) => id);
}

/** Flagged as new by the shop first; then what was first looked at within two weeks of a longer export. */
function fresh(looks: ReadonlyMap<string, Look>, { sessions, products, floor, end }: ListsInput): string[] {
  const flagged = [...products.values()].filter(({ flags }) => flags?.includes('new')).map(({ id }) => id);
  const young = end - sessions.first < 28 * dayMs ? [] : [...looks];
  const appeared = young
    .filter(([, { first, visitors }]) => end - first <= 14 * dayMs && visitors >= floor)
    .sort(([a, x], [b, y]) => y.first - x.first || (a < b ? -1 : 1))
    .map(([id]) => id);
  return [...new Set([...flagged, ...appeared])]
    .filter((id) => products.get(id)?.inStock !== false)
    .slice(0, listLength);
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
