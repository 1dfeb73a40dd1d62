/** `npm run check [-- part…]`: lint, types, typings, architecture, size, packages; all parts run, then the failed ones are named. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url);
const { buildCdn, cdnIsFresh } = await import('./lib/cdn.mjs');
const { buildManifest } = await import('./lib/elements.mjs');
const { checkPackages } = await import('./lib/check-packages.mjs');
const { checkTypings } = await import('./lib/check-typings.mjs');
const { checkSizes } = await import('./lib/sizes.mjs');
const { runNodeTests } = await import('./lib/runners.mjs');
const { bin, run, step } = await import('./lib/run.mjs');
const { filesBelow } = await import('./lib/sources.mjs');
const { closingLine } = await import('./lib/counts.mjs');

const succeeds = async (command, args) => (await run(command, args)).code === 0;

async function architecture() {
  const counts = await runNodeTests(
    filesBelow('test/architecture', (path) => path.endsWith('.test.ts') && !path.includes('/packages/')),
  );
  if (counts) console.log(`architecture: ${closingLine(counts)}`);
  return counts !== null && counts.failed === 0 && counts.passed > 0;
}

const parts = {
  lint: () =>
    succeeds(bin('biome'), ['ci', '--colors=off', '--max-diagnostics=200', '--error-on-warnings', '.']),
  types: () => succeeds(bin('tsc'), ['-b']),
  bundle: async () => cdnIsFresh() || buildCdn({ quiet: true }),
  typings: async () => (await buildManifest()) && checkTypings(),
  architecture,
  size: checkSizes,
  packages: checkPackages,
};

/** Two at a time, for two cores; within a lane each waits for the one before, which may have made what it reads. */
const lanes = [
  ['lint', 'bundle', 'size', 'architecture'],
  ['types', 'typings', 'packages'],
];

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const failed = [];
const runLane = async (names) => {
  for (const name of names) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    if (!(await step(name, parts[name]))) failed.push(name);
  }
};
await Promise.all(lanes.map(runLane));
console.log(failed.length === 0 ? '\ncheck: everything holds' : `\ncheck: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
