import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../tools/lib/run.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const work = fileURLToPath(new URL('../../../.cache/integrations/', import.meta.url));

/** A framework's app and the folder in which it serves static files. */
export interface App {
  readonly name: string;
  readonly statics: string;
  /** Serves StrictMode in development. */
  readonly strictDevelopment: boolean;
}

export const apps: readonly App[] = [
  { name: 'next', statics: 'public', strictDevelopment: true },
  { name: 'nuxt', statics: 'public', strictDevelopment: false },
  { name: 'sveltekit', statics: 'static', strictDevelopment: false },
];

/** Environment in which the frameworks tell nobody and ask nothing. */
export const quietEnvironment = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', CI: 'true' };

const clicks = (): string => {
  const rows = ['visitor,session,product,time'];
  for (let visitor = 0; visitor < 40; visitor++)
    for (let view = 0; view < 4; view++)
      rows.push(
        `v${visitor},s${visitor},p${((visitor % 5) + view) % 8},${1_700_000_000 + visitor * 4000 + view * 30}`,
      );
  return `${rows.join('\n')}\n`;
};

const products = (): string => {
  const rows = ['id,title,url,price,currency,category'];
  for (let at = 0; at < 8; at++) rows.push(`p${at},Product ${at},/product/p${at},${10 + at}.00,EUR,all`);
  return `${rows.join('\n')}\n`;
};

/** Builds the small index that every app serves, with the command line as a shop's would be. Rejects when it fails. */
export async function buildIndex(): Promise<string> {
  const folder = join(work, 'index-source');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'clicks.csv'), clicks());
  writeFileSync(join(folder, 'products.csv'), products());
  const out = join(folder, 'index');
  const built = await run(
    process.execPath,
    [
      '--conditions=source',
      fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url)),
      'build-index',
      `--clicks=${join(folder, 'clicks.csv')}`,
      `--products=${join(folder, 'products.csv')}`,
      `--out=${out}`,
    ],
    { quiet: true },
  );
  if (built.code !== 0) throw new Error(`build-index failed: ${built.output}`);
  return out;
}

/** Lays out an app with the packed packages and installs and builds it. Rejects when npm or the build fails. */
export async function prepare(
  app: App,
  tarballs: ReadonlyMap<string, string>,
  index: string,
): Promise<string> {
  const folder = join(work, app.name);
  rmSync(join(folder, 'package-lock.json'), { force: true });
  for (const name of tarballs.keys())
    rmSync(join(folder, 'node_modules', name), { recursive: true, force: true });
  cpSync(join(here, app.name), folder, { recursive: true });
  cpSync(join(here, 'shared/start-regulars.js'), join(folder, 'start-regulars.js'));
  mkdirSync(join(folder, app.statics), { recursive: true });
  cpSync(join(here, 'shared/campaigns.json'), join(folder, app.statics, 'campaigns.json'));
  cpSync(index, join(folder, app.statics, 'index'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    overrides?: Record<string, string>;
  };
  const local = Object.fromEntries([...tarballs].map(([name, path]) => [name, `file:${path}`]));
  const browser = [
    'regulars',
    '@regulars/core',
    '@regulars/adapters',
    '@regulars/schema',
    '@regulars/widgets',
  ];
  for (const name of browser) manifest.dependencies[name] = local[name] ?? '*';
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  for (const [command, args] of [
    ['npm', install],
    ['npm', ['run', 'build']],
  ] as const) {
    const done = await run(command, [...args], { cwd: folder, quiet: true, env: quietEnvironment });
    if (done.code !== 0) throw new Error(`${app.name}: npm ${args[0]} failed:\n${done.output.slice(-4000)}`);
  }
  return folder;
}
