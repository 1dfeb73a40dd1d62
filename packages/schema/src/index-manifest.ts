import * as z from 'zod/mini';

/** Manifest of a recommendation index: content-hashed shards, popularity lists and how it was made. */
export const indexManifest = z.object({
  v: z.literal(1),
  /** Hash over shards and parameters; names the version in every signal. */
  version: z.string(),
  /** Epoch ms of the build. */
  builtAt: z.number(),
  parameters: z.object({
    /** Recent products that vote. */
    recent: z.int(),
    /** Weight of the n-th most recent product is `decay` to the n-th. */
    decay: z.number(),
    revisitWeight: z.number(),
    /** Distinct visitors a pair needs. */
    floor: z.int(),
  }),
  /** Shards of item rows: `{ id: [[neighbour, weight 1..255], …] }`. */
  shards: z.array(z.object({ file: z.string(), categories: z.array(z.string()) })),
  /** Shards of product cards: `{ id: Product }`. */
  productShards: z.array(z.object({ file: z.string() })),
  /** Number of the product's row shard and card shard, when it is not found by category: FNV-1a of the id modulo the count. */
  popular: z.array(z.string()),
  popularByCategory: z.record(z.string(), z.array(z.string())),
});

export type IndexManifest = z.output<typeof indexManifest>;
/** One row shard: product id → neighbours by falling weight (1 to 255). */
export type IndexShard = Readonly<Record<string, readonly (readonly [string, number])[]>>;
