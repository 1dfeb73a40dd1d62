import type { CardShard, IndexManifest, LookupShard, Product, RowShard } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import type { ResourceAnswer } from '../../lib/resource-port.ts';
import type { Traced } from '../../rules/list-plan.ts';
import { type Row, readRow, rowShardOf, shardOf } from '../../rules/rank-rule-shard.ts';

/** The files of an index, each fetched at most once and only when asked for. */
export interface IndexFiles {
  /** `null`: there is none, or it cannot be read; reported once. */
  manifest(): Promise<IndexManifest | null>;
  /** Reads a file that the manifest names; `null`: it cannot be had. */
  shard<T>(files: readonly string[], number: number): Promise<T | null>;
}

const [maxRowShards, maxCardShards] = [2, 4] as const;
const maxBytes = 1 << 20;

/** What a file port says, where there is one. */
export type FileAnswer = Promise<ResourceAnswer> | undefined;

/**
 * Builds the reader.
 * @param url address of the manifest; shards lie beside it. A shop's id after `#`: an index of another shop is none.
 * @param manifest the answer to it, which is under way already.
 */
export function createIndexFiles(
  { resources, signal, problems }: PartContext,
  url: string,
  manifest: FileAnswer,
): IndexFiles {
  const asked = new Map<string, Promise<unknown>>();
  const shop = decodeURIComponent(url.split('#')[1] ?? '');
  const load = async (key: string, isRight: (value: unknown) => boolean): Promise<unknown> => {
    const answer = await (key === url ? manifest : resources?.load(key, { signal, maxBytes }));
    try {
      const value: unknown = answer?.type === 'fresh' ? JSON.parse(answer.body) : null;
      if (isRight(value)) return value;
    } catch {
      // Not JSON: the same as not there, and reported so.
    }
    if (!signal.aborted) problems.report({ code: 'index-unavailable', message: answer?.type ?? 'none', key });
    return null;
  };
  // `load` lets through only what has the outer form; what is inside was made by the index builder.
  const once = <T>(name: string, isRight: (value: unknown) => boolean): Promise<T | null> => {
    const running = asked.get(name) ?? load(name, isRight);
    asked.set(name, running);
    return running as Promise<T | null>;
  };
  return {
    manifest: () => once<IndexManifest>(url, (value) => isManifest(value) && isOf(value, shop)),
    shard: (files, number) => {
      const file = files[number];
      return file ? once(url.replace(/[^/]*([?#].*)?$/, file), (value) => !!value) : Promise.resolve(null);
    },
  };
}

const isOf = (value: unknown, shop: string): boolean => !shop || (value as IndexManifest).shop === shop;

function isManifest(value: unknown): boolean {
  const { v, parameters, categories, ...lists } = (value ?? {}) as Partial<IndexManifest>;
  const { rowShards, cardShards, lookupShards, popular } = lists;
  return (
    v === 1 &&
    !!parameters &&
    !!categories &&
    [rowShards, cardShards, lookupShards, popular].every(Array.isArray)
  );
}

/** Rows of the products, newest first, from at most two row shards. */
export async function readRows(
  { shard }: IndexFiles,
  index: IndexManifest,
  products: readonly Traced[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  const used = new Set<number>();
  for (const { id, category } of products) {
    let number = rowShardOf(index, id, category);
    // An event without a category, or with one that the index does not know.
    if (number === null) {
      const lookup = await shard<LookupShard>(index.lookupShards, shardOf(id, index.lookupShards.length));
      number = lookup && Object.hasOwn(lookup, id) ? rowShardOf(index, id, lookup[id]) : null;
    }
    if (number === null || (used.size === maxRowShards && !used.has(number))) continue;
    used.add(number);
    const found = await shard<RowShard>(index.rowShards, number);
    const row = found && readRow(found, id);
    if (row) rows.set(id, row);
  }
  return rows;
}

/** Cards in the shards with these numbers, by product id; at most four shards. */
export async function readCards(
  { shard }: IndexFiles,
  index: IndexManifest,
  numbers: readonly number[],
): Promise<ReadonlyMap<string, Product>> {
  const wanted = [...new Set(numbers)].filter((number) => number >= 0).slice(0, maxCardShards);
  const shards = await Promise.all(wanted.map((number) => shard<CardShard>(index.cardShards, number)));
  return new Map(shards.flatMap((cards) => (cards ?? []).map((card) => [card.id, card] as const)));
}
