import type { OrderLine } from '@regulars/core/rules';
import type { Role } from '../read/column-names-table.ts';
import { findDateOrder } from '../read/date-order.ts';
import { createDropped, type Dropped } from '../read/dropped.ts';
import { guessColumns } from '../read/guess-columns.ts';
import { minorDigits, parseNumber } from '../read/parse-number.ts';
import { type DateOrder, parseTime } from '../read/parse-time.ts';
import { readTable } from '../read/read-table.ts';

/** An order of an export, or what came back under a credit note. */
export interface PastOrder {
  readonly orderId: string;
  /** `null`: bought without an account. */
  readonly customer: string | null;
  /** Epoch ms. */
  readonly t: number;
  /** Minor units; what came back stands as its own order, with `isReturn`. */
  readonly total: number;
  readonly lines: readonly OrderLine[];
  readonly isReturn: boolean;
}

/** Orders in the order of their times, and what was left out. */
export interface PastOrders {
  readonly orders: readonly PastOrder[];
  readonly dropped: ReturnType<Dropped['list']>;
  readonly columns: string;
}

const ROLES: readonly Role[] = [
  'order',
  'product',
  'quantity',
  'time',
  'price',
  'customer',
  'category',
  'status',
];
const PROGRESS_ROWS = 50_000;

/** One order while its lines come in. */
interface Gathering {
  readonly order: Omit<PastOrder, 'total' | 'lines'>;
  readonly lines: OrderLine[];
  value: number;
}

/** What reading one row needs. */
interface RowReading {
  readonly cell: (role: Role) => string;
  readonly dropped: Dropped;
  readonly dates: DateOrder;
  readonly scale: number;
  readonly known: Map<string, Gathering>;
}

/** Reads an order export (CSV, TSV, gzip); one line per product. @throws Error when a column is missing. */
export async function readShopOrders(options: {
  readonly file: string;
  readonly currency: string;
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  readonly step: (text: string) => void;
}): Promise<PastOrders> {
  const { file, currency, step } = options;
  const table = await readTable(file);
  const columns = guessColumns(table, { roles: ROLES, overrides: options.columns });
  const missing = (['order', 'time', 'price'] as const).filter((role) => !columns[role]);
  if (missing.length > 0) {
    const cure = missing.map((role) => `--${role}-col`).join(', ');
    throw new Error(`${file}: no column for ${missing.join(', ')}; name it with ${cure}.`);
  }
  const dropped = createDropped();
  const { order: dates } = await findDateOrder(table, columns.time?.at ?? 0);
  const scale = 10 ** minorDigits(currency);
  const known = new Map<string, Gathering>();
  let count = 0;
  for await (const row of table.rows()) {
    count += 1;
    if (count % PROGRESS_ROWS === 0) step(`reading ${file}: ${count.toLocaleString('en')} lines`);
    const cell = (role: Role): string =>
      role === 'quantity' && !columns.quantity ? '1' : (row[columns[role]?.at ?? -1] ?? '');
    readRow({ cell, dropped, dates, scale, known });
  }
  step(`read ${count.toLocaleString('en')} lines of ${file}`);
  const orders = [...known.values()].map(({ order, lines, value }) => ({
    ...order,
    lines,
    total: Math.round(value),
  }));
  return {
    orders: orders.sort((a, b) => a.t - b.t || (a.orderId < b.orderId ? -1 : 1)),
    dropped: dropped.list(),
    columns: Object.entries(columns)
      .map(([role, column]) => `${role} from ${column.name}`)
      .join(', '),
  };
}

function readRow({ cell, dropped, dates, scale, known }: RowReading): undefined {
  const t = parseTime(cell('time'), dates);
  const price = parseNumber(cell('price'));
  const quantity = parseNumber(cell('quantity'));
  const orderId = cell('order');
  if (orderId === '') return dropped.add('no order number', cell('product'));
  if (t === null) return dropped.add('time not understood', cell('time'));
  if (price === null || quantity === null) return dropped.add('price or quantity not understood', orderId);
  if (price <= 0 || quantity === 0) return dropped.add('price or quantity of 0, or a correction', orderId);
  const isReturn = quantity < 0;
  const key = `${orderId} ${isReturn}`;
  const found = known.get(key) ?? {
    order: { orderId, customer: cell('customer') || null, t, isReturn },
    lines: [],
    value: 0,
  };
  const pieces = Math.abs(quantity);
  const category = cell('category');
  const line = { productId: cell('product'), quantity: pieces, unitPrice: Math.round(price * scale) };
  found.lines.push(category === '' ? line : { ...line, category });
  found.value += pieces * price * scale;
  known.set(key, found);
  return undefined;
}
