import type { IndexManifest, ListShard } from '@regulars/schema';
import { createDropped, type Dropped } from '../read/dropped.ts';
import type { BuildIndexOptions } from './build-options.ts';
import type { DescribedProduct } from './content-rows.ts';
import type { CountingEngine } from './counting-engine.ts';
import { makeLists } from './make-lists.ts';
import { makeReport } from './make-report.ts';
import { type Model, makeRows } from './make-rows.ts';
import { makeShards } from './make-shards.ts';
import { openEngine } from './open-engine.ts';
import { checkColumns, type Reading, readCatalogue, readInto } from './read-exports.ts';
import { readGivenRows } from './read-given-rows.ts';
import { eachSession, type Sessions } from './sessions.ts';
import { writeIndex } from './write-index.ts';

/** What was built. */
export interface BuildIndexResult {
  readonly manifest: IndexManifest;
  readonly guesses: readonly string[];
  readonly dropped: ReturnType<Dropped['list']>;
  /** Bytes of all files before compression. */
  readonly bytes: number;
}

/**
 * Builds a recommendation index from click and order exports: two runs over the same files write the same bytes
 * (with `builtAt` or `SOURCE_DATE_EPOCH` fixed).
 * @throws Error when a file cannot be read, a needed column is missing, or nothing is left after cleaning.
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const step = options.step ?? (() => {});
  const reading: Reading = { options, dropped: createDropped(), guesses: [], step };
  const floor = options.floor ?? 3;
  await checkColumns(options);
  const engine = await openEngine(options, { dropped: reading.dropped, floor, step });
  const guard = options.guard ?? ((act) => act());
  return await guard(() => build(reading, engine, floor).finally(engine.close), engine.close);
}

async function build(reading: Reading, engine: CountingEngine, floor: number): Promise<BuildIndexResult> {
  const { options, step } = reading;
  const products = await readCatalogue(reading);
  const visitor = await readInto(engine, reading, products);
  const sessions = await engine.cut();
  if (sessions.size === 0) throw new Error(nothingLeft(reading.dropped));
  const given = options.rows ? await readGivenRows(options.rows) : undefined;
  const model = await makeRows(sessions, { engine, floor, products, step, given });
  step('lists of the last weeks');
  const lists = await makeLists({ sessions, products, floor, end: await sessions.endOf({}) });
  const shards = makeShards({ ...model, products: markConsumables(products, lists) });
  step('writing');
  const { parameters, accuracy, popular, popularByCategory } = model;
  const facts = await factsOf(sessions, model);
  const written = await writeIndex(
    options.out,
    shards,
    {
      builtAt: options.builtAt ?? buildTime(),
      shop: options.shop,
      parameters: { ...parameters, floor, visitor },
      ...(accuracy ? { accuracy } : {}),
      popular: [...popular],
      popularByCategory,
      lists,
    },
    (manifest, bytes) =>
      makeReport(manifest, bytes, {
        ...facts,
        bothExports: options.clicks !== undefined && options.orders !== undefined,
        ...reading,
        dropped: reading.dropped.list(),
      }),
    options.guard,
  );
  return { ...written, guesses: reading.guesses, dropped: reading.dropped.list() };
}

function nothingLeft(dropped: Dropped): string {
  const reasons = dropped
    .list()
    .map(({ reason, count, examples: [example = ''] }) => `${count} × ${reason} (${example})`);
  const why = reasons.length > 0 ? ` Left out: ${reasons.join('; ')}.` : '';
  return `Nothing is left after cleaning: no session has a product.${why}`;
}

/** What customers buy again and again may be listed although it was bought. */
function markConsumables(
  products: ReadonlyMap<string, DescribedProduct>,
  lists: ListShard | null,
): ReadonlyMap<string, DescribedProduct> {
  const again = lists?.replenishDays ?? {};
  return new Map(
    [...products].map(([id, product]) => [
      id,
      Object.hasOwn(again, id) && !product.flags?.includes('consumable')
        ? { ...product, flags: [...(product.flags ?? []), 'consumable'] }
        : product,
    ]),
  );
}

async function factsOf(sessions: Sessions, { rows, counts, tried, testDays }: Model) {
  let [visits, covered] = [0, 0];
  const perDay = new Map<number, number>();
  await eachSession(sessions, {}, (session) => {
    visits += session.products.length;
    for (const id of session.products) covered += rows.has(id) ? 1 : 0;
    for (const t of session.times) {
      const day = Math.floor(t / 86_400_000);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
  });
  return {
    sessions: sessions.size,
    visits,
    ...{ from: sessions.first, to: await sessions.endOf({}), perDay },
    products: counts.ids.length,
    productsWithRows: rows.size,
    coveredShare: visits === 0 ? 0 : covered / visits,
    tried,
    testDays,
  };
}

/** Epoch ms of the build; `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org) wins over the clock. */
function buildTime(): number {
  const fixed = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  return Number.isFinite(fixed) ? fixed * 1000 : Date.now();
}
