import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './project.mjs';
import { bin, run } from './run.mjs';

const folder = inRoot('packages/widgets');
const manifestPath = 'packages/widgets/custom-elements.json';

/** The custom-elements manifest as it was last built. */
export const readManifest = () => JSON.parse(readFileSync(inRoot(manifestPath), 'utf8'));

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Module paths of the published package instead of the sources', everywhere in the manifest. */
const publish = (value) => {
  if (Array.isArray(value)) return value.map(publish);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === 'path' || key === 'module') && typeof inner === 'string' ? published(inner) : publish(inner),
    ]),
  );
};

/** Analyses the widgets and writes their custom-elements manifest. Resolves with true when it succeeded. */
export async function buildManifest() {
  const args = [
    'analyze',
    '--litelement',
    '--globs',
    'src/**/*.ts',
    '--exclude',
    'src/**/*.test.ts',
    '--outdir',
    '.',
    '--quiet',
  ];
  const { code } = await run(bin('cem'), args, { cwd: folder });
  if (code !== 0 || !existsSync(inRoot(manifestPath))) return false;
  writeFileSync(inRoot(manifestPath), `${JSON.stringify(publish(readManifest()), null, 2)}\n`);
  return true;
}
