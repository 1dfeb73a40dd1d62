/**
 * `npm test [-- part…]`: everything that must hold, on whatever engines this machine has; parts are node, chromium, firefox,
 * webkit, flows, tours, examples, chaos. The last line is `N passed, N failed, N skipped`; exit code 1 when a test failed or none ran.
 */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url);
const { addCounts, closingLine, noCounts, tellFailures, unlistedSkips } = await import('./lib/counts.mjs');
const { buildCdn, cdnIsFresh } = await import('./lib/cdn.mjs');
const { ensureChromium, findEngines } = await import('./lib/engines.mjs');
const { findPostgres, startPostgres } = await import('./lib/postgres.mjs');
const { giveUp, isCi } = await import('./lib/project.mjs');
const { nodeTestFiles, runChaos, runExamples, runFlows, runNodeTests, runTours, runUnitTests } = await import(
  './lib/runners.mjs'
);
const { step } = await import('./lib/run.mjs');

const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isAsked = (part) => parts.length === 0 || parts.includes(part);
const total = noCounts();
const lines = [];

function note(name, counts) {
  if (counts === null) return lines.push(`${name}: no test`);
  addCounts(total, counts);
  return lines.push(`${name}: ${closingLine(counts)}`);
}

/** An engine or database that is not here: said in one line, and a failure where everything must be there. */
function absent(name, cure) {
  lines.push(`${name}: absent, its tests did not run (${cure})`);
  if (isCi) total.failed += 1;
}

const runPart = async (part, name, act) => {
  if (isAsked(part)) note(name, await step(name, act));
};

async function withPostgres(act) {
  if (process.env.DATABASE_URL_TEST) return act({ DATABASE_URL_TEST: process.env.DATABASE_URL_TEST });
  const programs = findPostgres();
  if (programs === undefined) {
    absent('postgresql', 'apt-get install postgresql');
    return act({});
  }
  const cluster = await startPostgres(programs);
  try {
    return await act({ DATABASE_URL_TEST: cluster.url });
  } finally {
    await cluster.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const needsBrowser = ['chromium', 'firefox', 'webkit', 'flows', 'tours', 'examples', 'chaos'].some(isAsked);
const chromium = needsBrowser ? ensureChromium() : {};
if (chromium.sentence) giveUp(chromium.sentence);
const engines = findEngines();

if (['node', 'flows', 'tours', 'examples', 'chaos'].some(isAsked) && !cdnIsFresh()) {
  const built = await step('build', () => buildCdn({ quiet: true }));
  if (!built) note('build', { ...noCounts(), failed: 1 });
}
await runPart('node', 'node', () => withPostgres((env) => runNodeTests(nodeTestFiles(), env)));
await runPart('chromium', 'chromium', () => runUnitTests('chromium', engines));
// Either opens one page at a time: together they use two cores.
await Promise.all([
  engines.firefox ? runPart('firefox', 'firefox', () => runUnitTests('firefox', engines)) : undefined,
  engines.webkit ? runPart('webkit', 'webkit', () => runUnitTests('webkit', engines)) : undefined,
]);
if (!engines.firefox && isAsked('firefox')) absent('firefox', 'apt-get install firefox-esr');
if (!engines.webkit && isAsked('webkit')) absent('webkit', 'apt-get install webkit2gtk-driver xvfb');
await runPart('flows', 'flows', () => runFlows(engines));
await runPart('tours', 'tours', () => runTours(engines));
await runPart('examples', 'examples', () => runExamples(engines));
await runPart('chaos', 'chaos at 1/20', () => runChaos(1 / 20, engines));

for (const { name, engine } of unlistedSkips(total.skips)) {
  lines.push(`not in test/skips.json, so a failure: ${engine}: ${name}`);
  total.skipped -= 1;
  total.failed += 1;
}
lines.push(...tellFailures(total));
if (total.passed + total.failed === 0) lines.push('no test ran: that is a failure');
console.log(`\n${lines.join('\n')}\n${closingLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
