import assert from 'node:assert/strict';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { askOnTerminal, findDuckDb, loadDuckDb } from './load-duckdb.ts';

/** An empty project, and an `npm` in front of the real one that puts a package there or fails. */
async function emptyProject(t: TestContext, script: string): Promise<string> {
  const folder = tempFolder();
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, 'npm'), 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${bin}${delimiter}${before}`;
  t.after(async () => {
    process.env.PATH = before;
    await rm(folder, { recursive: true });
  });
  return folder;
}

const puts = `echo "$@" > asked
mkdir -p node_modules/@duckdb/node-api
echo '{"name":"@duckdb/node-api","main":"index.js"}' > node_modules/@duckdb/node-api/package.json
echo 'exports.DuckDBInstance = { create() {} };' > node_modules/@duckdb/node-api/index.js`;

test('DuckDB is offered with its size and place, installed on the person’s word, and found afterwards', async (t) => {
  const folder = await emptyProject(t, puts);
  if (await findDuckDb(folder)) return t.skip('@duckdb/node-api is installed');
  const questions: string[] = [];
  const ask = async (question: string): Promise<boolean> => questions.push(question) > 0;
  const found = await loadDuckDb({ folder, ask });
  assert.ok(found.DuckDBInstance);
  assert.deepEqual(questions, [
    `@duckdb/node-api (about 70 MB) is not installed. Install it into ${folder} now?`,
  ]);
  // Asked once: now it is there.
  await loadDuckDb({ folder, ask });
  assert.equal(questions.length, 1);
});

test('without a yes, or nobody to ask, nothing is installed and the cure is named', async (t) => {
  const folder = await emptyProject(t, puts);
  if (await findDuckDb(folder)) return t.skip('@duckdb/node-api is installed');
  const cure = /npm install --no-save @duckdb\/node-api/;
  await assert.rejects(loadDuckDb({ folder, ask: async () => false }), cure);
  await assert.rejects(loadDuckDb({ folder }), cure);
  assert.equal(await findDuckDb(folder), null);
});

test('an install that fails says so', async (t) => {
  const folder = await emptyProject(t, 'exit 7');
  if (await findDuckDb(folder)) return t.skip('@duckdb/node-api is installed');
  await assert.rejects(loadDuckDb({ folder, ask: async () => true }), /ended with 7/);
});

test('nobody is asked where input or output is no terminal', () => {
  const process = (input: boolean, output: boolean) =>
    ({ stdin: { isTTY: input }, stderr: { isTTY: output } }) as NodeJS.Process;
  assert.equal(askOnTerminal(process(false, true)), undefined);
  assert.equal(askOnTerminal(process(true, false)), undefined);
  assert.equal(typeof askOnTerminal(process(true, true)), 'function');
});
