import type { IndexManifest } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { type RankInput, type RankResult, rankProducts } from '../../rules/rank-rule.ts';
import type { Row } from '../../rules/rank-rule-shard.ts';
import { findCards } from './find-cards.ts';
import { createIndexFiles, type FileAnswer, type IndexFiles, readCards, readRows } from './index-files.ts';
import { emptyProfile, type JourneyInput, listJourney } from './list-journey.ts';
import type { ListRequest, MadeList } from './list-request.ts';

const defaultMax = 12;
/** Ranked beyond the list, for those that turn out sold out or without a card. */
const spare = 8;

/** Makes lists over one index; rejects when something is wrong with it. */
export type ListMaker = (request: ListRequest) => Promise<MadeList>;

/**
 * Builds the maker.
 * @param url address of the index's manifest.
 * @param manifest the answer to it, which is under way already.
 */
export function createListMaker(context: PartContext, url: string, manifest: FileAnswer): ListMaker {
  const files = createIndexFiles(context, url, manifest);
  return (request) => makeList(context, files, request);
}

/** Makes a list: rows, then cards of what they rank highest, then price and stock at this moment. */
async function makeList(context: PartContext, files: IndexFiles, request: ListRequest): Promise<MadeList> {
  const manifest = await files.manifest();
  if (!manifest) return { cards: [], removed: [], indexVersion: null };
  const { profile, strategy, props, current } = request;
  const session = context.journey.session()?.id;
  const journey = listJourney(profile ?? emptyProfile, strategy, {
    session,
    current: profile ? current : undefined,
  });
  const parameters = { ...manifest.parameters, ...journey.parameters };
  const rows = await readRows(files, manifest, journey.voters.slice(0, parameters.recent));
  const input = { ...rankInput(manifest, request, { journey, rows }), parameters };
  const rank = strategy === 'recently-viewed' && profile ? rankRecent : rankProducts;
  const max = props.max ?? defaultMax;
  const first = rank({ ...input, max: max + spare });
  const shards = cardShards(manifest, rows);
  const ids = first.list.map(({ id }) => id);
  const ofIndex = readCards(
    files,
    manifest,
    ids.map((id) => shards.get(id) ?? -1),
  );
  const products = await findCards(context, ids, ofIndex);
  const soldOut = new Set(
    [...products.values()].filter(({ inStock }) => inStock === false).map(({ id }) => id),
  );
  const { list, removed } = rank({ ...input, soldOut, product: (id) => products.get(id), max });
  const cards = list.flatMap(({ id, source, because }) => {
    const product = products.get(id);
    return product ? [{ product, source, ...(because ? { because } : {}) }] : [];
  });
  return { cards, removed, indexVersion: manifest.version };
}

function rankInput(
  manifest: IndexManifest,
  { props, shownElsewhere, profile, current }: ListRequest,
  { journey, rows }: { readonly journey: JourneyInput; readonly rows: ReadonlyMap<string, Row> },
): Omit<RankInput, 'max' | 'parameters'> {
  const categories = new Set(journey.voters.map(({ category }) => category ?? ''));
  return {
    ...journey,
    shownElsewhere,
    current: profile ? current : undefined,
    row: (id) => rows.get(id)?.neighbours ?? [],
    revisits: props.revisits === true,
    excluded: new Set(props.exclude),
    soldOut: new Set(),
    product: () => ({}),
    popularInCategory: [...categories].map(
      (category) => ownValue(manifest.categories, category)?.popular ?? [],
    ),
    popular: manifest.popular,
  };
}

/** The journey itself as a list, without what must not be listed. */
function rankRecent(input: RankInput): RankResult {
  const nothing = { seen: [], visited: new Set<string>(), bought: new Set<string>(), popular: [] };
  const { list, removed } = rankProducts({ ...input, ...nothing, popularInCategory: [input.seen] });
  return { list: list.map(({ id }) => ({ id, source: 'recent' })), removed };
}

/** Number of the card shard of every product that a list of this index may show. */
function cardShards(manifest: IndexManifest, rows: ReadonlyMap<string, Row>): ReadonlyMap<string, number> {
  const shards = new Map<string, number>();
  for (const { popular, card } of Object.values(manifest.categories)) {
    for (const id of popular) shards.set(id, card ?? -1);
  }
  if (manifest.cardShards.length > 0) for (const id of manifest.popular) shards.set(id, 0);
  for (const [id, { card, neighbours, cards }] of rows) {
    shards.set(id, card);
    for (const [place, [neighbour]] of neighbours.entries()) shards.set(neighbour, cards[place] ?? -1);
  }
  return shards;
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
