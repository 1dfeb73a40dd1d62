import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counts, productIds } from '../index/count-pairs.ts';
import type { CountingEngine, EngineInput } from '../index/counting-engine.ts';
import type { Session } from '../index/session.ts';
import type { Line } from '../read/read-visits.ts';
import { renderSql } from '../sql/render-sql.ts';
import type { DuckDb, DuckDbAppender, DuckDbConnection } from './duckdb-port.ts';
import { createNames, type Names } from './names.ts';
import { createPairColumns } from './pair-columns.ts';
import { rowHash } from './row-hash.ts';
import { numberAt, rowsOf } from './rows-of.ts';

/** How an engine on DuckDB is made. */
export interface DuckDbEngineInput extends EngineInput {
  readonly duckdb: DuckDb;
  /** What the database may hold in memory before it writes to its folder (default `2GB`). */
  readonly memory?: string | undefined;
}

interface Store {
  readonly connection: DuckDbConnection;
  readonly visitors: Names;
  readonly products: Names;
  readonly input: DuckDbEngineInput;
}

const lineTable = `create table line (visitor integer, session varchar, ordered integer, product integer,
  t double, position double, line integer, row_hash double)`;
/** Lines between two writes to the database. */
const flushEvery = 100_000;

/**
 * Counts in DuckDB: tens of millions of lines, in a file of its own that goes with `close`.
 * Rejects when the database cannot be opened.
 */
export async function createDuckDbEngine(input: DuckDbEngineInput): Promise<CountingEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-duckdb-'));
  const config = { memory_limit: input.memory ?? '2GB', temp_directory: join(folder, 'spill') };
  const instance = await input.duckdb.DuckDBInstance.create(join(folder, 'lines.duckdb'), {
    ...config,
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  await connection.run(lineTable);
  const store: Store = { connection, visitors: createNames(), products: createNames(), input };
  const appender = await connection.createAppender('line');
  let count = 0;
  return {
    add(line, ordered) {
      append(appender, store, { line, ordered, at: count });
      count += 1;
      if (count % flushEvery === 0) appender.flushSync();
    },
    async sessions() {
      appender.closeSync();
      return await readSessions(store, count);
    },
    count: (sessions, until) => countIn(store, sessions, until),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function append(
  appender: DuckDbAppender,
  { visitors, products }: Store,
  { line, ordered, at }: { readonly line: Line; readonly ordered: boolean; readonly at: number },
): void {
  appender.appendInteger(visitors.numberOf(line.visitor));
  if (line.session === null) appender.appendNull();
  else appender.appendVarchar(line.session);
  appender.appendInteger(ordered ? 1 : 0);
  appender.appendInteger(products.numberOf(line.product));
  appender.appendDouble(line.t);
  appender.appendDouble(line.position);
  appender.appendInteger(at);
  appender.appendDouble(rowHash(line.row));
  appender.endRow();
}

async function readSessions(store: Store, lines: number): Promise<readonly Session[]> {
  const { connection, visitors, products, input } = store;
  input.step('DuckDB: cutting sessions');
  await connection.run(await renderSql('visits', 'duckdb', { floor: input.floor }));
  await tellLeftOut(store, lines);
  const sessions: Session[] = [];
  const order = 'select sid, visitor, ordered, start, product, t from visit order by sid, place';
  let last = -1;
  let [ids, times]: [string[], number[]] = [[], []];
  for await (const row of rowsOf(connection, order)) {
    const sid = numberAt(row, 0);
    if (sid !== last) {
      [ids, times] = [[], []];
      const [visitor, ordered] = [visitors.textOf(numberAt(row, 1)), numberAt(row, 2) === 1];
      sessions.push({ visitor, ordered, start: numberAt(row, 3), products: ids, times });
      last = sid;
    }
    ids.push(products.textOf(numberAt(row, 4)));
    times.push(numberAt(row, 5));
  }
  return sessions.sort(
    (a, b) =>
      Number(b.ordered) - Number(a.ordered) ||
      a.start - b.start ||
      (a.visitor < b.visitor ? -1 : a.visitor > b.visitor ? 1 : 0),
  );
}

/** The same line twice is the one thing that the database leaves out and the reader cannot see. */
async function tellLeftOut({ connection, input }: Store, lines: number): Promise<void> {
  const once = `select count(*) from (select distinct visitor, session, ordered, product, t, position, row_hash from line)`;
  for await (const row of rowsOf(connection, once)) {
    const twice = lines - numberAt(row, 0);
    if (twice > 0) input.dropped.add('the same line twice', 'counted by DuckDB', twice);
  }
  for await (const row of rowsOf(connection, 'select count(*) from overlong')) {
    const count = numberAt(row, 0);
    if (count > 0) input.dropped.add('session with more than 200 products', 'counted by DuckDB', count);
  }
}

async function countIn(store: Store, sessions: readonly Session[], until?: number): Promise<Counts> {
  const { connection, products, input } = store;
  input.step('DuckDB: counting pairs');
  await connection.run(await renderSql('pairs', 'duckdb', { floor: input.floor, until }));
  const ids = productIds(sessions);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const numbers = Array.from({ length: products.size() }, (_, at) => numberOf.get(products.textOf(at)) ?? 0);
  const pairs = createPairColumns();
  const select = 'select low, high, forward, backward, sessions, visitors from pair';
  for await (const row of rowsOf(connection, select)) {
    const [a, b] = [numbers[numberAt(row, 0)] ?? 0, numbers[numberAt(row, 1)] ?? 0];
    const ways = [numberAt(row, 2), numberAt(row, 3)] as const;
    // Numbers of the database are in order of appearance, those of the rows in that of the ids.
    const [forward, backward] = a < b ? ways : [ways[1], ways[0]];
    const counts = { sessions: numberAt(row, 4), visitors: numberAt(row, 5) };
    pairs.add({ low: Math.min(a, b), high: Math.max(a, b), forward, backward, ...counts });
  }
  return { ids, numberOf, pairs, ...(await countProducts(store, { numbers, until, size: ids.length })) };
}

async function countProducts(
  { connection }: Store,
  {
    numbers,
    until,
    size,
  }: { readonly numbers: readonly number[]; readonly until?: number | undefined; readonly size: number },
): Promise<Pick<Counts, 'sessionsOf' | 'visitorsOf' | 'sessionCount' | 'visitorCount'>> {
  const [sessionsOf, visitorsOf] = [new Uint32Array(size), new Uint32Array(size)];
  const where = until === undefined ? '' : `where start <= ${until}`;
  const each = `select product, count(distinct sid), count(distinct visitor) from visit ${where} group by product`;
  for await (const row of rowsOf(connection, each)) {
    const number = numbers[numberAt(row, 0)] ?? 0;
    sessionsOf[number] = numberAt(row, 1);
    visitorsOf[number] = numberAt(row, 2);
  }
  let [sessionCount, visitorCount] = [0, 0];
  for await (const row of rowsOf(
    connection,
    `select count(distinct sid), count(distinct visitor) from visit ${where}`,
  ))
    [sessionCount, visitorCount] = [numberAt(row, 0), numberAt(row, 1)];
  return { sessionsOf, visitorsOf, sessionCount, visitorCount };
}
