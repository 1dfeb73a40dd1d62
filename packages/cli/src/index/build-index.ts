import type { IndexManifest, Product } from '@regulars/schema';
import { createDropped, type Dropped } from '../read/dropped.ts';
import { type Columns, guessColumns, type Role } from '../read/guess-columns.ts';
import { productRoles, readProducts } from '../read/read-products.ts';
import { readTable, type Table } from '../read/read-table.ts';
import {
  clickRoles,
  type Line,
  orderRoles,
  readClicks,
  readOrders,
  type VisitorKind,
} from '../read/read-visits.ts';
import { makeReport } from './make-report.ts';
import { type Model, makeRows } from './make-rows.ts';
import { makeShards } from './make-shards.ts';
import type { Session } from './session.ts';
import { sessionise } from './sessionise.ts';
import { writeIndex } from './write-index.ts';

/** Files to read and where to write. At least one of `clicks` and `orders`. */
export interface BuildIndexOptions {
  readonly clicks?: string | undefined;
  readonly orders?: string | undefined;
  readonly products?: string | undefined;
  /** Folder of the index; made when it is not there. */
  readonly out: string;
  /** Distinct visitors that a pair, a product and a popularity count need (default 3). */
  readonly floor?: number | undefined;
  /** ISO 4217 for prices that name none. */
  readonly currency?: string | undefined;
  /** Column names by role where the guess is wrong. */
  readonly columns?: Readonly<Partial<Record<Role, string>>> | undefined;
  /** Epoch ms to write as build time (default `SOURCE_DATE_EPOCH`, else now). */
  readonly builtAt?: number | undefined;
  /** Told in plain words what goes on. */
  readonly step?: ((text: string) => void) | undefined;
}

/** What was built. */
export interface BuildIndexResult {
  readonly manifest: IndexManifest;
  readonly guesses: readonly string[];
  readonly dropped: ReturnType<Dropped['list']>;
  /** Bytes of all files before compression. */
  readonly bytes: number;
}

interface Export {
  readonly sessions: readonly Session[];
  readonly visitor: VisitorKind;
}

interface Reading {
  readonly options: BuildIndexOptions;
  readonly dropped: Dropped;
  readonly guesses: string[];
  readonly step: (text: string) => void;
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
  const products = await readCatalogue(reading);
  const { sessions, visitor } = await readSessions(reading, products);
  if (sessions.length === 0) throw new Error('Nothing is left after cleaning: no session has a product.');
  const model = makeRows(sessions, { floor, products, step });
  const shards = makeShards({ ...model, products });
  step('writing');
  const { parameters, accuracy, popular, popularByCategory } = model;
  const written = await writeIndex(
    options.out,
    shards,
    {
      builtAt: options.builtAt ?? buildTime(),
      parameters: { ...parameters, floor, visitor },
      ...(accuracy ? { accuracy } : {}),
      popular: [...popular],
      popularByCategory,
    },
    (manifest, bytes) =>
      makeReport(manifest, bytes, {
        ...factsOf(sessions, model),
        ...reading,
        dropped: reading.dropped.list(),
      }),
  );
  return { ...written, guesses: reading.guesses, dropped: reading.dropped.list() };
}

async function readCatalogue(reading: Reading): Promise<Map<string, Product>> {
  const { options, dropped } = reading;
  if (!options.products) return new Map();
  reading.step(`reading ${options.products}`);
  const { table, columns } = await openTable(reading, options.products, productRoles);
  return await readProducts({ table, columns, dropped, currency: options.currency ?? null });
}

async function readSessions(reading: Reading, products: ReadonlyMap<string, Product>): Promise<Export> {
  const clicks = await readLines(reading, reading.options.clicks, { roles: clickRoles, read: readClicks });
  const orders = await readLines(reading, reading.options.orders, { roles: orderRoles, read: readOrders });
  const known = (lines: readonly Line[]): Line[] =>
    lines.filter((line) => isKnown(line, products, reading.dropped));
  const lines = { clicks: known(clicks), orders: known(orders) };
  if (
    products.size > 0 &&
    clicks.length + orders.length > 0 &&
    lines.clicks.length + lines.orders.length === 0
  ) {
    const [sample] = [...clicks, ...orders];
    throw new Error(
      `No product id of the exports is in the product list: they say ${sample?.product}, it says ${[...products.keys()][0]}. Name the right columns with --product-col.`,
    );
  }
  const { dropped } = reading;
  const sessions = [
    ...sessionise(lines.clicks, { ordered: true, dropped }),
    ...sessionise(lines.orders, { ordered: false, dropped }),
  ];
  return { sessions, visitor: weakest([...lines.clicks, ...lines.orders]) };
}

async function readLines(
  reading: Reading,
  file: string | undefined,
  kind: { readonly roles: readonly Role[]; readonly read: typeof readClicks },
): Promise<Line[]> {
  if (!file) return [];
  reading.step(`reading ${file}`);
  const { table, columns } = await openTable(reading, file, kind.roles);
  return await kind.read({
    table,
    columns,
    dropped: reading.dropped,
    progress: (count) => reading.step(`reading ${file}: ${count.toLocaleString('en')} lines`),
  });
}

async function openTable(
  reading: Reading,
  file: string,
  roles: readonly Role[],
): Promise<{ readonly table: Table; readonly columns: Columns }> {
  const table = await readTable(file);
  const columns = guessColumns(table, { roles, overrides: reading.options.columns ?? {} });
  const pairs = roles.flatMap((role) => (columns[role] ? [`${role} ← ${columns[role].name}`] : []));
  reading.guesses.push(`${file.replace(/^.*[\\/]/, '')}: ${pairs.join(', ')}`);
  return { table, columns };
}

function isKnown(line: Line, products: ReadonlyMap<string, Product>, dropped: Dropped): boolean {
  const known = products.size === 0 || products.has(line.product);
  if (!known) dropped.add('a product that is not in the product list', line.product);
  return known;
}

/** The weakest sign by which a visitor was told from another: what the floor really counts. */
function weakest(lines: readonly Line[]): VisitorKind {
  const kinds = new Set(lines.map((line) => line.visitorKind));
  const order: readonly VisitorKind[] = ['order', 'session', 'customer', 'visitor'];
  return order.find((kind) => kinds.has(kind)) ?? 'session';
}

function factsOf(sessions: readonly Session[], { rows, counts, tried, testDays }: Model) {
  let [visits, covered] = [0, 0];
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const session of sessions) {
    visits += session.products.length;
    covered += session.products.filter((id) => rows.has(id)).length;
    from = Math.min(from, session.start);
    to = Math.max(to, session.times.at(-1) ?? session.start);
  }
  return {
    sessions: sessions.length,
    visits,
    from,
    to,
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
