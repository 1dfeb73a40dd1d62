import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { run } from '../run.ts';
import { createTerminal } from '../terminal.ts';
import { bytesPerLine } from './built-in-engine.ts';
import { linesIn, parseMemory } from './memory.ts';

test('an amount of memory is a number with its unit', () => {
  const found = ['800MB', '4 GB', '1.5gb', '4', 'GB', '0MB', '-1GB'].map(parseMemory);
  assert.deepEqual(found, [8e8, 4e9, 1.5e9, null, null, null, null]);
});

test('the built-in engine holds as many lines as its memory and that of Node allow', () => {
  assert.equal(linesIn(1e9, 8e9), 1e9 / bytesPerLine);
  assert.equal(linesIn(8e9, 2e9), 2e9 / bytesPerLine);
  assert.equal(linesIn(undefined, 8e9), 1_500_000);
});

test('more lines than fit are refused in plain words with what helps, before memory is full', async () => {
  const folder = tempFolder();
  const clicks = join(folder, 'clicks.csv');
  const lines = Array.from({ length: 900 }, (_, at) => `v${at >> 1},p${at % 7},${1_700_000_000 + at}`);
  await writeFile(clicks, ['visitor,product,time', ...lines].join('\n'));
  const said: string[] = [];
  const stream = { isTTY: false, write: (part: string) => said.push(part) > 0 };
  const terminal = createTerminal({ stdout: stream, stderr: stream, env: {} } as unknown as NodeJS.Process);
  const args = ['--clicks', clicks, '--out', join(folder, 'index')];
  assert.ok((await run(['build-index', ...args, '--memory', '1MB'], terminal)) > 0);
  assert.match(said.join(''), /More than 625 lines.*--engine duckdb/);
  said.length = 0;
  assert.ok((await run(['build-index', ...args, '--memory', 'lots'], terminal)) > 0);
  assert.match(said.join(''), /--memory is lots; it is an amount such as 800MB or 4GB/);
  assert.equal(await run(['build-index', ...args, '--memory', '2MB'], terminal), 0);
});
