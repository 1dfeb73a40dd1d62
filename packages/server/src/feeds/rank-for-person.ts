import {
  emptyListProfile,
  type ListPlan,
  planList,
  planMore,
  type Ranked,
  type Row,
  rankProducts,
} from '@regulars/core/rules';
import type { FeedWish, Product, Strategy } from '@regulars/schema';
import type { DiskIndex } from './read-index.ts';
import type { PersonJourney } from './read-journey.ts';

/** A list for one person. */
export interface PersonList {
  readonly strategy: Strategy;
  /** Made from what the person did; `false`: best sellers. */
  readonly personal: boolean;
  readonly items: readonly (Ranked & { readonly product: Product })[];
}

/** Ranked beyond the list, for those that turn out to be sold out or without a card. */
const spare = 24;
const basic: ReadonlySet<string> = new Set([
  'for-you',
  'similar',
  'popular',
  'recently-viewed',
  'bought-together',
]);

/** Ranks with the code of the browser: the same plan, rows, removals and fallback chain, from what the server has. */
export async function rankForPerson(
  index: DiskIndex,
  { profile, bought, saved }: PersonJourney,
  { wish, now }: { readonly wish: FeedWish; readonly now: number },
): Promise<PersonList> {
  const { strategy = 'for-you', max = 4 } = wish;
  const plan = await planFor(index, { strategy, profile, saved, now });
  const { manifest } = index;
  const parameters = { ...manifest.parameters, ...plan.parameters };
  const rows = new Map<string, Row>();
  for (const { id, category } of plan.voters.slice(0, parameters.recent)) {
    const row = await index.row(id, category);
    if (row) rows.set(id, row);
  }
  const categories = new Set(plan.alone ? [] : plan.voters.map(({ category }) => category ?? ''));
  const input = {
    ...plan,
    parameters,
    // In a mail nothing was seen "on this visit".
    ...{
      visited: new Set<string>(),
      revisits: false,
      excluded: new Set<string>(),
      shownElsewhere: new Set<string>(),
    },
    bought: plan.alone ? plan.bought : new Set([...plan.bought, ...bought]),
    row: (id: string) => rows.get(id)?.neighbours ?? [],
    content: (id: string) => (plan.otherCategories ? [] : (rows.get(id)?.content ?? [])),
    popularInCategory: [...categories].map((category) =>
      Object.hasOwn(manifest.categories, category) ? (manifest.categories[category]?.popular ?? []) : [],
    ),
    popular: plan.alone ? [] : manifest.popular,
    soldOut: new Set<string>(),
  };
  const first = rankProducts({ ...input, product: () => ({}), max: max + spare });
  const fit = fitting(await cardsOf(index, rows, plan), plan);
  const ids = new Set(first.list.map(({ id }) => id));
  const { list } = rankProducts({ ...input, product: (id) => (ids.has(id) ? fit(id) : undefined), max });
  return {
    strategy,
    personal: list.some(({ source }) => source === 'index' || source === 'content' || source === 'recent'),
    items: list.flatMap((one) => {
      const product = fit(one.id);
      return product ? [{ ...one, product }] : [];
    }),
  };
}

/** The card of a product that may stand in a mail. */
function fitting(cards: ReadonlyMap<string, Product>, { otherCategories, voters }: ListPlan) {
  return (id: string): Product | undefined => {
    const card = cards.get(id);
    const own = otherCategories && voters.some(({ category }) => category === card?.category);
    if (!card?.title || card.inStock === false || own || card.flags?.includes('sensitive')) return undefined;
    return card;
  };
}

async function planFor(
  index: DiskIndex,
  {
    strategy,
    profile,
    saved,
    now,
  }: {
    readonly strategy: Strategy;
    readonly profile: PersonJourney['profile'];
    readonly saved: readonly string[];
    readonly now: number;
  },
): Promise<ListPlan> {
  const page = { session: undefined, current: undefined };
  if (basic.has(strategy)) return planList(profile ?? emptyListProfile, strategy, page);
  return planMore(profile, strategy, { ...page, saved, now, dueDays: 30, lists: await index.lists() });
}

/** Cards of all that the list may hold. */
async function cardsOf(
  index: DiskIndex,
  rows: ReadonlyMap<string, Row>,
  plan: ListPlan,
): Promise<ReadonlyMap<string, Product>> {
  const { manifest } = index;
  const numbers = new Set<number>(manifest.cardShards.length > 0 ? [0] : []);
  for (const { category } of plan.voters) {
    const card = manifest.categories[category ?? '']?.card;
    if (card !== undefined) numbers.add(card);
  }
  for (const { card, cards } of rows.values())
    for (const number of [card, ...cards.values()]) numbers.add(number);
  const lists = plan.lead?.source === 'list' ? await index.lists() : null;
  const found = await index.cards([...numbers].filter((number) => number >= 0));
  return new Map([...(lists?.cards ?? []).map((card) => [card.id, card] as const), ...found]);
}
