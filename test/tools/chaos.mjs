/** `npm run chaos [-- name]`: harms the product at full size (CHAOS_SCALE for a share) and fails when a required row does not hold. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { writeFileSync } = await import('node:fs');
const { giveUp } = await import('./lib/project.mjs');
const { runScenarios } = await import('./lib/harness.mjs');

const scale = Number(process.env.CHAOS_SCALE ?? 1);
if (!(scale > 0 && scale <= 1))
  giveUp(`CHAOS_SCALE=${process.env.CHAOS_SCALE} is no share: give a number above 0 and up to 1.`);
const counts = await runScenarios('chaos', process.argv[2], scale).catch((error) => giveUp(error.message));
if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
console.log(`\nchaos: ${counts.passed} required rows hold, ${counts.failed} do not`);
process.exit(counts.failed > 0 ? 1 : 0);
