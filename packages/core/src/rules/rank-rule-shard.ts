import type { IndexManifest, RowShard } from '@regulars/schema';
import { hashText } from '../lib/hash.ts';
import type { Neighbour } from './rank-rule-score.ts';

/** Row of one product as read from its shard. */
export interface Row {
  readonly neighbours: readonly Neighbour[];
  /** Card shard of the product itself; -1: none. */
  readonly card: number;
  /** Card shard of each neighbour, in their order; -1: none. */
  readonly cards: readonly number[];
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
  const neighbours: Neighbour[] = [];
  const cards: number[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const place = flat[at] ?? -1;
    const neighbour = shard.ids[place];
    if (neighbour === undefined) continue;
    neighbours.push([neighbour, flat[at + 1] ?? 0]);
    cards.push(shard.cards[place] ?? -1);
  }
  return { neighbours, card: shard.cards[owner] ?? -1, cards };
}
