import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inRoot } from './project.mjs';
import { bin, run } from './run.mjs';
import { buildInputsHash } from './sources.mjs';

const stamp = 'dist/cdn/.inputs';

/** Bytes of a file as they travel: minified, gzip at 9, brotli at 11. */
export const sizesOf = (bytes) => ({
  bytes: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
});

/** The content security policy a shop needs for the tag, one line per directive that the SDK touches. */
export const cspLines = (origin) => [
  `script-src ${origin}`,
  `connect-src ${origin} <your endpoint> <your document and index>`,
  'img-src <your product pictures>',
  'trusted-types lit-html',
  "require-trusted-types-for 'script'",
];

/** Writes `dist/cdn/manifest.json`: array of `{ file, bytes, gzip, brotli, integrity }`, ordered by file. */
export function writeManifest() {
  const { version } = JSON.parse(readFileSync(inRoot('packages/sdk/package.json'), 'utf8'));
  const files = bundledFiles().map((file) => {
    const bytes = readFileSync(inRoot('dist/cdn', file));
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    return { file, ...sizesOf(bytes), integrity };
  });
  const manifest = {
    version,
    csp: { sameOrigin: cspLines("'self'"), otherOrigin: cspLines('<origin of these files>') },
    files,
  };
  writeFileSync(inRoot('dist/cdn/manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

const bundledFiles = () =>
  readdirSync(inRoot('dist/cdn'), { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js'))
    .sort();

/** Chunks of earlier builds go once the new ones stand: a server that is running never misses a file in between. */
function removeLeftovers() {
  const wanted = new Set(Object.keys(JSON.parse(readFileSync(inRoot('dist/cdn/chunks.json'), 'utf8'))));
  for (const file of readdirSync(inRoot('dist/cdn/chunks')).map((name) => `chunks/${name}`))
    if (!wanted.has(file.replace(/\.map$/, ''))) rmSync(inRoot('dist/cdn', file));
}

/** Whether `dist/cdn` was made from the sources as they are now. */
export const cdnIsFresh = () =>
  existsSync(inRoot(stamp)) && readFileSync(inRoot(stamp), 'utf8') === buildInputsHash();

/** Bundles the script-tag files into `dist/cdn` and writes their manifest. Resolves with true when it succeeded. */
export async function buildCdn({ quiet = false } = {}) {
  const inputs = buildInputsHash();
  const { code, output } = await run(bin('rollup'), ['-c', 'rollup.config.ts', '--silent'], {
    quiet,
    env: { NO_COLOR: '1' },
  });
  if (code !== 0) {
    if (quiet) console.error(output);
    return false;
  }
  removeLeftovers();
  writeManifest();
  writeFileSync(inRoot(stamp), inputs);
  return true;
}
