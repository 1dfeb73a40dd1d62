import type { IndexManifest, Product } from '@regulars/schema';
import { buildRows } from './build-rows.ts';
import {
  chooseParameters,
  defaultParameters,
  type Parameters as RowParameters,
} from './choose-parameters.ts';
import { contentRows, type DescribedProduct } from './content-rows.ts';
import type { Counts } from './count-pairs.ts';
import type { CountingEngine } from './counting-engine.ts';
import { askQuestions, scoreIndex, scoreList } from './evaluate.ts';
import { rankPopular } from './popularity.ts';
import { quantiseRows, type RowsById } from './quantise-rows.ts';
import type { Session } from './session.ts';
import { splitByTime } from './split-by-time.ts';

/** Rows and popularity of a shop, and how good they were on its last days. */
export interface Model {
  readonly rows: RowsById;
  /** Rows by what is known of the products, where the others have few neighbours. */
  readonly content: RowsById;
  readonly counts: Counts;
  readonly parameters: RowParameters;
  readonly accuracy: IndexManifest['accuracy'];
  readonly tried: number;
  readonly testDays: number;
  readonly popular: readonly string[];
  readonly popularByCategory: ReadonlyMap<string, readonly string[]>;
}

const popularCount = 40;
const [categoryMost, categoryLeast, categoryTotal] = [20, 4, 1000] as const;

const untried = { parameters: defaultParameters, accuracy: undefined, tried: 0, testDays: 0 } as const;

/** Chooses settings on the days before the last, measures them on the last, then builds from all sessions. */
export async function makeRows(
  sessions: readonly Session[],
  options: {
    readonly engine: CountingEngine;
    readonly floor: number;
    readonly products: ReadonlyMap<string, DescribedProduct>;
    readonly step: (text: string) => void;
    /** Rows that were counted elsewhere: nothing is tried and nothing measured here. */
    readonly given?: RowsById | undefined;
  },
): Promise<Model> {
  const { floor, step, engine } = options;
  const chosen = options.given ? untried : await choose(sessions, options);
  step('rows of all sessions');
  const counts = await engine.count(sessions);
  const rows = options.given ?? quantiseRows(buildRows(counts, { ...chosen.parameters, floor }), counts.ids);
  const { halfLifeDays } = chosen.parameters;
  const popular = rankPopular(sessions, counts, { halfLifeDays, floor, end: endOf(sessions) }).filter(
    (id) => options.products.get(id)?.inStock !== false,
  );
  return {
    ...chosen,
    rows,
    content: contentRows(options.products, lonely(options.products, rows)),
    counts,
    popular: popular.slice(0, popularCount),
    popularByCategory: byCategory(popular, options.products),
  };
}

/** Neighbours below which a row is helped by content. */
const enoughNeighbours = 5;

function lonely(products: ReadonlyMap<string, Product>, rows: RowsById): string[] {
  return [...products.keys()].filter((id) => (rows.get(id)?.length ?? 0) < enoughNeighbours);
}

async function choose(
  sessions: readonly Session[],
  { floor, step, engine }: Pick<Parameters<typeof makeRows>[1], 'floor' | 'step' | 'engine'>,
): Promise<Pick<Model, 'parameters' | 'accuracy' | 'tried' | 'testDays'>> {
  const split = splitByTime(sessions);
  if (!split) return untried;
  step('counting pairs');
  const [chooseFrom, testFrom] = split.cuts;
  const counted = await engine.count(split.train, chooseFrom);
  const train = { sessions: split.train, counts: counted, end: endOf(split.train) };
  const { parameters, tried } = chooseParameters(train, split.choose, { floor, step });
  step('measuring on the last days');
  const before = [...split.train, ...split.choose];
  const counts = await engine.count(before, testFrom);
  const rows = quantiseRows(buildRows(counts, { ...parameters, floor }), counts.ids);
  const questions = askQuestions(split.test, new Set(counts.ids));
  const list = rankPopular(before, counts, { ...parameters, floor, end: endOf(before) });
  const revisits = split.test.some(({ ordered }) => ordered);
  const accuracy = {
    index: scoreIndex(questions, rows, { ...parameters, revisits }),
    popularity: scoreList(questions, list, { revisits }),
  };
  return {
    parameters,
    tried,
    testDays: questions.length === 0 ? 0 : split.days,
    accuracy: questions.length === 0 ? undefined : accuracy,
  };
}

/** Best sellers by category; fewer per category where there are many, so that the manifest stays small. */
function byCategory(
  popular: readonly string[],
  products: ReadonlyMap<string, Product>,
): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const id of popular) {
    const category = products.get(id)?.category ?? '';
    const list = lists.get(category);
    if (list) list.push(id);
    else lists.set(category, [id]);
  }
  const most = Math.max(
    categoryLeast,
    Math.min(categoryMost, Math.floor(categoryTotal / Math.max(1, lists.size))),
  );
  return new Map([...lists].map(([category, list]) => [category, list.slice(0, most)]));
}

function endOf(sessions: readonly Session[]): number {
  return sessions.reduce((end, session) => Math.max(end, session.times.at(-1) ?? session.start), 0);
}
