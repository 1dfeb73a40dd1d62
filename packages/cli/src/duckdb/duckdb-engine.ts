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
import { eachSlice } from './slices.ts';
import { stoppableConnection } from './stoppable-connection.ts';
import type { DuckDbEngineInput, Store } from './store.ts';

const lineTable = `create table raw (visitor varchar, session varchar, ordered integer, product integer,
  t double, position double, line integer, row_hash double)`;
/** Numbers for visitors, in the order of their names: windows over numbers are fast and small. */
const numberVisitors = [
  `create table who as select visitor, row_number() over (order by visitor) as number
    from (select distinct visitor from raw) as names`,
  `create table all_lines as select who.number as visitor, session, ordered, product, t, position, line, row_hash
    from raw join who on who.visitor = raw.visitor`,
  'drop table raw',
  `create table all_visits (sid bigint, visitor bigint, ordered integer, start double, product integer, t double,
    place bigint)`,
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
  const { connection, stop } = stoppableConnection(await instance.connect());
  await connection.run(lineTable);
  const store: Store = { connection, products: createNames(), input, memory };
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
      await cutSessions(store, count);
      return await openSessions(store);
    },
    count: (until) => countIn(store, until),
    async close() {
      await stop();
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

/** Cuts sessions of one part of the visitors after the other, and tells what was left out. */
async function cutSessions({ connection, input, memory }: Store, lines: number): Promise<void> {
  const one = async (sql: string): Promise<number> => {
    for await (const row of rowsOf(connection, sql)) return numberAt(row, 0);
    return 0;
  };
  const cut = await renderSql('visits', 'duckdb', { floor: input.floor });
  const once = `select count(*) from (select distinct visitor, session, ordered, product, t, position, row_hash from line)`;
  let [sids, different, overlong] = [0, 0, 0];
  await eachSlice(connection, { table: 'all_lines', view: 'line', memory }, async () => {
    different += await one(once);
    await connection.run(cut);
    await connection.run(
      `insert into all_visits select sid + ${sids}, visitor, ordered, start, product, t, place from visit`,
    );
    sids += await one('select coalesce(max(sid), 0) from kept');
    overlong += await one('select count(*) from overlong');
  });
  for (const table of ['all_lines', 'kept', 'visit', 'overlong']) await connection.run(`drop table ${table}`);
  const tell = (count: number, reason: string): void => {
    if (count > 0) input.dropped.add(reason, 'counted by DuckDB', count);
  };
  tell(lines - different, 'the same line twice');
  tell(overlong, 'session with more than 200 products');
}
