import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';

test('sql writes every step in the words of the database, with no point left open', async () => {
  for (const [dialect, own] of [
    ['clickhouse', /engine = MergeTree[\s\S]*lagInFrame\(t\)[\s\S]*log1p\(/],
    ['bigquery', /create or replace table line as[\s\S]*unix_millis\(viewed_at\)[\s\S]*as float64\)/],
    ['spark', /create table line using parquet as[\s\S]*unix_millis\(viewed_at\)/],
    ['duckdb', /epoch_ms\(viewed_at\)[\s\S]*read_parquet\('clicks\.parquet'\)/],
  ] as const) {
    const { code, out } = await callCli('sql', '--dialect', dialect, '--floor', '4');
    assert.equal(code, 0);
    assert.match(out, own);
    assert.match(out, /having count\(\*\) >= 4;/);
    assert.doesNotMatch(out, /\{\{|\}\}|undefined/);
    // Every statement is whole: as many brackets open as close.
    for (const statement of out.replace(/^--.*$/gm, '').split(';'))
      assert.equal(statement.split('(').length, statement.split(')').length, statement.slice(0, 80));
  }
});

test('sql asks for the database that it does not know', async () => {
  const { code, err } = await callCli('sql', '--dialect', 'oracle');
  assert.equal(code, 2);
  assert.match(err, /--dialect: duckdb, clickhouse, bigquery, spark/);
});
