import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, root } from './project.mjs';

/** Names of the folders under `packages`, in order of the alphabet. */
export const packageNames = () =>
  readdirSync(inRoot('packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(inRoot('packages', entry.name, 'package.json')))
    .map((entry) => entry.name)
    .sort();

/** Every file below a folder of the checkout for which `accept` holds, as paths from the root with `/`, sorted. */
export function filesBelow(folder, accept = () => true) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules/') && !/(^|\/)dist\//.test(path) && accept(path))
    .sort();
}

const isTest = (path) => path.endsWith('.test.ts');

const inBundle = ['adapters', 'core', 'schema', 'sdk', 'widgets'];

/** Hash of everything the script-tag bundle reads, tests left out. Equal hash, equal bundle. */
export function buildInputsHash() {
  const hash = createHash('sha256');
  const own = ['package-lock.json', 'rollup.config.ts', 'packages/tsconfig.base.json'];
  const ofPackages = inBundle.flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/tsconfig.json`,
    ...filesBelow(`packages/${name}/src`, (path) => !isTest(path)),
  ]);
  for (const path of [...own, ...ofPackages]) {
    if (existsSync(inRoot(path))) hash.update(path).update(readFileSync(inRoot(path)));
  }
  return hash.digest('hex');
}
