import { shardOf } from '@regulars/core/rules';
import type { Product } from '@regulars/schema';
import type { RowsById } from './quantise-rows.ts';

/** A product as content sees it: its card and what else the list says of it. */
export type DescribedProduct = Product & { readonly attributes?: readonly string[] | undefined };

/** Words fall into so many buckets: no dictionary is kept, and a clash costs next to nothing. */
const buckets = 1 << 20;
const neighbourCount = 20;
/** Products that share a word looked at per word; commoner words say little and cost most. */
const [mostHolders, mostInLargeShop, largeShop] = [2000, 300, 20_000] as const;
/** Share of the price's closeness in the likeness; chosen there among 0.15, 0.3, 0.45 and 0.6. */
const priceShare = 0.15;
/** A category says more than a colour: chosen on the validation days of the UCI clothing shop among 1, 2 and 4. */
const categoryWeight = 2;

/**
 * Rows of products by what is known of them: cosine of hashed TF-IDF over title, category path, brand and
 * attributes, plus closeness of price. Ties by id. Products without any word have none.
 * @param wanted products that need a row.
 */
export function contentRows(
  products: ReadonlyMap<string, DescribedProduct>,
  wanted: Iterable<string>,
): RowsById {
  const all = [...products.values()];
  const vectors = weigh(all.map(wordsOf));
  const holders = holdersOf(vectors);
  const numberOf = new Map(all.map(({ id }, number) => [id, number]));
  const rows = new Map<string, readonly (readonly [string, number])[]>();
  for (const id of wanted) {
    const number = numberOf.get(id);
    if (number === undefined) continue;
    const row = nearest(number, { all, vectors, holders });
    if (row.length > 0) rows.set(id, row);
  }
  return rows;
}

interface Space {
  readonly all: readonly DescribedProduct[];
  readonly vectors: readonly ReadonlyMap<number, number>[];
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

function nearest(own: number, { all, vectors, holders }: Space): (readonly [string, number])[] {
  const likeness = new Map<number, number>();
  for (const [word, weight] of vectors[own] ?? []) {
    for (const other of holders.get(word) ?? []) {
      if (other !== own)
        likeness.set(other, (likeness.get(other) ?? 0) + weight * (vectors[other]?.get(word) ?? 0));
    }
  }
  return [...likeness]
    .map(([other, cosine]) => {
      const near = closeness(all[own], all[other]);
      return { id: all[other]?.id ?? '', score: (1 - priceShare) * cosine + priceShare * near };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, neighbourCount)
    .map(({ id, score }) => [id, Math.max(1, Math.round(255 * Math.sqrt(Math.min(1, score / 4))))] as const);
}

/** 1: the same price; 0: unknown, or twice as much and more. */
function closeness(a: Product | undefined, b: Product | undefined): number {
  const [one, other] = [a?.price, b?.price];
  if (!one || !other || one.currency !== other.currency || one.value <= 0 || other.value <= 0) return 0;
  return Math.max(0, 1 - Math.abs(Math.log(one.value / other.value)) / Math.LN2);
}

/** Buckets of a product's words and how much each kind of word counts. */
function wordsOf({ title, category, brand, attributes }: DescribedProduct): Map<number, number> {
  const words = [
    ...split(title).map((word) => [`t ${word}`, 1] as const),
    // The whole path, and each step of it: a shared department is worth less than a shared shelf.
    ...(category ? [category, ...split(category)] : []).map((word) => [`c ${word}`, categoryWeight] as const),
    ...(brand ? [[`b ${brand.toLowerCase()}`, 1] as const] : []),
    ...(attributes ?? []).map((one) => [`a ${one.toLowerCase()}`, 1] as const),
  ];
  return new Map(words.map(([word, weight]) => [shardOf(word, buckets), weight]));
}

function split(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** Weighs words by ln(1 + products / products with it) and their kind, and brings each product to length 1. */
function weigh(words: readonly ReadonlyMap<number, number>[]): Map<number, number>[] {
  const counts = new Map<number, number>();
  for (const one of words) for (const word of one.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.map((one) => {
    const weights = [...one].map(
      ([word, kind]) => [word, kind * Math.log(1 + words.length / (counts.get(word) ?? 1))] as const,
    );
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

function holdersOf(vectors: readonly ReadonlyMap<number, number>[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  const most = vectors.length > largeShop ? mostInLargeShop : mostHolders;
  for (const [number, vector] of vectors.entries()) {
    for (const word of vector.keys()) {
      const list = holders.get(word);
      if (!list) holders.set(word, [number]);
      else if (list.length < most) list.push(number);
    }
  }
  return holders;
}
