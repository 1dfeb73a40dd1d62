import type { Neighbour, RankInput, RankResult } from '@regulars/core/rules';

/** A case of `vectors/rank.json`. */
export interface RankVector {
  readonly name: string;
  readonly seen: readonly string[];
  readonly rows: Readonly<Record<string, readonly Neighbour[]>>;
  readonly parameters: RankInput['parameters'];
  readonly revisits?: boolean;
  readonly current?: string;
  readonly visited?: readonly string[];
  readonly inCart?: readonly string[];
  readonly bought?: readonly string[];
  readonly excluded?: readonly string[];
  readonly shownElsewhere?: readonly string[];
  readonly soldOut?: readonly string[];
  readonly popular?: readonly string[];
  readonly popularInCategory?: readonly (readonly string[])[];
  readonly products?: Readonly<
    Record<string, { readonly brand?: string; readonly category?: string } | null>
  >;
  readonly diversity?: number;
  readonly max?: number;
  readonly expect: readonly (readonly [id: string, source: string, because: string | null])[];
  readonly removed?: readonly (readonly [id: string, reason: string])[];
}

/** Input of the rule for a case; what the case does not say is empty. */
export function rankInputOf(vector: RankVector): RankInput {
  return {
    seen: vector.seen,
    row: (id) => vector.rows[id] ?? [],
    parameters: vector.parameters,
    revisits: vector.revisits ?? false,
    current: vector.current,
    visited: new Set(vector.visited),
    inCart: new Set(vector.inCart),
    bought: new Set(vector.bought),
    excluded: new Set(vector.excluded),
    shownElsewhere: new Set(vector.shownElsewhere),
    soldOut: new Set(vector.soldOut),
    product: (id) => (vector.products?.[id] === null ? undefined : (vector.products?.[id] ?? {})),
    popularInCategory: vector.popularInCategory ?? [],
    popular: vector.popular ?? [],
    diversity: vector.diversity,
    max: vector.max ?? 20,
  };
}

/** A result in the form of the case's expectation. */
export function rankOutcome({ list, removed }: RankResult): Pick<RankVector, 'expect' | 'removed'> {
  return {
    expect: list.map(({ id, source, because }) => [id, source, because ?? null]),
    removed: removed.map(({ id, reason }) => [id, reason]),
  };
}
