import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from '../../support/temp-folder.ts';
import { root } from './source-files.ts';
import { publishedPackages, type Workspace } from './workspaces.ts';

/** The environment for npm: our search path has the project's Node in front, which npm must not mistake for a project's script. */
const npmEnv = { ...process.env, npm_config_loglevel: 'error', npm_config_ignore_scripts: 'true' };

/**
 * Packs every published package into a temporary folder of this process; answers the tarballs by package name. Those that
 * `PACKED`, the same as JSON, names are taken as they are.
 */
export function packAll(): ReadonlyMap<string, string> {
  if (process.env.PACKED) return new Map(Object.entries(JSON.parse(process.env.PACKED) as object));
  const folder = tempFolder();
  const packages = publishedPackages();
  const args = [
    'pack',
    '--json',
    '--pack-destination',
    folder,
    ...packages.flatMap((found) => ['-w', found.folder]),
  ];
  const done = spawnSync('npm', args, { cwd: root, encoding: 'utf8', env: npmEnv });
  if (done.status !== 0) throw new Error(`npm pack failed: ${done.stderr}`);
  const tarballs = new Map<string, string>();
  for (const { name, filename } of JSON.parse(done.stdout) as { name: string; filename: string }[])
    tarballs.set(name, join(folder, filename));
  return tarballs;
}

/** Lays a tarball out as npm would install it, with nothing beside it but what it declares. Third-party packages are links. */
export function installPacked(name: string, tarballs: ReadonlyMap<string, string>, into: string): void {
  const packages = new Map(publishedPackages().map((found) => [found.manifest.name, found]));
  const seen = new Set<string>();
  const add = (wanted: string): void => {
    if (seen.has(wanted)) return;
    seen.add(wanted);
    const own = packages.get(wanted);
    if (own) unpack(own, tarballs, into);
    else link(wanted, into);
    for (const needed of own ? dependenciesOf(own) : []) add(needed);
  };
  add(name);
}

const dependenciesOf = ({ manifest }: Workspace): string[] =>
  Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

function unpack({ manifest }: Workspace, tarballs: ReadonlyMap<string, string>, into: string): void {
  const target = join(into, 'node_modules', manifest.name);
  mkdirSync(target, { recursive: true });
  const tarball = tarballs.get(manifest.name);
  if (!tarball) throw new Error(`${manifest.name} was not packed`);
  const done = spawnSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`tar failed: ${done.stderr}`);
}

function link(name: string, into: string): void {
  const target = join(into, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target, 'junction');
}

/** Every file of an installed package, from its folder. */
export const filesOfInstalled = (name: string, into: string): string[] =>
  readdirSync(join(into, 'node_modules', name), { recursive: true })
    .map(String)
    .sort();
