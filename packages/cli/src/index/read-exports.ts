import type { Product } from '@regulars/schema';
import type { Role } from '../read/column-names-table.ts';
import { findDateOrder } from '../read/date-order.ts';
import type { Dropped } from '../read/dropped.ts';
import { type Columns, guessColumns } from '../read/guess-columns.ts';
import type { DateOrder } from '../read/parse-time.ts';
import { productRoles, readProducts } from '../read/read-products.ts';
import { readTable } from '../read/read-table.ts';
import {
  clickRoles,
  type Line,
  orderRoles,
  readClicks,
  readOrders,
  type VisitorKind,
} from '../read/read-visits.ts';
import type { Table } from '../read/table.ts';
import type { BuildIndexOptions } from './build-options.ts';
import { createBuiltInEngine } from './built-in-engine.ts';
import type { DescribedProduct } from './content-rows.ts';
import type { CountingEngine } from './counting-engine.ts';
import { linesIn } from './memory.ts';
import type { Session } from './session.ts';

/** Sessions of all exports, and by what visitors were told apart. */
export interface Export {
  readonly sessions: readonly Session[];
  readonly visitor: VisitorKind;
}

/** What reading fills beside its result. */
export interface Reading {
  readonly options: BuildIndexOptions;
  readonly dropped: Dropped;
  readonly guesses: string[];
  readonly step: (text: string) => void;
}

/** A column that no file has is a slip of the pen: said before anything long begins. */
export async function checkColumns({
  clicks,
  orders,
  products,
  columns = {},
}: BuildIndexOptions): Promise<void> {
  const files = [clicks, orders, products].filter((file) => file !== undefined);
  const names = new Set((await Promise.all(files.map(readTable))).flatMap(({ header }) => header));
  for (const [role, name] of Object.entries(columns)) {
    if (name === undefined || names.has(name)) continue;
    throw new Error(`--${role}-col: no file has a column ${name}; there are ${[...names].join(', ')}.`);
  }
}

/** Reads the product list; empty without one. */
export async function readCatalogue(reading: Reading): Promise<Map<string, DescribedProduct>> {
  const { options, dropped } = reading;
  if (!options.products) return new Map();
  reading.step(`reading ${options.products}`);
  const { table, columns } = await openTable(reading, options.products, productRoles);
  const { currency = null, attributes } = options;
  return await readProducts({ table, columns, dropped, currency, attributes });
}

/** Reads clicks and orders into this process and cuts sessions; products that the list does not know are left out. */
export async function readSessions(
  reading: Reading,
  products: ReadonlyMap<string, Product>,
): Promise<Export> {
  const engine = createBuiltInEngine({ ...reading, lines: linesIn(reading.options.memory) });
  const visitor = await readInto(engine, reading, products);
  return { sessions: engine.sessions(), visitor };
}

/** Reads clicks and orders into an engine. Resolves with what visitors were told apart by. */
export async function readInto(
  engine: CountingEngine,
  reading: Reading,
  products: ReadonlyMap<string, Product>,
): Promise<VisitorKind> {
  const { options, dropped } = reading;
  const kinds = new Set<VisitorKind>();
  let [all, known]: [number, number] = [0, 0];
  let sample: string | undefined;
  for (const [file, roles, read] of [
    [options.clicks, clickRoles, readClicks],
    [options.orders, orderRoles, readOrders],
  ] as const) {
    for await (const line of readLines(reading, file, { roles, read })) {
      all += 1;
      sample ??= line.product;
      if (!isKnown(line, products, dropped)) continue;
      known += 1;
      kinds.add(line.visitorKind);
      engine.add(line, read === readClicks);
    }
  }
  if (products.size > 0 && all > 0 && known === 0) {
    throw new Error(
      `No product id of the exports is in the product list: they say ${sample}, it says ${[...products.keys()][0]}. Name the right columns with --product-col.`,
    );
  }
  return weakest(kinds);
}

async function* readLines(
  reading: Reading,
  file: string | undefined,
  kind: { readonly roles: readonly Role[]; readonly read: typeof readClicks },
): AsyncGenerator<Line> {
  if (!file) return;
  reading.step(`reading ${file}`);
  const { table, columns, dates } = await openTable(reading, file, kind.roles);
  yield* kind.read({
    ...{ table, columns, dates },
    dropped: reading.dropped,
    progress: (count) => reading.step(`reading ${file}: ${count.toLocaleString('en')} lines`),
  });
}

async function openTable(
  reading: Reading,
  file: string,
  roles: readonly Role[],
): Promise<{ readonly table: Table; readonly columns: Columns; readonly dates: DateOrder }> {
  const table = await readTable(file);
  const columns = guessColumns(table, { roles, overrides: reading.options.columns ?? {} });
  const { order, says } = await findDateOrder(table, columns.time?.at ?? -1);
  const pairs = roles.flatMap((role) => {
    const words = role === 'time' && says ? ` (${says})` : '';
    return columns[role] ? [`${role} ← ${columns[role].name}${words}`] : [];
  });
  reading.guesses.push(`${file.replace(/^.*[\\/]/, '')}: ${pairs.join(', ')}`);
  return { table, columns, dates: order };
}

function isKnown(line: Line, products: ReadonlyMap<string, Product>, dropped: Dropped): boolean {
  const known = products.size === 0 || products.has(line.product);
  if (!known) dropped.add('a product that is not in the product list', line.product);
  return known;
}

/** The weakest sign by which a visitor was told from another: what the floor really counts. */
function weakest(kinds: ReadonlySet<VisitorKind>): VisitorKind {
  const order: readonly VisitorKind[] = ['order', 'session', 'customer', 'visitor'];
  return order.find((kind) => kinds.has(kind)) ?? 'session';
}
