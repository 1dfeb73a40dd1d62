import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './project.mjs';
import { bin, run } from './run.mjs';

const folder = inRoot('packages/widgets');
const manifestPath = 'packages/widgets/custom-elements.json';

const readJson = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** A named event of ours; the analyzer also lists arguments and classes of `dispatchEvent` calls, without a usable name. */
const isEvent = ({ name }) => name?.startsWith('regulars-') === true;
const isPublic = ({ privacy, kind }) => kind === undefined || privacy === undefined || privacy === 'public';

/** Module paths of the published package instead of the sources', and only what the public may use. */
function publish(value, key) {
  if (key === 'events') return value.filter(isEvent).map((event) => publish(event));
  if (key === 'members') return value.filter(isPublic).map((member) => publish(member));
  if ((key === 'path' || key === 'module') && typeof value === 'string') return published(value);
  if (Array.isArray(value)) return value.map((inner) => publish(inner));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, publish(inner, name)]));
}

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
  writeFileSync(inRoot(manifestPath), `${JSON.stringify(publish(readJson(manifestPath)), null, 2)}\n`);
  return true;
}

const entryOf = (modulePath) => {
  const { exports } = readJson('packages/widgets/package.json');
  const found = Object.entries(exports).find(([, target]) => target.default === `./${modulePath}`);
  return found ? `@regulars/widgets${found[0].slice(1)}` : null;
};

/** What can only be set as a property, such as a function or an object. */
const isProperty = ({ kind, privacy, attribute, readonly, static: isStatic }) =>
  kind === 'field' && privacy === 'public' && !attribute && !readonly && !isStatic;

/** The elements that a package entry exports, by tag; attributes and events as the manifest has them, properties by name. */
export function publicElements() {
  return readJson(manifestPath)
    .modules.flatMap((module) =>
      (module.declarations ?? []).map((declared) => ({ declared, entry: entryOf(module.path) })),
    )
    .filter(({ declared, entry }) => declared.customElement && declared.tagName && entry !== null)
    .map(({ declared, entry }) => ({
      tag: declared.tagName,
      className: declared.name,
      entry,
      description: (declared.description ?? '').split('\n\n')[0].replaceAll('\n', ' '),
      attributes: declared.attributes ?? [],
      properties: (declared.members ?? []).filter(isProperty).map(({ name }) => name),
      events: declared.events ?? [],
    }))
    .sort((a, b) => a.tag.localeCompare(b.tag, 'en'));
}
