/** `npm run bench [-- name [part]]`: measures, writes `test/bench/results/<name>.json`, and fails when a required row does not hold. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { giveUp } = await import('./lib/project.mjs');
const { runScenarios } = await import('./lib/harness.mjs');

const counts = await runScenarios('bench', process.argv[2], 1, process.argv[3]).catch((error) =>
  giveUp(error.message),
);
console.log(`\nbench: ${counts.passed} required rows hold, ${counts.failed} do not`);
process.exit(counts.failed > 0 ? 1 : 0);
