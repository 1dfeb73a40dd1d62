import type { Counts } from '../index/count-pairs.ts';
import { renderSql } from '../sql/render-sql.ts';
import { createPairColumns } from './pair-columns.ts';
import { numberAt, rowsOf } from './rows-of.ts';
import type { Store } from './store.ts';

/** Counts products and the pairs above the floor, in sessions that began by `until` (epoch ms; absent: all). */
export async function countIn(store: Store, until?: number): Promise<Counts> {
  const { connection, products, input } = store;
  input.step('DuckDB: counting pairs');
  const { order: ids, sessionsOf, visitorsOf } = await countProducts(store, until);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  // Order is kept where rows are walked; where they are joined it would cost memory.
  await connection.run('set preserve_insertion_order = false');
  await connection.run(await renderSql('pairs', 'duckdb', { floor: input.floor, until }));
  const pairs = createPairColumns();
  const numbers = Array.from({ length: products.size() }, (_, at) => numberOf.get(products.textOf(at)) ?? 0);
  const select = 'select low, high, forward, backward, sessions, visitors from pair';
  for await (const row of rowsOf(connection, select)) {
    const [a, b] = [numbers[numberAt(row, 0)] ?? 0, numbers[numberAt(row, 1)] ?? 0];
    const ways = [numberAt(row, 2), numberAt(row, 3)] as const;
    // Numbers of the database are in order of appearance, those of the rows in that of the ids.
    const [forward, backward] = a < b ? ways : [ways[1], ways[0]];
    const counts = { sessions: numberAt(row, 4), visitors: numberAt(row, 5) };
    pairs.add({ low: Math.min(a, b), high: Math.max(a, b), forward, backward, ...counts });
  }
  for (const table of ['seen', 'step', 'together', 'pair']) await connection.run(`drop table ${table}`);
  const all = await countAll(store, until);
  await connection.run('set preserve_insertion_order = true');
  return { ids, numberOf, pairs, sessionsOf, visitorsOf, ...all };
}

const startedBy = (until: number | undefined): string =>
  until === undefined ? '' : `where start <= ${until}`;

async function countProducts({ connection, products }: Store, until: number | undefined) {
  const each = `select product, count(distinct sid), count(distinct visitor) from visit ${startedBy(until)} group by product`;
  const found = new Map<string, readonly [sessions: number, visitors: number]>();
  for await (const row of rowsOf(connection, each))
    found.set(products.textOf(numberAt(row, 0)), [numberAt(row, 1), numberAt(row, 2)]);
  const order = [...found.keys()].sort();
  const column = (at: 0 | 1): Uint32Array => Uint32Array.from(order, (id) => found.get(id)?.[at] ?? 0);
  return { order, sessionsOf: column(0), visitorsOf: column(1) };
}

async function countAll({ connection }: Store, until: number | undefined) {
  const all = `select count(distinct sid), count(distinct visitor) from visit ${startedBy(until)}`;
  for await (const row of rowsOf(connection, all))
    return { sessionCount: numberAt(row, 0), visitorCount: numberAt(row, 1) };
  return { sessionCount: 0, visitorCount: 0 };
}
