import type { Counts } from '../index/count-pairs.ts';
import { renderSql } from '../sql/render-sql.ts';
import { createPairColumns, type PairColumns } from './pair-columns.ts';
import { numberAt, rowsOf } from './rows-of.ts';
import { eachSlice } from './slices.ts';
import type { Store } from './store.ts';

/** Counts products and the pairs above the floor, in sessions that began by `until` (epoch ms; absent: all). */
export async function countIn(store: Store, until?: number): Promise<Counts> {
  const { connection, input } = store;
  input.step('DuckDB: counting pairs');
  // Order is kept where rows are walked; where they are joined it would cost memory.
  await connection.run('set preserve_insertion_order = false');
  const slices = await countSlices(store, until);
  const { ids, ...counts } = slices.counts;
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const pairs = await readPairs(store, { numberOf, slices: slices.count });
  await connection.run('drop table part');
  await connection.run('set preserve_insertion_order = true');
  return { ids, numberOf, pairs, ...counts };
}

/** Pairs of one part of the visitors after the other into the table `part`; products and sessions are summed here. */
async function countSlices({ connection, products, memory }: Store, until: number | undefined) {
  const sql = await renderSql('pairs', 'duckdb', { floor: 1, until });
  const started = until === undefined ? '' : `where start <= ${until}`;
  const each = `select product, count(distinct sid), count(distinct visitor) from visit ${started} group by product`;
  const all = `select count(distinct sid), count(distinct visitor) from visit ${started}`;
  const size = products.size();
  const [sessions, visitors] = [new Uint32Array(size), new Uint32Array(size)];
  let [count, sessionCount, visitorCount] = [0, 0, 0];
  await connection.run(
    'create table part (low integer, high integer, forward double, backward double, sessions bigint, visitors bigint)',
  );
  await eachSlice(connection, { table: 'all_visits', view: 'visit', memory }, async () => {
    await connection.run(sql);
    await connection.run(
      'insert into part select low, high, forward, backward, sessions, visitors from pair',
    );
    for (const table of ['seen', 'step', 'together', 'pair']) await connection.run(`drop table ${table}`);
    for await (const row of rowsOf(connection, each)) {
      const product = numberAt(row, 0);
      sessions[product] = (sessions[product] ?? 0) + numberAt(row, 1);
      visitors[product] = (visitors[product] ?? 0) + numberAt(row, 2);
    }
    for await (const row of rowsOf(connection, all)) {
      sessionCount += numberAt(row, 0);
      visitorCount += numberAt(row, 1);
    }
    count += 1;
  });
  const held = [...sessions.keys()].filter((product) => (sessions[product] ?? 0) > 0);
  const named = held.map((product) => ({ product, id: products.textOf(product) }));
  const order = named.sort((a, b) => (a.id < b.id ? -1 : 1));
  const pick = (column: Uint32Array): Uint32Array =>
    Uint32Array.from(order, ({ product }) => column[product] ?? 0);
  const ids = order.map(({ id }) => id);
  return {
    count,
    counts: { ids, sessionsOf: pick(sessions), visitorsOf: pick(visitors), sessionCount, visitorCount },
  };
}

/** Adds up what the parts counted, one share of the products after the other, and leaves out what is below the floor. */
async function readPairs(
  { connection, products, input }: Store,
  { numberOf, slices }: { readonly numberOf: ReadonlyMap<string, number>; readonly slices: number },
): Promise<PairColumns> {
  const pairs = createPairColumns();
  const numbers = Array.from({ length: products.size() }, (_, at) => numberOf.get(products.textOf(at)) ?? 0);
  for (let slice = 0; slice < slices; slice += 1) {
    const sums = `select low, high, sum(forward), sum(backward), sum(sessions), sum(visitors) from part
      where low % ${slices} = ${slice} group by low, high having sum(visitors) >= ${input.floor}`;
    for await (const row of rowsOf(connection, sums)) {
      const [a, b] = [numbers[numberAt(row, 0)] ?? 0, numbers[numberAt(row, 1)] ?? 0];
      const ways = [numberAt(row, 2), numberAt(row, 3)] as const;
      // Numbers of the database are in order of appearance, those of the rows in that of the ids.
      const [forward, backward] = a < b ? ways : [ways[1], ways[0]];
      const counts = { sessions: numberAt(row, 4), visitors: numberAt(row, 5) };
      pairs.add({ low: Math.min(a, b), high: Math.max(a, b), forward, backward, ...counts });
    }
  }
  return pairs;
}
