import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tempFolder } from '../../support/temp-folder.ts';
import { addCounts, noCounts, readCounts } from './counts.mjs';
import { inRoot, isCi } from './project.mjs';
import { bin, run } from './run.mjs';
import { withSecondTry } from './second-try.mjs';
import { filesBelow } from './sources.mjs';

/** Runs a command whose reporter writes its counts to COUNTS_FILE; resolves with the counts. */
async function counted(command, args, env = {}) {
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  const { code } = await run(command, args, { env: { ...env, COUNTS_FILE: file } });
  return readCounts(file, code);
}

const onNode = [
  /^packages\/(schema|server|cli)\/src\//,
  /^demo\/src\//,
  // The packed tarballs are tried by `npm run check`, which has just built them.
  /^test\/(architecture\/(?!packages\/)|contract\/|security\/|conformance\/|vectors\/|previous\/|tools\/|bench\/(?!.*node_modules))/,
];

/** Every test file that runs on Node, as paths from the root. */
export const nodeTestFiles = () =>
  ['packages', 'demo', 'test'].flatMap((folder) =>
    filesBelow(folder, (path) => path.endsWith('.test.ts') && onNode.some((place) => place.test(path))),
  );

/** What tests left in their temporary folder, but for what Node itself keeps there, is one more failure. */
function failForLeftovers(temporary, counts) {
  const left = readdirSync(temporary).filter((name) => name !== 'node-compile-cache');
  if (left.length === 0) return counts;
  const failure = { name: `left in the temporary folder: ${left.join(', ')}`, engine: 'node' };
  return { ...counts, failed: counts.failed + 1, failures: [...(counts.failures ?? []), failure] };
}

/** Runs test files under node:test from source. Resolves with the counts, or null when there is no file. */
export async function runNodeTests(files, env = {}) {
  if (files.length === 0) return null;
  const temporary = tempFolder();
  const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const counts = await withSecondTry((some = files) => runNodeFiles(some, { ...env, ...places }));
  return failForLeftovers(temporary, counts);
}

async function runNodeFiles(files, env) {
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  const reporters = [
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    `--test-reporter=${inRoot('test/tools/lib/node-counts-reporter.mjs')}`,
    `--test-reporter-destination=${file}`,
  ];
  const args = [
    '--conditions=source',
    '--test',
    '--test-concurrency=2',
    '--test-timeout=300000',
    ...reporters,
    ...files,
  ];
  const { code } = await run(process.execPath, args, { env });
  return readCounts(file, code);
}

const browserRooms = ['core', 'adapters', 'widgets', 'sdk'];
const hasBrowserTests = () =>
  browserRooms.some(
    (room) => filesBelow(`packages/${room}/src`, (path) => path.endsWith('.test.ts')).length > 0,
  );

/** Runs the unit tests of the browser packages in one engine. Resolves with the counts, or null when there is no test. */
export async function runUnitTests(engine, engines) {
  if (!hasBrowserTests()) return null;
  const config = ['--config', 'test/tools/web-test-runner.config.mjs'];
  const env = {
    BROWSERS: engine,
    CHROMIUM: engines.chromium ?? '',
    FIREFOX: engines.firefox ?? '',
    WEBKIT: engines.webkit ?? '',
  };
  return withSecondTry((files) => {
    const args = files === undefined ? config : [...config, '--files', ...files];
    if (engine !== 'webkit') return counted(bin('wtr'), args, env);
    return counted(process.execPath, [inRoot('test/tools/with-webkit.mjs'), bin('wtr'), ...args], env);
  });
}

/** Runs the flows against the built demo in the engines found. Resolves with the counts, or null when there is no flow. */
export async function runFlows(engines) {
  if (filesBelow('test/flows', (path) => path.endsWith('.flow.ts')).length === 0) return null;
  const projects = ['chromium', 'phone', ...(engines.firefox ? ['firefox'] : [])].map(
    (name) => `--project=${name}`,
  );
  const env = {
    CHROMIUM: engines.chromium,
    FIREFOX: engines.firefox ?? '',
    FULL_CHROMIUM: engines.fullChromium ?? '',
    NODE_OPTIONS: '--conditions=source',
  };
  return counted(bin('playwright'), ['test', '-c', 'test/playwright.config.ts', ...projects], env);
}

/** Runs the sixty scenarios of tours against the built tour in the engines found. Resolves with the counts. */
export async function runTours(engines) {
  const names = ['chromium', 'phone', ...(engines.firefox ? ['firefox'] : [])];
  const env = {
    CHROMIUM: engines.chromium,
    FIREFOX: engines.firefox ?? '',
    NODE_OPTIONS: '--conditions=source',
  };
  const config = 'test/conformance/tours/playwright.config.ts';
  const projects = names.map((name) => `--project=${name}`);
  return counted(bin('playwright'), ['test', '-c', config, ...projects], env);
}

/** What vitest's own JSON reporter wrote, as counts. */
export function readVitestCounts(file, code) {
  const counts = { ...noCounts(), files: {} };
  if (!existsSync(file)) return { ...counts, failed: 1 };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { name: path, assertionResults, message } of testResults) {
    const file = relative(inRoot(), path);
    const own = { passed: 0, failed: 0, skipped: 0 };
    const fail = (name, why) => {
      own.failed += 1;
      counts.failures.push({ name, engine: 'node', file, why });
    };
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'passed') own.passed += 1;
      else if (status === 'failed') fail(fullName, failureMessages[0]);
      else {
        own.skipped += 1;
        counts.skips.push({ name: fullName, engine: 'node' });
      }
    }
    if (assertionResults.length === 0) fail('the file itself', message);
    for (const kind of Object.keys(own)) counts[kind] += own[kind];
    counts.files[file] = own;
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

async function runVitestExample(files = []) {
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  const args = [
    'run',
    '--config',
    'test/examples/vitest/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
  ];
  const { code } = await run(bin('vitest'), [...args, `--outputFile.json=${file}`, ...files]);
  return readVitestCounts(file, code);
}

/** Runs the tests that a shop could copy, under Vitest and under Playwright. Resolves with their counts together. */
export async function runExamples(engines) {
  const counts = await withSecondTry(runVitestExample);
  const env = { CHROMIUM: engines.chromium, NODE_OPTIONS: '--conditions=source' };
  const config = 'test/examples/playwright/playwright.config.ts';
  // A shop that copies the example decides for itself how often it tries.
  const tries = isCi ? ['--retries=1'] : [];
  addCounts(counts, await counted(bin('playwright'), ['test', '-c', config, ...tries], env));
  return counts;
}

/**
 * Those that end soon on any machine; `npm run chaos` runs every one. What a kill may lose is counted in milliseconds,
 * so that one runs alone; the others wait more than they work, and run in two lanes.
 */
const shortScenarios = [
  [['kill']],
  [
    ['clock', 'leave', 'tabs', 'deleted'],
    ['reward-kill', 'reward-races', 'server-kill', 'server-script'],
  ],
];

/** Runs the short chaos scenarios at a fraction of their size. Resolves with the counts, or null when there is none. */
export async function runChaos(scale, engines) {
  const folder = inRoot('test/chaos');
  const named =
    existsSync(folder) && readdirSync(folder).some((name) => existsSync(join(folder, name, 'run.ts')));
  if (!named) return null;
  const env = {
    CHAOS_SCALE: String(scale),
    CHROMIUM: engines.chromium ?? '',
    FULL_CHROMIUM: engines.fullChromium ?? '',
  };
  const total = noCounts();
  const runLane = async (names) => {
    for (const name of names)
      addCounts(
        total,
        await withSecondTry(() => counted(process.execPath, [inRoot('test/tools/chaos.mjs'), name], env)),
      );
  };
  for (const lanes of shortScenarios) await Promise.all(lanes.map(runLane));
  return total;
}
