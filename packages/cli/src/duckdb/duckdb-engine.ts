import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CountingEngine } from '../index/counting-engine.ts';
import type { Line } from '../read/read-visits.ts';
import { renderSql } from '../sql/render-sql.ts';
import { countIn } from './duckdb-counts.ts';
import type { DuckDbAppender } from './duckdb-port.ts';
import { openSessions } from './duckdb-sessions.ts';
import { createNames } from './names.ts';
import { rowHash } from './row-hash.ts';
import { numberAt, rowsOf } from './rows-of.ts';
import type { DuckDbEngineInput, Store } from './store.ts';

const lineTable = `create table raw (visitor varchar, session varchar, ordered integer, product integer,
  t double, position double, line integer, row_hash double)`;
/** Numbers for visitors, in the order of their names: windows over numbers are fast and small. */
const numberVisitors = [
  `create table who as select visitor, row_number() over (order by visitor) as number
    from (select distinct visitor from raw) as names`,
  `create table line as select who.number as visitor, session, ordered, product, t, position, line, row_hash
    from raw join who on who.visitor = raw.visitor`,
  'drop table raw',
];
/** Lines between two writes to the database. */
const flushEvery = 100_000;
const defaultMemory = 1e9;
const memoryPerThread = 2.5e8;

/**
 * Counts in DuckDB: tens of millions of lines, in a folder of its own that goes with `close`. Lines, sessions and visitors
 * stay there; this process holds products, their pairs above the floor and a slice of sessions.
 * Rejects when the database cannot be opened.
 */
export async function createDuckDbEngine(input: DuckDbEngineInput): Promise<CountingEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-duckdb-'));
  const memory = input.memory ?? defaultMemory;
  const instance = await input.duckdb.DuckDBInstance.create(join(folder, 'lines.duckdb'), {
    memory_limit: `${Math.ceil(memory / 1e6)}MB`,
    temp_directory: join(folder, 'spill'),
    // Each thread needs room of its own.
    threads: String(Math.max(1, Math.min(availableParallelism(), Math.floor(memory / memoryPerThread)))),
  });
  const connection = await instance.connect();
  await connection.run(lineTable);
  const store: Store = { connection, products: createNames(), input };
  const appender = await connection.createAppender('raw');
  let count = 0;
  return {
    add(line, ordered) {
      append(appender, store, { line, ordered, at: count });
      count += 1;
      if (count % flushEvery === 0) appender.flushSync();
    },
    async cut() {
      appender.closeSync();
      input.step('DuckDB: cutting sessions');
      await connection.run('set preserve_insertion_order = false');
      for (const sql of numberVisitors) await connection.run(sql);
      await connection.run(await renderSql('visits', 'duckdb', { floor: input.floor }));
      await tellLeftOut(store, count);
      return await openSessions(store);
    },
    count: (until) => countIn(store, until),
    async close() {
      connection.interrupt();
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function append(
  appender: DuckDbAppender,
  { products }: Store,
  { line, ordered, at }: { readonly line: Line; readonly ordered: boolean; readonly at: number },
): void {
  appender.appendVarchar(line.visitor);
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
