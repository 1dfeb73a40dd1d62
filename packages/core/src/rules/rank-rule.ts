import type { Fallback } from '@regulars/schema';
import { placePins } from './rank-rule-pins.ts';
import { type Removable, type RemovalReason, removalOf } from './rank-rule-removal.ts';
import { type Neighbour, type Scored, type ScoreParameters, scoreRows } from './rank-rule-score.ts';
import { capBrands, type KnownProduct, spread } from './rank-rule-spread.ts';
import type { Ranked, Source } from './ranked.ts';

/** What a rule of the shop makes of a product's score. */
export interface Weight {
  /** Factor, above 0. */
  readonly by: number;
  readonly rule?: 'boost' | 'bury' | undefined;
}

/** What a list is made from. */
export interface RankInput extends Removable {
  /** Distinct product ids of the journey, newest first; they vote. Empty: popularity. */
  readonly seen: readonly string[];
  readonly row: (id: string) => readonly Neighbour[];
  readonly parameters: ScoreParameters;
  /** What is known of a product; `undefined`: it cannot be shown. */
  readonly product: (id: string) => KnownProduct | undefined;
  /** Best sellers of the journey's categories, most important category first. */
  readonly popularInCategory: readonly (readonly string[])[];
  /** Best sellers of the shop. */
  readonly popular: readonly string[];
  /** 0: by score alone; 1: by difference alone. The first card is exempt. Default 0.3. */
  readonly diversity?: number | undefined;
  readonly max: number;
  /** Stands before everything that is scored: the strategy's own list, best first. */
  readonly lead?: { readonly ids: readonly string[]; readonly source: Source } | undefined;
  /** Row of a product by what is known of it. */
  readonly content?: ((id: string) => readonly Neighbour[]) | undefined;
  /** The shop's own list. */
  readonly items?: readonly string[] | undefined;
  /** What fills a short list, in order; default `content`, `category`, `popular`, `items`. */
  readonly chain?: readonly Fallback[] | undefined;
  /** What the shop's rules make of a score; default: nothing. */
  readonly weigh?: ((id: string) => Weight | undefined) | undefined;
  /** Products at fixed places, from 0. */
  readonly pins?: readonly { readonly id: string; readonly at: number }[] | undefined;
  /** Cards of one brand at most among the first eight. */
  readonly perBrand?: number | undefined;
}

/** A list and what was kept out of it. */
export interface RankResult {
  readonly list: readonly Ranked[];
  readonly removed: readonly { readonly id: string; readonly reason: RemovalReason }[];
}

const wholeChain: readonly Fallback[] = ['content', 'category', 'popular', 'items'];

/**
 * Ranks products for one list. In this order: the strategy's own list; rows summed, lifted and lowered; what must not
 * be listed removed; spread over categories and brands; filled along the chain; pins placed last. The same input
 * gives the same order in every engine.
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
  const list: Ranked[] = [];
  const fill = ({ ids, source, because }: Filling): void => {
    for (const id of ids) if (list.length < input.max && allow(id)) list.push({ id, source, because });
  };
  // A pinned product is kept back from everything else, so that it stands in one place only.
  const pins = (input.pins ?? []).filter(({ id }) => allow(id));
  if (input.lead) fill(input.lead);
  const scored = scoreRows(input.seen, input.row, { ...input.parameters, revisits: input.revisits }).filter(
    ({ id }) => allow(id),
  );
  const weighed = weighScores(scored, input);
  list.push(...spread(weighed, { ...input, max: input.max - list.length }).map(toRanked));
  for (const name of input.chain ?? wholeChain) for (const part of fillings(name, input)) fill(part);
  return { list: placePins(capBrands(list, input), pins, input.max), removed };
}

interface Filling {
  readonly ids: readonly string[];
  readonly source: Source;
  readonly because?: string | undefined;
}

function fillings(name: Fallback, input: RankInput): readonly Filling[] {
  if (name === 'popular') return [{ ids: input.popular, source: 'popular' }];
  if (name === 'items') return [{ ids: input.items ?? [], source: 'shop' }];
  if (name === 'category') return input.popularInCategory.map((ids) => ({ ids, source: 'category' }));
  return input.seen.slice(0, input.parameters.recent).map((id) => ({
    ids: (input.content?.(id) ?? []).map(([other]) => other),
    source: 'content',
    because: id,
  }));
}

interface Weighed extends Scored {
  readonly rule?: Weight['rule'];
}

function weighScores(scored: readonly Scored[], { weigh }: RankInput): readonly Weighed[] {
  if (!weigh) return scored;
  return scored
    .map((one) => {
      const weight = weigh(one.id);
      return weight ? { ...one, score: one.score * weight.by, rule: weight.rule } : one;
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function toRanked({ id, because, rule }: Weighed): Ranked {
  return { id, source: 'index', because, ...(rule ? { rule } : {}) };
}
