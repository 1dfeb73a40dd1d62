import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dialect, parse } from '@polyglot-sql/sdk';
import { dialects } from './dialects.ts';
import { renderSql, sqlSteps } from './render-sql.ts';

/** Statements of all steps; Spark drops a table before it makes it. */
const statements = { duckdb: 12, clickhouse: 12, bigquery: 12, spark: 24 } as const;

/** The parser's names. */
const words = {
  duckdb: Dialect.DuckDB,
  clickhouse: Dialect.ClickHouse,
  bigquery: Dialect.BigQuery,
  spark: Dialect.Spark,
} as const;

const allSteps = async (name: keyof typeof dialects): Promise<string> =>
  (await Promise.all(sqlSteps.map((step) => renderSql(step, name, { floor: 3 })))).join('\n');

for (const name of Object.keys(dialects) as (keyof typeof dialects)[]) {
  test(`a parser of ${name} reads every statement of the SQL for it`, async () => {
    const sql = await allSteps(name);
    const { success, ast, error } = parse(sql, words[name]);
    assert.ok(success, String(error));
    assert.ok(Array.isArray(ast));
    assert.equal(ast.length, statements[name]);
    // What it does not understand it keeps as raw words: nothing may be left of that.
    assert.doesNotMatch(JSON.stringify(ast), /"command":/);
  });

  test(`a parser of ${name} refuses the same SQL with one word out of place`, async () => {
    const sql = await allSteps(name);
    const broken = sql.replace('from line\n', 'from from line\n');
    assert.notEqual(broken, sql);
    const { success, ast } = parse(broken, words[name]);
    assert.ok(!success || /"command":/.test(JSON.stringify(ast)));
  });
}

test('the row before is asked for without a frame where a database refuses one', async () => {
  // BigQuery: "window_frame_clause not supported" for LAG; Spark: the frame must be the required one.
  for (const name of ['bigquery', 'spark', 'duckdb'] as const)
    assert.doesNotMatch(
      await renderSql('visits', name, { floor: 3 }),
      /lag\([^)]*\) over \([^)]*rows between/,
    );
  assert.match(
    await renderSql('visits', 'clickhouse', { floor: 3 }),
    /lagInFrame\(t\) over \([^)]*rows between unbounded preceding/,
  );
});
