import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../tools/lib/run.mjs';

const home = fileURLToPath(new URL('../../../.cache/integrations/duckdb/', import.meta.url));
/** Outside every lockfile: registries lack some of its platform packages, which `npm ci` does not forgive. */
const wanted = '@duckdb/node-api@1.5.6-r.1';

/** Installs DuckDB and holds both engines of `build-index` against each other. Resolves with the exit code. */
export async function checkDuckDb(): Promise<number> {
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}package.json`, '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', wanted];
  const installed = await run('npm', install, { cwd: home, quiet: true });
  if (installed.code !== 0) {
    console.log(`duckdb: npm install failed:\n${installed.output.slice(-2000)}`);
    return 1;
  }
  const tests = fileURLToPath(new URL('../../../packages/cli/src/duckdb/', import.meta.url));
  const { code } = await run(process.execPath, [...['--conditions=source', '--test'], `${tests}*.test.ts`]);
  return code ?? 1;
}
