import type { IndexManifest, RowShard } from '@regulars/schema';
import { hashText } from '../lib/hash.ts';
import type { Neighbour } from './rank-rule-score.ts';

/** Row of one product as read from its shard. */
export interface Row {
  readonly neighbours: readonly Neighbour[];
  /** Neighbours by what is known of the products; empty where there are enough of the others. */
  readonly content: readonly Neighbour[];
  /** Card shard of the product itself; -1: none. */
  readonly card: number;
  /** Card shard of each neighbour, of both kinds, by product id; -1: none. */
  readonly cards: ReadonlyMap<string, number>;
}

/** Which of `count` shards has an id. */
export function shardOf(id: string, count: number): number {
  return hashText(id) % count;
}

/**
 * Number of the row shard of a product whose category id is known; `null`: the category is not in the index, so the
 * lookup shards must say it. An index without categories keeps all under the empty id.
 */
export function rowShardOf(
  manifest: Pick<IndexManifest, 'categories' | 'lookupShards'>,
  id: string,
  category: string | undefined,
): number | null {
  const name = manifest.lookupShards.length === 0 ? '' : category;
  if (name === undefined || !Object.hasOwn(manifest.categories, name)) return null;
  const rows = manifest.categories[name]?.rows ?? [];
  return rows[shardOf(id, rows.length)] ?? null;
}

/** Reads the row of a product out of a shard; `null`: the shard has not that product. Skips what points nowhere. */
export function readRow(shard: RowShard, id: string): Row | null {
  const owner = shard.ids.indexOf(id);
  const flat = shard.rows[owner];
  if (!flat) return null;
  const cards = new Map<string, number>();
  const read = (pairs: readonly number[]): Neighbour[] => {
    const neighbours: Neighbour[] = [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const place = pairs[at] ?? -1;
      const neighbour = shard.ids[place];
      if (neighbour === undefined) continue;
      neighbours.push([neighbour, pairs[at + 1] ?? 0]);
      cards.set(neighbour, shard.cards[place] ?? -1);
    }
    return neighbours;
  };
  return {
    neighbours: read(flat),
    content: read(shard.content?.[owner] ?? []),
    card: shard.cards[owner] ?? -1,
    cards,
  };
}
