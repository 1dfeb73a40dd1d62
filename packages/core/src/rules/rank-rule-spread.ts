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

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998): each next card is good and unlike those before it.
 * @param scored best first: a card further down is not looked at once its score alone could not win.
 */
export function spread<T extends Scored>(scored: readonly T[], input: SpreadInput): T[] {
  const share = input.diversity ?? 0.3;
  const top = scored[0]?.score ?? 1;
  const known: (KnownProduct | undefined)[] = [];
  // Plain arrays that grow with the places looked at: typed ones live outside the heap, and a list is short.
  const likeness: number[] = [];
  /** Cards of the list that the likeness of a place counts already; -1: it is in the list. */
  const counted: number[] = [];
  const list: T[] = [];
  const listed: (KnownProduct | undefined)[] = [];
  while (list.length < Math.min(input.max, scored.length)) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    // Of equals the first wins: they stand by score and id.
    for (let place = 0; place < scored.length; place += 1) {
      if (counted[place] === -1) continue;
      const good = (1 - share) * ((scored[place]?.score ?? 0) / top);
      if (good <= most) break;
      if (place === known.length) known.push(input.product(scored[place]?.id ?? ''));
      let like = likeness[place] ?? 0;
      for (let at = counted[place] ?? 0; at < listed.length; at += 1)
        like = Math.max(like, alike(known[place], listed[at]));
      likeness[place] = like;
      counted[place] = listed.length;
      const worth = good - share * like;
      if (worth <= most) continue;
      best = place;
      most = worth;
    }
    const next = scored[best];
    if (!next) break;
    counted[best] = -1;
    list.push(next);
    listed.push(known[best]);
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
