import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { builtInWeights, smallExport } from '../../../../test/support/warehouse-export.ts';
import { buildIndex } from '../index/build-index.ts';
import { buildRows } from '../index/build-rows.ts';
import { createBuiltInEngine } from '../index/built-in-engine.ts';
import type { Counts } from '../index/count-pairs.ts';
import type { CountingEngine } from '../index/counting-engine.ts';
import { checkColumns, type Reading, readInto } from '../index/read-exports.ts';
import type { Session } from '../index/session.ts';
import { eachSession } from '../index/sessions.ts';
import { createDropped } from '../read/dropped.ts';
import { renderSql, sqlSteps } from '../sql/render-sql.ts';
import { createDuckDbEngine } from './duckdb-engine.ts';
import type { DuckDb } from './duckdb-port.ts';
import { findDuckDb } from './load-duckdb.ts';
import { readParquet } from './read-parquet.ts';

/** Where `npm run integrations -- duckdb` puts the optional peer; else the working directory's. */
const home = fileURLToPath(new URL('../../../../.cache/integrations/duckdb/', import.meta.url));
const duckdb: DuckDb | null = (await findDuckDb(home)) ?? (await findDuckDb());
const data = process.env.REGULARS_DATA;
const absent = '@duckdb/node-api is not installed (npm run integrations -- duckdb)';

interface Counted {
  readonly sessions: readonly Session[];
  readonly dropped: ReturnType<Reading['dropped']['list']>;
  readonly counts: Counts;
}

async function countWith(
  files: { readonly clicks?: string; readonly orders?: string },
  make: (input: Pick<Reading, 'dropped' | 'step'>) => Promise<CountingEngine>,
): Promise<Counted> {
  const options = { ...files, out: '' };
  const reading: Reading = { options, dropped: createDropped(), guesses: [], step: () => {} };
  await checkColumns(options);
  const engine = await make(reading);
  try {
    await readInto(engine, reading, new Map());
    const cut = await engine.cut();
    const sessions: Session[] = [];
    await eachSession(cut, {}, (session) => sessions.push(session));
    assert.equal(cut.size, sessions.length);
    return { sessions, dropped: reading.dropped.list(), counts: await engine.count() };
  } finally {
    await engine.close();
  }
}

const both = async (found: DuckDb, files: Parameters<typeof countWith>[0], memory?: number) =>
  [
    await countWith(files, async (input) => createBuiltInEngine(input)),
    await countWith(files, (input) => createDuckDbEngine({ ...input, floor: 1, memory, duckdb: found })),
  ] as const;

const pairsOf = ({ pairs }: Counts) => {
  const all = new Map<string, readonly number[]>();
  pairs.each(({ low, high, ...rest }) =>
    all.set(`${low} ${high}`, [rest.sessions, rest.visitors, rest.forward, rest.backward]),
  );
  return all;
};

function assertSame([one, other]: readonly [Counted, Counted]): void {
  assert.deepEqual(other.sessions, one.sessions);
  const numbers = (dropped: Counted['dropped']) =>
    Object.fromEntries(dropped.map(({ reason, count }) => [reason, count]));
  assert.deepEqual(numbers(other.dropped), numbers(one.dropped));
  assert.deepEqual(other.counts.sessionsOf, one.counts.sessionsOf);
  assert.deepEqual(other.counts.visitorsOf, one.counts.visitorsOf);
  const [pairs, counted] = [pairsOf(one.counts), pairsOf(other.counts)];
  assert.equal(counted.size, pairs.size);
  for (const [key, [sessions, visitors, forward = 0, backward = 0]] of pairs) {
    const found = counted.get(key) ?? [];
    assert.deepEqual(found.slice(0, 2), [sessions, visitors], key);
    assert.ok(Math.abs((found[2] ?? 0) - forward) < 1e-6 && Math.abs((found[3] ?? 0) - backward) < 1e-6, key);
  }
  const options = { kind: 'mixed', secondStep: 0.3, floor: 3 } as const;
  const [rows, built] = [buildRows(one.counts, options), buildRows(other.counts, options)];
  for (const [product, row] of rows.entries()) {
    const weights = new Map(built[product]?.map(({ to, weight }) => [to, weight]));
    for (const { to, weight } of row)
      assert.ok(
        Math.abs((weights.get(to) ?? 0) - weight) < 1e-6 || weight < (row.at(-1)?.weight ?? 0) + 1e-6,
      );
  }
}

for (const [name, files] of [
  ['bol.com clicks', { clicks: 'bol-toy-clicks/train.txt' }],
  ['the UCI clothing shop', { clicks: 'uci-eshop-2008/clicks.csv' }],
  ['the UCI gift orders', { orders: 'uci-online-retail-2/orders.csv.gz' }],
] as const) {
  test(`R43 DuckDB and the built-in engine make the same sessions, pairs and weights of ${name}`, async (context) => {
    if (!data) return context.skip('data absent');
    if (!duckdb) return context.skip(absent);
    const found = Object.fromEntries(Object.entries(files).map(([kind, file]) => [kind, join(data, file)]));
    assertSame(await both(duckdb, found));
  });
}

test('R43 an index by DuckDB has the bytes of the built-in one', async (context) => {
  if (!duckdb) return context.skip(absent);
  const path = tempFolder();
  const clicks = join(path, 'clicks.csv');
  await writeFile(clicks, smallExport());
  assertSame(await both(duckdb, { clicks }));
  const read = async (engine: 'built-in' | 'duckdb') => {
    const out = join(path, engine);
    await buildIndex({ clicks, out, engine, builtAt: 0, floor: 2, duckdb: async () => duckdb });
    const names = (await readdir(out)).filter((name) => name.endsWith('.json')).sort();
    return await Promise.all(names.map(async (name) => [name, await readFile(join(out, name), 'utf8')]));
  };
  assert.deepEqual(await read('duckdb'), await read('built-in'));
});

test('a Parquet export gives the rows of the same CSV, moments in UTC', async (context) => {
  if (!duckdb) return context.skip(absent);
  const path = tempFolder();
  const [csv, parquet] = [join(path, 'clicks.csv'), join(path, "o'clock.parquet")];
  await writeFile(csv, 'visitor,product,time\nv1,p1,2026-01-02 03:04:05\nv2,p2,2026-01-02 23:59:59');
  const instance = await duckdb.DuckDBInstance.create(':memory:', {});
  const connection = await instance.connect();
  await connection.run(
    `copy (select * from read_csv('${csv}')) to '${parquet.replaceAll("'", "''")}' (format parquet)`,
  );
  const table = await readParquet(parquet, async () => duckdb);
  assert.deepEqual(table.header, ['visitor', 'product', 'time']);
  const rows: (readonly string[])[] = [];
  for await (const row of table.rows()) rows.push(row);
  assert.deepEqual(rows, [
    ['v1', 'p1', '2026-01-02T03:04:05.000Z'],
    ['v2', 'p2', '2026-01-02T23:59:59.000Z'],
  ]);
  connection.closeSync();
  instance.closeSync();
});

test('the SQL of a warehouse ends in the weights that the index is made of', async (context) => {
  if (!duckdb) return context.skip(absent);
  const path = tempFolder();
  const clicks = join(path, 'clicks.csv');
  await writeFile(clicks, smallExport());
  const instance = await duckdb.DuckDBInstance.create(':memory:', {});
  const connection = await instance.connect();
  await connection.run(
    `create view clicks as select visitor as visitor_id, product as product_id, make_timestamp(time * 1000000) as viewed_at from read_csv('${clicks}')`,
  );
  for (const step of sqlSteps) {
    const sql = await renderSql(step, 'duckdb', { floor: 3 });
    await connection.run(sql.replace("read_parquet('clicks.parquet')", '(select distinct * from clicks)'));
  }
  const found = new Map<string, number>();
  const result = await connection.stream('select product, other, weight from neighbour');
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (let row = 0; row < chunk.rowCount; row += 1)
      found.set(
        `${chunk.getColumnValues(0)[row]} ${chunk.getColumnValues(1)[row]}`,
        Number(chunk.getColumnValues(2)[row]),
      );
  connection.closeSync();
  instance.closeSync();
  const wanted = await builtInWeights(clicks);
  assert.ok(wanted.size > 100);
  assert.equal(found.size, wanted.size);
  for (const [key, weight] of wanted) assert.ok(Math.abs((found.get(key) ?? 0) - weight) < 1e-6, key);
});

test('Ctrl-C while DuckDB cuts or counts leaves nothing: no index, no file of the database', async (context) => {
  if (!(await findDuckDb(home))) return context.skip(absent);
  const path = tempFolder();
  const clicks = join(path, 'clicks.csv');
  await writeFile(clicks, smallExport());
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const args = ['build-index', '--clicks', clicks, '--out', join(path, 'index'), '--engine', 'duckdb'];
  const build = async (word: string | null): Promise<number | null> => {
    const child = spawn(process.execPath, ['--conditions=source', main, ...args, '--floor', '1'], {
      cwd: home,
      env: { ...process.env, REGULARS_PROGRESS: 'lines', TMPDIR: path },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk) => {
      if (word !== null && String(chunk).includes(word)) child.kill('SIGINT');
    });
    return await new Promise((resolve) => child.on('close', resolve));
  };
  for (const word of ['DuckDB: cutting', 'DuckDB: counting']) {
    assert.equal(await build(word), 130, word);
    assert.deepEqual(await readdir(path), ['clicks.csv'], word);
  }
  assert.equal(await build(null), 0);
  assert.deepEqual((await readdir(path)).sort(), ['clicks.csv', 'index']);
});

test('a database that may hold little works on disk and counts the same', async (context) => {
  if (!duckdb) return context.skip(absent);
  const path = tempFolder();
  const clicks = join(path, 'clicks.csv');
  const looks = Array.from(
    { length: 120_000 },
    (_, at) => `visitor-${at >> 3},p${(at * 7 + (at >> 3)) % 400},${1_700_000_000 + at}`,
  );
  await writeFile(clicks, ['visitor,product,time', ...looks].join('\n'));
  const [one, other] = await both(duckdb, { clicks }, 64e6);
  assertSame([one, other]);
  assert.ok(one.counts.pairs.size() > 1000);
});
