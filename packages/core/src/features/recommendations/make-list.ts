import type { IndexManifest, ListShard, Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { emptyListProfile, type ListPlan, planList } from '../../rules/list-plan.ts';
import { merchandise } from '../../rules/merchandise-rule.ts';
import { rankProducts } from '../../rules/rank-rule.ts';
import type { RankedCard } from '../widget-view.ts';
import { findCards } from './find-cards.ts';
import { createIndexFiles, type FileAnswer, type IndexFiles, readCards, readRows } from './index-files.ts';
import type { ListRequest, MadeList } from './list-request.ts';
import { cardShards, noIndex, rankInput } from './rank-input.ts';
import { type RankAnswer, rankerPort } from './rank-port.ts';

/** Ranked beyond the list, for those that turn out sold out or without a card; more where rules judge the cards. */
const [spare, spareForRules] = [8, 40] as const;

/** Makes lists over one index; rejects when something is wrong with it. */
export interface ListMaker {
  readonly make: (request: ListRequest) => Promise<MadeList>;
  /** What the shop published of strategies tried. */
  readonly tried: () => Promise<IndexManifest['tried']>;
}

/** What a list is made from besides the request. */
interface Sources {
  readonly context: PartContext;
  readonly files: IndexFiles;
}

/**
 * Builds the maker.
 * @param url address of the index's manifest.
 * @param manifest the answer to it, which is under way already.
 */
export function createListMaker(context: PartContext, url: string, manifest: FileAnswer): ListMaker {
  const files = createIndexFiles(context, url, manifest);
  return {
    make: (request) => makeList({ context, files }, request),
    tried: async () => (await files.manifest())?.tried,
  };
}

/** Makes a list: rows, then cards of what they rank highest, then price and stock at this moment. */
async function makeList(sources: Sources, request: ListRequest): Promise<MadeList> {
  const { context, files } = sources;
  const max = maxOf(request);
  const [index, answer] = await Promise.all([files.manifest(), askBackend(context, request, max)]);
  // Without one the shop's own list and what the visitor saved or saw still stand, where their cards are known.
  const manifest = index ?? noIndex;
  const lists = await readLists(files, manifest, request);
  const plan = await makePlan(context, request, lists);
  const parameters = { ...manifest.parameters, ...plan.parameters };
  const rows = await readRows(files, manifest, plan.voters.slice(0, parameters.recent));
  const ranked = remoteFirst(plan, answer);
  const input = { ...rankInput(manifest, request, { plan: ranked, rows }), parameters };
  const { props } = request;
  const extra =
    props.only || props.without || props.boost || props.bury || plan.otherCategories ? spareForRules : spare;
  const first = rankProducts({ ...input, ...merchandise(props, () => undefined), max: max + extra });
  const ids = first.list.map(({ id }) => id);
  const shards = cardShards(manifest, rows);
  const ofIndex = readCards(
    files,
    manifest,
    [...ids, ...plan.seen.slice(0, 1)].map((id) => shards.get(id) ?? -1),
  ).then(
    (cards) =>
      new Map([
        ...[...request.saved, ...(lists?.cards ?? [])].map((card) => [card.id, card] as const),
        ...cards,
        ...cardsOf(answer),
      ]),
  );
  const products = await findCards(context, ids, ofIndex);
  const { list, removed } = rankProducts({ ...input, ...rulesNow(request, plan, products), max });
  return {
    cards: toCards(list, products, await ofIndex),
    removed,
    indexVersion: answer?.version ?? (manifest.version || null),
  };
}

function maxOf({ props }: ListRequest): number {
  return props.max ?? (props.layout === 'bundle' ? 3 : 12);
}

/** The shop's rules, now that the cards are known. */
function rulesNow(
  { props, strategy }: ListRequest,
  { otherCategories, voters }: ListPlan,
  products: ReadonlyMap<string, Product>,
) {
  const own = new Set(otherCategories ? voters.map(({ category }) => category) : []);
  const rules = merchandise(props, (id) => products.get(id));
  return {
    ...rules,
    passes: (id: string) =>
      rules.passes?.(id) !== false &&
      !own.has(products.get(id)?.category ?? '') &&
      !products.get(id)?.flags?.includes('sensitive'),
    // What the visitor saved stays on their list, and says that it is sold out.
    soldOut: new Set(
      [...products.values()]
        .filter(({ inStock }) => inStock === false && strategy !== 'wishlist')
        .map(({ id }) => id),
    ),
    product: (id: string) => products.get(id),
  };
}

function toCards(
  list: ReturnType<typeof rankProducts>['list'],
  products: ReadonlyMap<string, Product>,
  known: ReadonlyMap<string, Product>,
): RankedCard[] {
  return list.flatMap(({ id, source, because, rule }) => {
    const product = products.get(id);
    const becauseTitle = because && known.get(because)?.title;
    if (!product) return [];
    return [
      {
        ...{ product, source, ...(because ? { because } : {}) },
        ...(becauseTitle ? { becauseTitle } : {}),
        ...(rule ? { rule } : {}),
      },
    ];
  });
}

/** Lists that no backend knows better. */
const unasked = new Set(['recently-viewed', 'popular', 'wishlist']);

/** A backend is asked only with leave to personalise, and only where there is one. */
async function askBackend(
  context: PartContext,
  request: ListRequest,
  max: number,
): Promise<RankAnswer | null> {
  const [ranker] = context.ports.use(rankerPort);
  const { profile, strategy, current, props } = request;
  if (!ranker || !profile || unasked.has(strategy)) return null;
  const { askRanker } = await import('./ask-ranker.ts');
  const seen = planList(profile, 'for-you', { session: undefined, current }).seen.slice(0, 20);
  return await askRanker(context, ranker, {
    ...{ strategy, seen, current, slot: request.slot, campaignId: request.campaignId },
    ...{
      inCart: Object.keys(profile.cart),
      max: max + (props.only ? spareForRules : spare),
      locale: context.locale(),
    },
  });
}

function remoteFirst(plan: ListPlan, answer: RankAnswer | null): ListPlan {
  if (!answer) return plan;
  return { ...plan, lead: { ids: answer.items.map(({ id }) => id), source: 'remote' } };
}

function cardsOf(answer: RankAnswer | null): (readonly [string, Product])[] {
  return (answer?.items ?? []).flatMap(({ id, product }) =>
    product ? [[id, { ...product, id }] as const] : [],
  );
}

const basic = new Set(['for-you', 'similar', 'popular', 'recently-viewed', 'bought-together']);

async function readLists(
  files: IndexFiles,
  { lists }: IndexManifest,
  { strategy }: ListRequest,
): Promise<ListShard | null> {
  if (basic.has(strategy) || strategy === 'continue' || strategy === 'wishlist' || !lists) return null;
  return await files.shard<ListShard>([lists], 0);
}

/** Further strategies come with the first list that uses one. */
async function makePlan(
  context: PartContext,
  { profile, strategy, props, current, saved }: ListRequest,
  lists: ListShard | null,
): Promise<ListPlan> {
  const journey = profile ?? emptyListProfile;
  const page = { session: context.journey.session()?.id, current: profile ? current : undefined };
  if (basic.has(strategy)) return planList(journey, strategy, page);
  const { planMore } = await import('../../rules/more-strategies.ts');
  return planMore(journey, strategy, {
    ...{ ...page, saved: saved.map(({ id }) => id), lists },
    ...{ now: context.now(), dueDays: props.dueDays ?? 30 },
  });
}
