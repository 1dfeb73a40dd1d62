import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Reads a file of the checkout as text. */
export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Reads a JSON file of the checkout; the caller names the shape it relies on. */
export const readJson = <Shape>(path: string): Shape => JSON.parse(readText(path)) as Shape;

/** Files below a folder as paths from the root with `/`, sorted; installed and built ones left out. */
export function filesBelow(folder: string, accept: (path: string) => boolean = () => true): string[] {
  const isOurs = (path: string) => !/(^|\/)(node_modules|dist|test-results|coverage)\//.test(path);
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => isOurs(path) && accept(path))
    .sort();
}

/** Sources of a folder: TypeScript without the tests that stand beside them. */
export const sourcesOf = (folder: string): string[] =>
  filesBelow(folder, (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'));
