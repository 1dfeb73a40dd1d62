import { shardOf } from '@regulars/core/rules';
import type { CardShard, LookupShard, Product, RowShard } from '@regulars/schema';
import type { DescribedProduct } from './content-rows.ts';
import { brotliBytes, planShards } from './plan-shards.ts';
import type { RowsById } from './quantise-rows.ts';

/** What goes into the shards. */
export interface ShardInput {
  readonly rows: RowsById;
  readonly content: RowsById;
  /** Cards by id; empty: the shop gave no product list. */
  readonly products: ReadonlyMap<string, DescribedProduct>;
  readonly popular: readonly string[];
  readonly popularByCategory: ReadonlyMap<string, readonly string[]>;
}

/** Shards and where each category is. */
export interface Shards {
  readonly rowShards: readonly RowShard[];
  readonly cardShards: readonly CardShard[];
  readonly lookupShards: readonly LookupShard[];
  /** Row shards and first card shard by category id. */
  readonly categories: ReadonlyMap<string, { readonly rows: readonly number[]; readonly card?: number }>;
}

/** Products from which a shard may be larger, so that their number stays in the hundreds. */
const manyProducts = 50_000;
const [smallShardBytes, largeShardBytes, lookupBytes] = [12_000, 22_000, 4_000] as const;

/** Cuts rows, cards and the lookup into shards, category by category so that related products lie together. */
export function makeShards(input: ShardInput): Shards {
  const groups = groupByCategory(input);
  const count = [...groups.values()].reduce((sum, ids) => sum + ids.length, 0);
  const maxBytes = count > manyProducts ? largeShardBytes : smallShardBytes;
  const cards = cutCards(input, groups, maxBytes);
  const toRowShard = (ids: readonly string[]): RowShard => rowShard(ids, input, cards.cardOf);
  const plan = planShards(groups, {
    maxBytes,
    bytes: (ids) => brotliBytes(JSON.stringify(toRowShard(ids))),
    split: splitByHash,
    from: 0,
  });
  const categories = new Map(
    [...groups.keys()].map((category) => {
      const card = cards.first.get(category);
      return [category, { rows: plan.places.get(category) ?? [], ...(card === undefined ? {} : { card }) }];
    }),
  );
  return {
    rowShards: plan.shards.map(toRowShard),
    cardShards: cards.shards,
    lookupShards: cutLookup(groups),
    categories,
  };
}

/** Ids by category in code-unit order: all products that have a row or a card. */
function groupByCategory({ rows, products }: ShardInput): Map<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of [...new Set([...rows.keys(), ...products.keys()])].sort()) {
    const category = products.get(id)?.category ?? '';
    const group = groups.get(category);
    if (group) group.push(id);
    else groups.set(category, [id]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rowShard(
  ids: readonly string[],
  { rows, content }: ShardInput,
  cardOf: ReadonlyMap<string, number>,
): RowShard {
  const all = [...ids];
  const places = new Map(all.map((id, place) => [id, place]));
  const placeOf = (id: string): number => {
    const known = places.get(id) ?? all.push(id) - 1;
    places.set(id, known);
    return known;
  };
  const flat = (row: RowsById, id: string): number[] =>
    (row.get(id) ?? []).flatMap(([neighbour, weight]) => [placeOf(neighbour), weight]);
  const own = ids.map((id) => flat(rows, id));
  const known = ids.flatMap((id, place) => (content.has(id) ? [[place, flat(content, id)] as const] : []));
  return {
    ids: all,
    cards: all.map((id) => cardOf.get(id) ?? -1),
    rows: own,
    ...(known.length > 0 ? { content: Object.fromEntries(known) } : {}),
  };
}

/** Cards of best sellers are in number 0 and again with their category, where most neighbours look for them. */
function cutCards(
  { products, popular, popularByCategory }: ShardInput,
  groups: ReadonlyMap<string, readonly string[]>,
  maxBytes: number,
): {
  readonly shards: readonly CardShard[];
  readonly cardOf: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, number>;
} {
  if (products.size === 0) return { shards: [], cardOf: new Map(), first: new Map() };
  const cards = (ids: readonly string[]): Product[] => ids.flatMap((id) => toCard(products.get(id)));
  // The list of best sellers of a category stands first in it, so that its cards are in the category's first shard.
  const sorted = new Map(
    [...groups].map(([category, ids]) => [
      category,
      [...new Set([...(popularByCategory.get(category) ?? []), ...ids])],
    ]),
  );
  const plan = planShards(sorted, {
    maxBytes,
    bytes: (ids) => brotliBytes(JSON.stringify(cards(ids))),
    split: splitInOrder,
    from: 1,
  });
  const cardOf = new Map(plan.shards.flatMap((ids, place) => ids.map((id) => [id, place + 1] as const)));
  const first = new Map([...plan.places].map(([category, [place]]) => [category, place ?? 0]));
  return { shards: [cards(popular), ...plan.shards.map(cards)], cardOf, first };
}

/** One category needs no lookup: the device goes straight to it. */
function cutLookup(groups: ReadonlyMap<string, readonly string[]>): LookupShard[] {
  if (groups.size === 0 || (groups.size === 1 && groups.has(''))) return [];
  const all = [...groups].flatMap(([category, ids]) => ids.map((id) => [id, category] as const));
  const toShard = (pairs: readonly (readonly [string, string])[]): LookupShard => Object.fromEntries(pairs);
  const plan = planShards(new Map([['', all]]), {
    maxBytes: lookupBytes,
    bytes: (pairs) => brotliBytes(JSON.stringify(toShard(pairs))),
    split: (pairs, count) => {
      const parts: (readonly [string, string])[][] = Array.from({ length: count }, () => []);
      for (const pair of pairs) parts[shardOf(pair[0], count)]?.push(pair);
      return parts;
    },
    from: 0,
  });
  return plan.shards.map(toShard);
}

/** A card without what only content rows need. */
function toCard(product: DescribedProduct | undefined): Product[] {
  if (!product) return [];
  const { attributes: _attributes, ...card } = product;
  return [card];
}

function splitByHash(ids: readonly string[], count: number): string[][] {
  const parts: string[][] = Array.from({ length: count }, () => []);
  for (const id of ids) parts[shardOf(id, count)]?.push(id);
  return parts;
}

function splitInOrder(ids: readonly string[], count: number): string[][] {
  const size = Math.ceil(ids.length / count);
  return Array.from({ length: count }, (_, place) => ids.slice(place * size, (place + 1) * size));
}
