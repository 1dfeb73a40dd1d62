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

/** Maximal marginal relevance (Carbonell and Goldstein 1998): each next card is good and unlike those before it. */
export function spread<T extends Scored>(scored: readonly T[], input: SpreadInput): T[] {
  const share = input.diversity ?? 0.3;
  const top = scored[0]?.score ?? 1;
  const known = scored.map(({ id }) => input.product(id));
  const likeness = new Float64Array(scored.length);
  const left = new Set(scored.keys());
  const list: T[] = [];
  while (list.length < input.max && left.size > 0) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    // `left` stands by score and id, so the first of equals wins.
    for (const place of left) {
      const worth = (1 - share) * ((scored[place]?.score ?? 0) / top) - share * (likeness[place] ?? 0);
      if (worth > most) [best, most] = [place, worth];
    }
    const next = scored[best];
    left.delete(best);
    if (next) list.push(next);
    for (const place of left)
      likeness[place] = Math.max(likeness[place] ?? 0, alike(known[place], known[best]));
  }
  return list;
}

function alike(one: KnownProduct | undefined, other: KnownProduct | undefined): number {
  const same = (x: string | undefined, y: string | undefined): number =>
    x !== undefined && x === y ? 0.5 : 0;
  return same(one?.category, other?.category) + same(one?.brand, other?.brand);
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
