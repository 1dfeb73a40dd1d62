import type { Session } from '../index/session.ts';
import type { Range, Sessions } from '../index/sessions.ts';
import { numberAt, rowsOf } from './rows-of.ts';
import type { Store } from './store.ts';

/** Looks in the order in which the built-in engine has them. */
const layOut = `set preserve_insertion_order = true;
create table look as
  select row_number() over (order by ordered desc, start, visit.visitor, sid, place) as nth,
    sid, visit.visitor as who, who.visitor as visitor, ordered, start, product, t
  from all_visits as visit join who on who.number = visit.visitor
  order by nth;
drop table who`;

const columns = 'nth, sid, visitor, ordered, start, product, t';
const sessionsPerSlice = 1000;

/** The sessions that were cut, for walking. */
export async function openSessions({ connection, products }: Store): Promise<Sessions> {
  for (const sql of layOut.split(';')) await connection.run(sql);
  const one = async (sql: string): Promise<readonly number[]> => {
    for await (const row of rowsOf(connection, sql)) return row.map((_, at) => numberAt(row, at));
    return [];
  };
  const [size = 0, first = 0, last = 0] = await one(
    'select count(*), min(start), max(start) from all_visits where place = 1',
  );
  return {
    ...{ size, first, last },
    endOf: async (range) => (await one(`select max(t) from look where ${within(range)}`))[0] ?? 0,
    walk: ({ by = 'time', ...range }) => {
      const order = by === 'visitor' ? ' order by who, nth' : '';
      const rows = rowsOf(connection, `select ${columns} from look where ${within(range)}${order}`);
      return slices(rows, { nameOf: products.textOf, inOrder: by === 'time' });
    },
  };
}

const within = ({ after, until }: Range): string =>
  [
    'true',
    ...(after === undefined ? [] : [`start > ${after}`]),
    ...(until === undefined ? [] : [`start <= ${until}`]),
  ].join(' and ');

async function* slices(
  rows: AsyncIterable<readonly unknown[]>,
  { nameOf, inOrder }: { readonly nameOf: (number: number) => string; readonly inOrder: boolean },
): AsyncGenerator<readonly Session[]> {
  let slice: Session[] = [];
  let [place, sid] = [0, -1];
  let [products, times]: [string[], number[]] = [[], []];
  for await (const row of rows) {
    const at = numberAt(row, 0);
    // The table was written in this order and is read in it; nothing downstream would notice if it were not.
    if (inOrder && at <= place) throw new Error('DuckDB gave looks out of their order.');
    place = at;
    if (numberAt(row, 1) !== sid) {
      if (slice.length === sessionsPerSlice) {
        yield slice;
        slice = [];
      }
      sid = numberAt(row, 1);
      [products, times] = [[], []];
      const [visitor, ordered] = [String(row[2]), numberAt(row, 3) === 1];
      slice.push({ visitor, ordered, start: numberAt(row, 4), products, times });
    }
    products.push(nameOf(numberAt(row, 5)));
    times.push(numberAt(row, 6));
  }
  yield slice;
}
