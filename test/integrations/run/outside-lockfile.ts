import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from '../../tools/lib/run.mjs';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Packages outside every lockfile: registries lack some of their platforms, which `npm ci` does not forgive, or they weigh hundreds of MB. */
const wanted = {
  duckdb: { name: '@duckdb/node-api@1.5.6-r.1', tests: 'packages/cli/src/duckdb/*.test.ts' },
  clickhouse: { name: 'chdb@3.4.0', tests: 'packages/cli/src/sql/clickhouse.test.ts' },
} as const;

/** Installs one of them and runs the tests that need it. Resolves with the exit code. */
export async function checkWith(which: keyof typeof wanted): Promise<number> {
  const { name, tests } = wanted[which];
  const home = inRoot(`.cache/integrations/${which}/`);
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}package.json`, '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', name];
  const installed = await run('npm', install, { cwd: home, quiet: true });
  if (installed.code !== 0) {
    console.log(`${which}: npm install failed:\n${installed.output.slice(-2000)}`);
    return 1;
  }
  const { code } = await run(process.execPath, [...['--conditions=source', '--test'], inRoot(tests)]);
  return code ?? 1;
}
