import type { IndexManifest } from '@regulars/schema';
import type { ListPlan } from '../../rules/list-plan.ts';
import type { RankInput } from '../../rules/rank-rule.ts';
import type { Row } from '../../rules/rank-rule-shard.ts';
import type { ListRequest } from './list-request.ts';

/** What the ranker is asked before any card is known. */
export function rankInput(
  manifest: IndexManifest,
  { props, shownElsewhere, profile, current }: ListRequest,
  { plan, rows }: { readonly plan: ListPlan; readonly rows: ReadonlyMap<string, Row> },
): Omit<RankInput, 'max' | 'parameters'> {
  const categories = plan.alone ? [] : new Set(plan.voters.map(({ category }) => category ?? ''));
  return {
    ...plan,
    shownElsewhere,
    current: profile ? current : undefined,
    row: (id) => rows.get(id)?.neighbours ?? [],
    content: (id) => (plan.otherCategories ? [] : (rows.get(id)?.content ?? [])),
    revisits: props.revisits === true,
    excluded: new Set(props.exclude),
    soldOut: new Set(),
    product: () => ({}),
    popularInCategory: [...categories].map(
      (category) => ownValue(manifest.categories, category)?.popular ?? [],
    ),
    popular: plan.alone ? [] : manifest.popular,
  };
}

/** Number of the card shard of every product that a list of this index may show. */
export function cardShards(
  manifest: IndexManifest,
  rows: ReadonlyMap<string, Row>,
): ReadonlyMap<string, number> {
  const shards = new Map<string, number>();
  for (const { popular, card } of Object.values(manifest.categories)) {
    for (const id of popular) shards.set(id, card ?? -1);
  }
  if (manifest.cardShards.length > 0) for (const id of manifest.popular) shards.set(id, 0);
  for (const [id, { card, cards }] of rows) {
    shards.set(id, card);
    for (const [neighbour, number] of cards) shards.set(neighbour, number);
  }
  return shards;
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Where only a backend ranks. */
export const noIndex: IndexManifest = {
  ...{
    v: 1,
    version: '',
    builtAt: 0,
    rowShards: [],
    cardShards: [],
    lookupShards: [],
    categories: {},
    popular: [],
  },
  parameters: {
    ...{ kind: 'mixed', secondStep: 0, recent: 5, decay: 0.5, revisitWeight: 0 },
    ...{ floor: 1, visitor: 'visitor', halfLifeDays: 7 },
  },
};
