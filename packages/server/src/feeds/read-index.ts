import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Row, readRow, rowShardOf, shardOf } from '@regulars/core/rules';
import {
  type CardShard,
  type IndexManifest,
  indexManifest,
  type ListShard,
  type LookupShard,
  type Product,
  type RowShard,
} from '@regulars/schema';

/** An index on this machine's disk. Files keep their content for ever, so each is read once. */
export interface DiskIndex {
  readonly manifest: IndexManifest;
  /** Row of a product; without its category the lookup is asked. `null`: the index has none. */
  row(id: string, category: string | undefined): Promise<Row | null>;
  /** Card of one product, wherever it lies; `null`: the index has none. */
  card(id: string): Promise<Product | null>;
  lists(): Promise<ListShard | null>;
  /** Cards in the shards with these numbers, by product id. */
  cards(numbers: Iterable<number>): Promise<ReadonlyMap<string, Product>>;
}

/** Files in memory at most, the longest unused forgotten first. */
const mostFiles = 200;
/** The manifest is looked at again after this, ms. */
const freshMs = 60_000;

/**
 * Builds the reader of a folder that `regulars build-index` wrote. A new index is taken up within a minute.
 * @returns a function that answers the index, `null` when it is not there or is none.
 */
export function createDiskIndex(folder: string, now: () => number): () => Promise<DiskIndex | null> {
  const files = new Map<string, Promise<unknown>>();
  const read = <T>(name: string | undefined): Promise<T | null> => {
    if (name === undefined) return Promise.resolve(null);
    const found =
      files.get(name) ?? readFile(join(folder, name), 'utf8').then((text) => JSON.parse(text) as unknown);
    files.delete(name);
    files.set(name, found);
    found.catch(() => files.delete(name));
    if (files.size > mostFiles) files.delete(files.keys().next().value ?? name);
    return found.then(
      (value) => value as T,
      () => null,
    );
  };
  let known: { readonly index: DiskIndex; readonly changedAt: number } | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (known && now() - lookedAt < freshMs) return known.index;
    try {
      const path = join(folder, 'manifest.json');
      const changedAt = (await stat(path)).mtimeMs;
      if (known?.changedAt !== changedAt) {
        const manifest = indexManifest.parse(JSON.parse(await readFile(path, 'utf8')));
        known = { index: indexOf(manifest, read), changedAt };
      }
      lookedAt = now();
    } catch {
      // A build may be writing: what is known goes on.
    }
    return known?.index ?? null;
  };
}

function indexOf(
  manifest: IndexManifest,
  read: <T>(name: string | undefined) => Promise<T | null>,
): DiskIndex {
  const { rowShards, cardShards, lookupShards } = manifest;
  const lists = (): Promise<ListShard | null> => read<ListShard>(manifest.lists);
  const row = async (id: string, category: string | undefined): Promise<Row | null> => {
    let number = rowShardOf(manifest, id, category);
    if (number === null) {
      const lookup = await read<LookupShard>(lookupShards[shardOf(id, lookupShards.length)]);
      number = lookup && Object.hasOwn(lookup, id) ? rowShardOf(manifest, id, lookup[id]) : null;
    }
    const shard = number === null ? null : await read<RowShard>(rowShards[number]);
    return shard && readRow(shard, id);
  };
  const cards = async (numbers: Iterable<number>): Promise<ReadonlyMap<string, Product>> => {
    const shards = await Promise.all(
      [...new Set(numbers)].map((number) => read<CardShard>(cardShards[number])),
    );
    return new Map(shards.flatMap((all) => (all ?? []).map((card) => [card.id, card] as const)));
  };
  return {
    ...{ manifest, row, lists, cards },
    async card(id) {
      const found = (await cards([(await row(id, undefined))?.card ?? -1, 0])).get(id);
      if (found) return found;
      const listed = (await lists())?.cards.find((card) => card.id === id);
      // A best seller of a category, or of an index without a row for it: every shard may have it.
      return listed ?? (await cards(cardShards.keys())).get(id) ?? null;
    },
  };
}
