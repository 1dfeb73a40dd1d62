import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { builtInWeights, smallExport } from '../../../../test/support/warehouse-export.ts';
import { renderSql, sqlSteps } from './render-sql.ts';

/** ClickHouse inside a process, as far as this test uses it. */
interface Chdb {
  readonly Session: new (folder: string) => { query(sql: string, format?: string): string; cleanup(): void };
}

/** Where `npm run integrations -- clickhouse` puts it. */
const home = fileURLToPath(new URL('../../../../.cache/integrations/clickhouse/', import.meta.url));

function findClickHouse(): Chdb | null {
  try {
    return createRequire(join(home, 'package.json'))('chdb') as Chdb;
  } catch {
    return null;
  }
}

test('the SQL for ClickHouse, run by ClickHouse, ends in the weights that the index is made of', async (context) => {
  const chdb = findClickHouse();
  if (!chdb) return context.skip('chdb is not installed (npm run integrations -- clickhouse)');
  const path = tempFolder();
  const clicks = join(path, 'clicks.csv');
  await writeFile(clicks, smallExport());
  const session = new chdb.Session(join(path, 'clickhouse'));
  try {
    session.query(`create table clicks engine = MergeTree order by tuple() as
      select distinct visitor as visitor_id, product as product_id, fromUnixTimestamp(toInt64(time)) as viewed_at
      from file('${clicks}', CSVWithNames, 'visitor String, product String, time Int64')`);
    for (const step of sqlSteps) {
      const sql = (await renderSql(step, 'clickhouse', { floor: 3 })).replace(/^--.*$/gm, '');
      for (const statement of sql.split(';')) if (statement.trim()) session.query(statement);
    }
    const out = join(path, 'neighbour.tsv');
    session.query(`select product, other, weight from neighbour into outfile '${out}' format TSV`);
    const lines = (await readFile(out, 'utf8')).trim().split('\n');
    const found = new Map<string, number>(
      lines.map((line) => {
        const [product, other, weight] = line.split('\t');
        return [`${product} ${other}`, Number(weight)] as const;
      }),
    );
    const wanted = await builtInWeights(clicks);
    assert.ok(wanted.size > 100);
    assert.equal(found.size, wanted.size);
    for (const [key, weight] of wanted) assert.ok(Math.abs((found.get(key) ?? 0) - weight) < 1e-6, key);
  } finally {
    session.cleanup();
    await rm(path, { recursive: true });
  }
});
