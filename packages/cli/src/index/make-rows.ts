import type { IndexManifest, Product } from '@regulars/schema';
import { buildRows } from './build-rows.ts';
import { defaultParameters, type Parameters as RowParameters } from './choose-parameters.ts';
import { contentRows, type DescribedProduct } from './content-rows.ts';
import type { Counts } from './count-pairs.ts';
import type { CountingEngine } from './counting-engine.ts';
import { measureLastDays, popularLists } from './measure-last-days.ts';
import { quantiseRows, type RowsById } from './quantise-rows.ts';
import type { Sessions } from './sessions.ts';

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
  sessions: Sessions,
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
  const chosen = options.given ? untried : ((await measureLastDays(sessions, options)) ?? untried);
  step('rows of all sessions');
  const counts = await engine.count();
  const rows = options.given ?? quantiseRows(buildRows(counts, { ...chosen.parameters, floor }), counts.ids);
  const { halfLifeDays } = chosen.parameters;
  const [lists] = await popularLists(sessions, {}, { counts, floor, halfLives: [halfLifeDays] });
  const popular = (lists ?? []).filter((id) => options.products.get(id)?.inStock !== false);
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
