import { fileURLToPath } from 'node:url';
import { buildIndex } from '@regulars/cli';
import { findDuckDb } from '../../../packages/cli/src/duckdb/load-duckdb.ts';

/** What one build cost, in a process of its own; says it as JSON on its last line. */
const [clicks = '', out = '', engine] = process.argv.slice(2);
const home = fileURLToPath(new URL('../../../.cache/integrations/duckdb/', import.meta.url));
const started = performance.now();
await buildIndex({
  ...{ clicks, out, builtAt: 0, engine: engine === 'duckdb' ? 'duckdb' : 'built-in' },
  duckdb: async () => {
    const found = (await findDuckDb(home)) ?? (await findDuckDb());
    if (!found) throw new Error('@duckdb/node-api is not installed: npm run integrations -- duckdb');
    return found;
  },
});
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
