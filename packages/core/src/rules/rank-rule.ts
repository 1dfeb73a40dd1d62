import { type Neighbour, type Scored, type ScoreParameters, scoreRows } from './rank-rule-score.ts';

/** Why a product is not listed. */
export type RemovalReason =
  | 'current'
  | 'seen'
  | 'in-cart'
  | 'bought'
  | 'excluded'
  | 'shown-elsewhere'
  | 'sold-out';

/** What a list is made from. */
export interface RankInput {
  /** Distinct product ids of the journey, newest first; they vote. Empty: popularity. */
  readonly seen: readonly string[];
  readonly row: (id: string) => readonly Neighbour[];
  readonly parameters: ScoreParameters;
  /** Products seen may come back, except the current one, and gain the revisit weight. */
  readonly revisits: boolean;
  /** Products seen in this session: not listed again without `revisits`. */
  readonly visited: ReadonlySet<string>;
  /** Product of the page. */
  readonly current?: string | undefined;
  readonly inCart: ReadonlySet<string>;
  readonly bought: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  /** Shown by a widget that opened earlier. */
  readonly shownElsewhere: ReadonlySet<string>;
  readonly soldOut: ReadonlySet<string>;
  /** What is known of a product; `undefined`: it cannot be shown. */
  readonly product: (
    id: string,
  ) => { readonly category?: string | undefined; readonly brand?: string | undefined } | undefined;
  /** Best sellers of the journey's categories, most important category first. */
  readonly popularInCategory: readonly (readonly string[])[];
  /** Best sellers of the shop. */
  readonly popular: readonly string[];
  /** 0: by score alone; 1: by difference alone. The first card is exempt. Default 0.3. */
  readonly diversity?: number | undefined;
  readonly max: number;
}

/** A product in its place. */
export interface Ranked {
  readonly id: string;
  readonly source: 'index' | 'category' | 'popular' | 'recent';
  /** Product seen whose row gave it most; only from the index. */
  readonly because?: string | undefined;
}

/** A list and what was kept out of it. */
export interface RankResult {
  readonly list: readonly Ranked[];
  readonly removed: readonly { readonly id: string; readonly reason: RemovalReason }[];
}

/**
 * Ranks products for one list: rows summed, what must not be listed removed, spread over categories and brands,
 * filled from category popularity and then from the shop's. The same input gives the same order in every engine.
 */
export function rankProducts(input: RankInput): RankResult {
  const removed: { id: string; reason: RemovalReason }[] = [];
  const used = new Set<string>();
  const allow = (id: string): boolean => {
    if (used.has(id)) return false;
    used.add(id);
    const reason = removalOf(id, input);
    if (reason) removed.push({ id, reason });
    return !reason && input.product(id) !== undefined;
  };
  const scored = scoreRows(input.seen, input.row, { ...input.parameters, revisits: input.revisits }).filter(
    ({ id }) => allow(id),
  );
  const list: Ranked[] = diversify(scored, input).map(({ id, because }) => ({
    id,
    source: 'index',
    because,
  }));
  const fill = (ids: readonly string[], source: Ranked['source']): void => {
    for (const id of ids) if (list.length < input.max && allow(id)) list.push({ id, source });
  };
  for (const ids of input.popularInCategory) fill(ids, 'category');
  fill(input.popular, 'popular');
  return { list, removed };
}

function removalOf(id: string, input: RankInput): RemovalReason | null {
  if (id === input.current) return 'current';
  if (!input.revisits && input.visited.has(id)) return 'seen';
  if (input.inCart.has(id)) return 'in-cart';
  if (input.bought.has(id)) return 'bought';
  if (input.excluded.has(id)) return 'excluded';
  if (input.shownElsewhere.has(id)) return 'shown-elsewhere';
  return input.soldOut.has(id) ? 'sold-out' : null;
}

/** Maximal marginal relevance (Carbonell and Goldstein 1998): each next card is good and unlike those before it. */
function diversify(scored: readonly Scored[], input: RankInput): Scored[] {
  const share = input.diversity ?? 0.3;
  const top = scored[0]?.score ?? 1;
  const worth = (one: Candidate): number => (1 - share) * one.relevance - share * one.likeness;
  let left: Candidate[] = scored.map((one) => ({ ...one, relevance: one.score / top, likeness: 0 }));
  const list: Candidate[] = [];
  while (list.length < input.max && left.length > 0) {
    // `left` stands by score and id, so the first of equals wins.
    const next = left.reduce((best, one) => (worth(one) > worth(best) ? one : best));
    list.push(next);
    left = left.filter((one) => one !== next);
    for (const one of left) one.likeness = Math.max(one.likeness, likeness(one.id, next.id, input));
  }
  return list;
}

interface Candidate extends Scored {
  readonly relevance: number;
  likeness: number;
}

function likeness(a: string, b: string, { product }: RankInput): number {
  const [one, other] = [product(a), product(b)];
  const same = (x: string | undefined, y: string | undefined): number =>
    x !== undefined && x === y ? 0.5 : 0;
  return same(one?.category, other?.category) + same(one?.brand, other?.brand);
}
