import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './source-files.ts';

/** What the tests read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  /** Names of its own for files that tools choose by condition. */
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** One package of the house. */
export interface Workspace {
  /** From the root, such as `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages that are published, in order of the alphabet. */
export const publishedPackages = (): Workspace[] =>
  readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `packages/${entry.name}`)
    .sort()
    .map((folder) => ({ folder, manifest: readJson<Manifest>(`${folder}/package.json`) }));

/** The published packages and the demo. */
export const workspaces = (): Workspace[] => [
  ...publishedPackages(),
  { folder: 'demo', manifest: readJson<Manifest>('demo/package.json') },
];

/** An entry of a package: the name it is imported by and the source it leads to. */
export interface Entry {
  readonly name: string;
  readonly source: string;
}

/** The code entries of a package; entries of types only have no source and are left out. */
export function entriesOf({ folder, manifest }: Workspace): Entry[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    const source = typeof target === 'string' ? undefined : target.source;
    if (!source) return [];
    return [{ name: `${manifest.name}${path.slice(1)}`, source: `${folder}/${source.slice(2)}` }];
  });
}
