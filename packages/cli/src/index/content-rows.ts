import { shardOf } from '@regulars/core/rules';
import type { Product } from '@regulars/schema';
import type { RowsById } from './quantise-rows.ts';

/** A product as content sees it: its card and what else the list says of it. */
export type DescribedProduct = Product & { readonly attributes?: readonly string[] | undefined };

/** Words fall into so many buckets: no dictionary is kept, and a clash costs next to nothing. */
const buckets = 1 << 20;
const neighbourCount = 20;
/** Products that share a word looked at per word; commoner words say little and cost most. */
const mostHolders = 2000;
/** Share of the price's closeness in the likeness; set by hand, not tuned. */
const priceShare = 0.15;

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

function wordsOf({ title, category, brand, attributes }: DescribedProduct): number[] {
  const words = [
    ...split(title).map((word) => `t ${word}`),
    // The whole path, and each step of it: a shared department is worth less than a shared shelf.
    ...(category ? [`c ${category}`, ...split(category).map((word) => `c ${word}`)] : []),
    ...(brand ? [`b ${brand.toLowerCase()}`] : []),
    ...(attributes ?? []).map((one) => `a ${one.toLowerCase()}`),
  ];
  return [...new Set(words.map((word) => shardOf(word, buckets)))];
}

function split(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** Weighs words by ln(1 + products / products with it) and brings each product to length 1. */
function weigh(words: readonly (readonly number[])[]): Map<number, number>[] {
  const counts = new Map<number, number>();
  for (const one of words) for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.map((one) => {
    const weights = one.map((word) => Math.log(1 + words.length / (counts.get(word) ?? 1)));
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return new Map(one.map((word, place) => [word, (weights[place] ?? 0) / length]));
  });
}

function holdersOf(vectors: readonly ReadonlyMap<number, number>[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [number, vector] of vectors.entries()) {
    for (const word of vector.keys()) {
      const list = holders.get(word);
      if (!list) holders.set(word, [number]);
      else if (list.length < mostHolders) list.push(number);
    }
  }
  return holders;
}
