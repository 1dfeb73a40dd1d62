import type { Scored } from './rank-rule-score.ts';

/** What the spread asks of a product. */
export interface KnownProduct {
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
}

interface SpreadInput {
  readonly product: (id: string) => KnownProduct | undefined;
  readonly diversity?: number | undefined;
  readonly max: number;
}

/** Cards among which no brand may crowd. */
const firstCards = 8;

/** A card that was looked at. */
interface Candidate {
  readonly known: KnownProduct | undefined;
  /** The most that a card of the list is like it, of those counted. */
  like: number;
  counted: number;
}

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998): each next card is good and unlike those before it.
 * @param scored best first: a card further down is not looked at once its score alone could not win.
 */
export function spread<T extends Scored>(scored: readonly T[], input: SpreadInput): T[] {
  const share = input.diversity ?? 0.3;
  const top = scored[0]?.score ?? 1;
  // `null`: in the list.
  const looked: (Candidate | null)[] = [];
  const goods = scored.map(({ score }) => (1 - share) * (score / top));
  const list: T[] = [];
  const listed: (KnownProduct | undefined)[] = [];
  while (list.length < Math.min(input.max, scored.length)) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    // Of equals the first wins: they stand by score and id.
    for (let place = 0; place < goods.length; place += 1) {
      const good = goods[place] ?? 0;
      if (good <= most) break;
      if (place === looked.length)
        looked.push({ known: input.product(scored[place]?.id ?? ''), like: 0, counted: 0 });
      const one = looked[place];
      // Likeness only grows: what is not worth more by what was counted so far needs no more counting.
      if (!one || good - share * one.like <= most) continue;
      for (; one.counted < listed.length; one.counted += 1)
        one.like = Math.max(one.like, alike(one.known, listed[one.counted]));
      const worth = good - share * one.like;
      if (worth <= most) continue;
      best = place;
      most = worth;
    }
    const next = scored[best];
    if (!next) break;
    list.push(next);
    listed.push(looked[best]?.known);
    looked[best] = null;
  }
  return list;
}

function alike(one: KnownProduct | undefined, other: KnownProduct | undefined): number {
  if (!one || !other) return 0;
  const { category, brand } = one;
  return (
    (category !== undefined && category === other.category ? 0.5 : 0) +
    (brand !== undefined && brand === other.brand ? 0.5 : 0)
  );
}

/** Moves cards of a brand that has its share among the first eight behind them; the first card never moves. */
export function capBrands<T extends { readonly id: string }>(
  list: readonly T[],
  { perBrand, product }: { readonly perBrand?: number | undefined; readonly product: SpreadInput['product'] },
): readonly T[] {
  if (!perBrand) return list;
  const counts = new Map<string, number>();
  const front: T[] = [];
  const back: T[] = [];
  for (const card of list) {
    const brand = product(card.id)?.brand;
    const count = brand === undefined ? 0 : (counts.get(brand) ?? 0);
    if (front.length < firstCards && count < perBrand) {
      if (brand !== undefined) counts.set(brand, count + 1);
      front.push(card);
    } else back.push(card);
  }
  return [...front, ...back];
}
