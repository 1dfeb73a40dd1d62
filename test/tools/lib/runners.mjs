import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../support/temp-folder.ts';
import { addCounts, noCounts, readCounts } from './counts.mjs';
import { inRoot } from './project.mjs';
import { bin, run } from './run.mjs';
import { withSecondTry } from './second-try.mjs';
import { filesBelow } from './sources.mjs';

/** Runs a command whose reporter writes its counts to COUNTS_FILE; resolves with the counts. */
async function counted(command, args, env = {}) {
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  const { code } = await run(command, args, { env: { ...env, COUNTS_FILE: file } });
  const counts = readCounts(file, code);
  return counts;
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
function readVitestCounts(file, code) {
  if (!existsSync(file)) return { ...noCounts(), failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = numFailedTests || (code === 0 && numPassedTests > 0 ? 0 : 1);
  const skips = Array.from({ length: numPendingTests }, () => ({ name: 'an example', engine: 'node' }));
  return { ...noCounts(), passed: numPassedTests, failed, skipped: numPendingTests, skips };
}

async function runVitestExample() {
  const folder = tempFolder();
  const file = join(folder, 'counts.json');
  const args = [
    'run',
    '--config',
    'test/examples/vitest/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
  ];
  const { code } = await run(bin('vitest'), [...args, `--outputFile.json=${file}`]);
  const counts = readVitestCounts(file, code);
  return counts;
}

/** Runs the tests that a shop could copy, under Vitest and under Playwright. Resolves with their counts together. */
export async function runExamples(engines) {
  const counts = await runVitestExample();
  const env = { CHROMIUM: engines.chromium, NODE_OPTIONS: '--conditions=source' };
  const config = 'test/examples/playwright/playwright.config.ts';
  addCounts(counts, await counted(bin('playwright'), ['test', '-c', config], env));
  return counts;
}

/**
 * Those that end soon on any machine; `npm run chaos` runs every one. What a kill may lose is counted in milliseconds,
 * so that one runs alone; the others wait more than they work, and run in two lanes.
 */
const shortScenarios = [
  [['kill']],
  [
    ['clock', 'leave', 'tabs'],
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
      addCounts(total, await counted(process.execPath, [inRoot('test/tools/chaos.mjs'), name], env));
  };
  for (const lanes of shortScenarios) await Promise.all(lanes.map(runLane));
  return total;
}
