import type { Role } from './column-names-table.ts';
import type { Dropped } from './dropped.ts';
import type { Columns } from './guess-columns.ts';
import { parseNumber } from './parse-number.ts';
import { type DateOrder, parseTime } from './parse-time.ts';
import type { Table } from './table.ts';

/** What counts as one visitor; the weakest that a file offers is named in manifest and report. */
export type VisitorKind = 'visitor' | 'customer' | 'session' | 'order';

/** A line of an export after cleaning. */
export interface Line {
  /** Kind and id, so that a customer 7 and a session 7 stay two. */
  readonly visitor: string;
  readonly visitorKind: VisitorKind;
  /** Session or order id; `null`: sessions are cut by time. */
  readonly session: string | null;
  readonly product: string;
  /** Epoch ms. */
  readonly t: number;
  /** Place inside the session where times are equal. */
  readonly position: number;
  /** The whole line as it stood: the same one twice counts once. */
  readonly row: string;
}

/** Roles of a click export, in the order in which they take a column. */
export const clickRoles: readonly Role[] = [
  'session',
  'visitor',
  'customer',
  'product',
  'time',
  'position',
  'event',
];
/** Roles of an order export. */
export const orderRoles: readonly Role[] = [
  'order',
  'product',
  'quantity',
  'time',
  'price',
  'customer',
  'visitor',
  'status',
];

/** Stock codes that are no products: postage, fees, manual entries, samples, vouchers, test lines. */
const pseudoCode =
  /^(post|postage|c2|c3|dot|m|d|s|b|pads|cruk|manual|adjust\d*|amazon ?fee|bank charges|fee|shipping|delivery|discount|gift.*|voucher.*|coupon.*|tip|test.*)$/i;
const cancelled = /cancel|refund|return|void|failed|storno|anul|отказ|возврат/i;
/** Events of a click export that are no look at a product. */
const looks = /view|click|detail|open|^pageview$/i;

interface Reading {
  readonly table: Table;
  readonly columns: Columns;
  readonly dropped: Dropped;
  /** Order of day and month in its times. */
  readonly dates: DateOrder;
  /** Called with the number of lines read so far. */
  readonly progress: (count: number) => void;
}

/** Reads and cleans a click export: one line per look at a product, in the order of the file. */
export function readClicks(reading: Reading): AsyncGenerator<Line> {
  const { columns, dropped } = reading;
  need(reading, ['product', 'time']);
  if (!columns.session && !columns.visitor && !columns.customer) {
    throw new Error(
      `${reading.table.file}: no column says whose click it was among ${reading.table.header.join(', ')}; name one with --session-col or --visitor-col.`,
    );
  }
  return readLines(reading, (cell) => {
    const event = cell('event');
    if (event !== '' && !looks.test(event)) return dropped.add('not a look at a product', event);
    return {
      ...whose(cell, ['visitor', 'customer', 'session']),
      session: cell('session') === '' ? null : cell('session'),
    };
  });
}

/** Reads and cleans an order export: one line per product bought, in the order of the file. */
export function readOrders(reading: Reading): AsyncGenerator<Line> {
  const { dropped } = reading;
  need(reading, ['order', 'product', 'time']);
  const credit = creditNotes(reading.table, reading.columns);
  return readLines(reading, (cell) => {
    const order = cell('order');
    const quantity = parseNumber(cell('quantity'));
    const price = parseNumber(cell('price'));
    if (order === '') return dropped.add('no order number', cell('product'));
    if (credit.test(order) || cancelled.test(cell('status'))) return dropped.add('cancelled order', order);
    if (quantity !== null && quantity <= 0) return dropped.add('returned (quantity not above 0)', order);
    if (price !== null && price <= 0) return dropped.add('price not above 0', cell('product'));
    return { ...whose(cell, ['visitor', 'customer', 'order']), session: order };
  });
}

type Cell = (role: Role) => string;

async function* readLines(
  { table, columns, dropped, dates, progress }: Reading,
  keep: (cell: Cell) => Pick<Line, 'visitor' | 'visitorKind' | 'session'> | undefined,
): AsyncGenerator<Line> {
  let count = 0;
  const broken = (line: string): void => void dropped.add('a line that cannot be read', line);
  for await (const row of table.rows(broken)) {
    count += 1;
    if (count % 50_000 === 0) progress(count);
    const cell: Cell = (role) => row[columns[role]?.at ?? -1] ?? '';
    const product = cell('product');
    const t = parseTime(cell('time'), dates);
    if (product === '') dropped.add('no product', row.join(','));
    else if (pseudoCode.test(product)) dropped.add('a code that is no product', product);
    else if (t === null) dropped.add('time not understood', cell('time'));
    else {
      const rest = keep(cell);
      const position = parseNumber(cell('position')) ?? 0;
      if (rest) yield { ...rest, product, t, position, row: row.join('\u001f') };
    }
  }
  progress(count);
}

function whose(
  cell: Cell,
  kinds: readonly VisitorKind[],
): { readonly visitor: string; readonly visitorKind: VisitorKind } {
  const kind = kinds.find((one) => cell(one) !== '') ?? 'session';
  return { visitor: `${kind} ${cell(kind)}`, visitorKind: kind };
}

/** Invoices such as C489449 beside plain numbers are credit notes; a shop whose numbers all start so has none. */
function creditNotes(table: Table, columns: Columns): RegExp {
  const orders = table.sample.map((row) => row[columns.order?.at ?? -1] ?? '');
  const plain = orders.some((order) => /^\d+$/.test(order));
  return plain ? /^[A-Z]{1,2}\d+$/i : /^(cn|storno)[-_ ]?\d+/i;
}

function need({ table, columns }: Reading, roles: readonly Role[]): void {
  const missing = roles.filter((role) => !columns[role]);
  if (missing.length === 0) return;
  const options = missing.map((role) => `--${role}-col`).join(', ');
  throw new Error(
    `${table.file}: no column for ${missing.join(', ')} among ${table.header.join(', ')}; name it with ${options}.`,
  );
}
