import * as z from 'zod/mini';
import type { Product } from './product.ts';

const share = z.number().check(z.gte(0), z.lte(1));
const file = z.string().check(z.regex(/^[\w.-]{1,100}$/));
const productIds = z.array(z.string().check(z.minLength(1), z.maxLength(200)));
const shardNumber = z.int().check(z.gte(0));

/** Accuracy of lists of 20 on the last days of the export, next product at every position. Ratios are 0 to 1. */
const accuracy = z.object({
  /** Predictions scored. */
  predictions: z.int(),
  /** Share of them whose next product was among the 20. */
  hitRate20: share,
  /** Mean of 1 / rank of the next product, 0 when it was not among the 20. */
  mrr20: share,
});

/**
 * Manifest of a recommendation index: where the rows and cards of each product are, popularity lists, how it was made.
 * A product's rows are in shard `rows[fnv1a(id) % rows.length]` of its category's entry. A product whose category is
 * not known is looked up in `lookupShards[fnv1a(id) % lookupShards.length]` first. FNV-1a is the 32-bit one over UTF-8.
 */
export const indexManifest = z.object({
  /**
   * Cards seen and cards clicked so far, by campaign and strategy, for lists that try several strategies. Written by
   * `regulars report recommendations --into`.
   */
  tried: z.optional(
    z.record(z.string(), z.record(z.string(), z.tuple([z.int().check(z.gte(0)), z.int().check(z.gte(0))]))),
  ),
  v: z.literal(1),
  /** Hash over all shards and parameters; names the version in every signal. */
  version: z.string().check(z.maxLength(64)),
  /** Id of the shop it was built for; a document that names one (`"index": "/index/manifest.json#shop"`) takes no other's. */
  shop: z.optional(z.string().check(z.maxLength(100))),
  /** Epoch ms of the build. */
  builtAt: z.number(),
  parameters: z.object({
    /** What a row weighs: order of views, or order and togetherness under the likelihood ratio, or togetherness alone. */
    kind: z.enum(['sequence', 'mixed', 'together']),
    /** Weight of neighbours of neighbours; 0: none. */
    secondStep: z.number(),
    /** Distinct recent products that vote. */
    recent: z.int().check(z.gte(1), z.lte(50)),
    /** The n-th most recent product votes with `decay` to the n-th. */
    decay: share,
    /** What a product already seen gains where a list allows revisits. */
    revisitWeight: z.number().check(z.gte(0)),
    /** Distinct visitors that a pair, a product and a popularity count need. */
    floor: z.int().check(z.gte(1)),
    /** What counted as one visitor. */
    visitor: z.enum(['visitor', 'customer', 'session', 'order']),
    /** Days in which popularity halves. */
    halfLifeDays: z.number(),
  }),
  /** Absent when the export was too small to hold days back. */
  accuracy: z.optional(z.object({ index: accuracy, popularity: accuracy })),
  /** Files beside the manifest, each a `RowShard`. */
  rowShards: z.array(file),
  /** Files of cards, each a list of `Product`; number 0 has the cards of `popular`. */
  cardShards: z.array(file),
  /** Files of `LookupShard`. */
  lookupShards: z.array(file),
  /** A `ListShard`, for the strategies that need one; absent in an index that has none. */
  lists: z.optional(file),
  /** By category id of the shop; products without a category are under the empty id. */
  categories: z.record(
    z.string(),
    z.object({
      rows: z.array(shardNumber),
      /** Card shard that has the cards of `popular`; absent without product data. */
      card: z.optional(shardNumber),
      /** Best sellers of the category, best first, at most 20. */
      popular: productIds,
    }),
  ),
  /** Best sellers of the shop by decayed count, best first, at most 40. */
  popular: productIds,
});

export type IndexManifest = z.output<typeof indexManifest>;

/** Rows of some products. `ids` names all products of the shard; the first `rows.length` of them own a row. */
export interface RowShard {
  readonly ids: readonly string[];
  /** Card shard of each id, in the order of `ids`; -1: the index has no card. */
  readonly cards: readonly number[];
  /** Per owner its neighbours by falling weight, at most 20: position in `ids`, weight 1 to 255, position, weight … */
  readonly rows: readonly (readonly number[])[];
  /** The same from what is known of the products, for owners with few neighbours; by position of the owner. */
  readonly content?: Readonly<Record<number, readonly number[]>> | undefined;
}

/** Lists that the shop's figures give, and their cards. */
export interface ListShard {
  /** Product ids, best first. */
  readonly lists: Readonly<
    Partial<Record<'trending' | 'new' | 'price-drop' | 'last-chance', readonly string[]>>
  >;
  /** Usual days between two purchases of one customer, by product id. */
  readonly replenishDays: Readonly<Record<string, number>>;
  readonly cards: readonly Product[];
}

/** Category id of each product of the shard, by product id. */
export type LookupShard = Readonly<Record<string, string>>;

/** Cards of some products. */
export type CardShard = readonly Product[];
