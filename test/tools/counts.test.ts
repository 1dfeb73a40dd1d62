import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../support/temp-folder.ts';
import { closingLine, noCounts, readCounts, tellFailures, unlistedSkips } from './lib/counts.mjs';
import { readVitestCounts } from './lib/runners.mjs';
import { withSecondTry } from './lib/second-try.mjs';

interface Numbers {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
interface Failure {
  readonly name: string;
  readonly engine: string;
  readonly file: string;
  readonly why?: string;
}
type Files = Record<string, Numbers>;
interface Counts extends Numbers {
  readonly skips: readonly { readonly name: string; readonly engine: string }[];
  readonly failures: readonly Failure[];
}
interface Run extends Counts {
  readonly secondTries: readonly Failure[];
  readonly files: Files;
}

const counted = (passed: number, failed: number): Numbers => ({ passed, failed, skipped: 0 });

/** Runs one test file under the reporter of ours and gives what it wrote. */
function countsOf(source: string): Counts {
  const folder = tempFolder();
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
  return JSON.parse(readFileSync(out, 'utf8')) as Counts;
}

const numbers = ({ passed, failed, skipped }: Counts): number[] => [passed, failed, skipped];

test('tests are counted and suites are not', () => {
  const source = `describe('a suite', () => { test('one', () => {}); test('two', () => assert.fail()); });`;
  assert.deepEqual(numbers(countsOf(source)), [1, 1, 0]);
});

test('a failed test is told with its file and the reason', () => {
  const [failure] = countsOf(`test('a sum', () => assert.equal(1, 2, 'one is not two'));`).failures;
  assert.equal(failure?.name, 'a sum');
  assert.match(failure?.file ?? '', /sample\.test\.mjs$/);
  assert.match(failure?.why ?? '', /^one is not two/);
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
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  assert.equal(readCounts(file, 0).failed, 1);
  writeFileSync(file, JSON.stringify({ passed: 3, failed: 0, skipped: 0, skips: [] }));
  assert.equal(readCounts(file, 0).failed, 0);
  assert.equal(readCounts(file, 1).failed, 1);
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

test('a failure is told with its first lines and without colours, a second try with one line', () => {
  const failure = {
    name: 'a sum',
    engine: 'node',
    file: 'a.ts',
    why: `\u001b[2mexpect(\u001b[22m1\u001b[2m)\u001b[22m\n\n${'- 1\n'.repeat(40)}`,
  };
  const [first, ...more] = tellFailures({ ...noCounts(), failures: [failure] });
  assert.equal(first, 'failed: node: a.ts: a sum: expect(1)');
  assert.deepEqual(more, Array(14).fill('    - 1'));
  assert.deepEqual(tellFailures({ ...noCounts(), secondTries: [failure, { name: 'b', engine: 'node' }] }), [
    'passed at the second try: node: a.ts: a sum: expect(1)',
    'passed at the second try: node: : b: ',
  ]);
});

test('what vitest says is counted by file, so that it can be tried again', () => {
  const file = join(tempFolder(), 'vitest.json');
  const path = fileURLToPath(new URL('../examples/shop.test.ts', import.meta.url));
  const assertionResults = [
    { status: 'passed', fullName: 'one', failureMessages: [] },
    { status: 'failed', fullName: 'two', failureMessages: ['not two'] },
    { status: 'pending', fullName: 'three', failureMessages: [] },
  ];
  const other = { name: `${path}x`, message: 'did not load', assertionResults: [] };
  writeFileSync(
    file,
    JSON.stringify({ testResults: [{ name: path, message: '', assertionResults }, other] }),
  );
  const counts = readVitestCounts(file, 1);
  assert.deepEqual(numbers(counts), [1, 2, 1]);
  assert.deepEqual(counts.files, {
    'test/examples/shop.test.ts': { passed: 1, failed: 1, skipped: 1 },
    'test/examples/shop.test.tsx': { passed: 0, failed: 1, skipped: 0 },
  });
  assert.deepEqual(
    counts.failures.map(({ name, why }: Failure) => [name, why]),
    [
      ['two', 'not two'],
      ['the file itself', 'did not load'],
    ],
  );
});

const one = (name: string, file: string): Failure => ({ name, engine: 'node', file, why: 'for once' });
const run = (files: Files, failures: Failure[] = []): Run => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of Object.values(files)) {
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return { ...total, skips: [], failures, secondTries: [], files };
};

/** Runs a list of runs in turn under the second try; gives the counts and the files that each run was asked for. */
async function tried(
  runs: Run[],
  isPatient = true,
): Promise<{ counts: Run; asked: (string[] | undefined)[] }> {
  const asked: (string[] | undefined)[] = [];
  const counts = (await withSecondTry((files: string[] | undefined) => {
    asked.push(files);
    return Promise.resolve(runs[asked.length - 1]);
  }, isPatient)) as Run;
  return { counts, asked };
}

test('a file that fails once is run again by itself and named', async () => {
  const first = run({ 'a.ts': counted(3, 1), 'b.ts': counted(5, 0) }, [one('now and then', 'a.ts')]);
  const { counts, asked } = await tried([first, run({ 'a.ts': counted(4, 0) })]);
  assert.deepEqual(asked, [undefined, ['a.ts']]);
  assert.deepEqual([counts.passed, counts.failed], [9, 0]);
  assert.deepEqual(counts.secondTries, [one('now and then', 'a.ts')]);
  assert.deepEqual(counts.failures, []);
});

test('what fails twice is a failure', async () => {
  const first = run({ 'a.ts': counted(2, 2) }, [one('always', 'a.ts'), one('now and then', 'a.ts')]);
  const { counts } = await tried([first, run({ 'a.ts': counted(3, 1) }, [one('always', 'a.ts')])]);
  assert.deepEqual([counts.passed, counts.failed], [3, 1]);
  assert.deepEqual(counts.failures, [one('always', 'a.ts')]);
  assert.deepEqual(counts.secondTries, [one('now and then', 'a.ts')]);
});

test('a second run that ends without counts leaves a failure', async () => {
  const first = run({ 'a.ts': counted(3, 1) }, [one('now and then', 'a.ts')]);
  const { counts } = await tried([first, { ...run({}), failed: 1 }]);
  assert.equal(counts.failed, 1);
});

test('nothing runs again outside CI, with many files failing, or when the run itself ended badly', async () => {
  const first = run({ 'a.ts': counted(3, 1) }, [one('now and then', 'a.ts')]);
  assert.equal((await tried([first], false)).counts.failed, 1);
  const names = ['1.ts', '2.ts', '3.ts', '4.ts', '5.ts', '6.ts'];
  const many = run(
    Object.fromEntries(names.map((name) => [name, counted(0, 1)])),
    names.map((name) => one('all', name)),
  );
  assert.equal((await tried([many])).asked.length, 1);
  assert.equal((await tried([{ ...first, failed: 2 }])).counts.failed, 2);
});
