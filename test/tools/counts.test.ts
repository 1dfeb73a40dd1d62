import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { closingLine, readCounts, unlistedSkips } from './lib/counts.mjs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skips: readonly { readonly name: string; readonly engine: string }[];
}

/** Runs one test file under the reporter of ours and gives what it wrote. */
function countsOf(source: string): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-reporter-'));
  const out = join(folder, 'counts.json');
  const file = join(folder, 'sample.test.mjs');
  writeFileSync(
    file,
    `import { describe, test } from 'node:test';\nimport assert from 'node:assert/strict';\n${source}`,
  );
  const reporter = fileURLToPath(new URL('lib/node-counts-reporter.mjs', import.meta.url));
  const { NODE_TEST_CONTEXT: _outer, ...env } = process.env;
  spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${out}`, file],
    { env },
  );
  const counts = JSON.parse(readFileSync(out, 'utf8')) as Counts;
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

const numbers = ({ passed, failed, skipped }: Counts): number[] => [passed, failed, skipped];

test('tests are counted and suites are not', () => {
  const source = `describe('a suite', () => { test('one', () => {}); test('two', () => assert.fail()); });`;
  assert.deepEqual(numbers(countsOf(source)), [1, 1, 0]);
});

test('a skipped test is counted with its name', () => {
  const counts = countsOf(`test('left out', { skip: true }, () => {}); test('one', () => {});`);
  assert.deepEqual(numbers(counts), [1, 0, 1]);
  assert.deepEqual(counts.skips, [{ name: 'left out', engine: 'node' }]);
});

test('a file that does not load is one failure', () => {
  assert.deepEqual(numbers(countsOf(`await import('./absent.mjs');`)), [0, 1, 0]);
});

test('a file without a test passes nothing', () => {
  assert.deepEqual(numbers(countsOf('export {};')), [0, 0, 0]);
});

test('a runner that ends badly without a failed test, or without counts, is one failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-counts-'));
  const file = join(folder, 'counts.json');
  assert.equal(readCounts(file, 0).failed, 1);
  writeFileSync(file, JSON.stringify({ passed: 3, failed: 0, skipped: 0, skips: [] }));
  assert.equal(readCounts(file, 0).failed, 0);
  assert.equal(readCounts(file, 1).failed, 1);
  rmSync(folder, { recursive: true, force: true });
});

test('a skip is permitted by the beginning of its name in its own engine only', () => {
  const permitted = [
    { test: 'plays a video', engine: 'webkit', reason: 'no codec' },
    { test: 'reads the real data', engine: 'any', reason: 'data absent' },
  ];
  const skips = [
    { name: 'plays a video twice', engine: 'webkit' },
    { name: 'plays a video twice', engine: 'firefox' },
    { name: 'reads the real data of bol', engine: 'node' },
    { name: 'something else', engine: 'node' },
  ];
  assert.deepEqual(unlistedSkips(skips, permitted), [skips[1], skips[3]]);
});

test('the closing line has its exact form', () => {
  assert.equal(closingLine({ passed: 12, failed: 0, skipped: 1 }), '12 passed, 0 failed, 1 skipped');
});
