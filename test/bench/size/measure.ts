import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { minify } from 'terser';
import { entries, type SizeBudget } from './entries-table.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Bytes of one thing as they travel. */
export interface Size {
  readonly what: string;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
  readonly budget: SizeBudget | null;
}

const gzipBytes = (code: Uint8Array): number => gzipSync(code, { level: 9 }).length;
const brotliBytes = (code: Uint8Array): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Code that an import fetches, and chunks that the code imports later. */
interface Bundle {
  readonly now: readonly Uint8Array[];
  readonly later: readonly Uint8Array[];
}

/** Bundles a module as a shop would. */
async function bundle(code: string): Promise<Bundle> {
  const made = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts', sourcefile: 'entry.ts' },
    absWorkingDir: root,
    outdir: 'dist/size',
    bundle: true,
    write: false,
    splitting: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    define: { __REGULARS_DEV__: 'false' },
    logLevel: 'silent',
  });
  const texts = new Map(
    made.outputFiles.map(({ path, text }) => [relative(root, path).replaceAll('\\', '/'), text]),
  );
  const now = fetchedAtOnce(made.metafile);
  const later = [...texts.keys()].filter((file) => !now.includes(file));
  const small = (files: readonly string[]): Promise<Uint8Array[]> =>
    Promise.all(files.map((file) => minified(texts.get(file) ?? '')));
  return { now: await small(now), later: await small(later) };
}

/** The entry and the chunks that it imports statically. */
function fetchedAtOnce({ outputs }: Metafile): string[] {
  const found = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === 'entry.ts'));
  for (const file of found)
    for (const { kind, path } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') found.add(path);
  return [...found];
}

async function minified(code: string): Promise<Uint8Array> {
  const { code: small = '' } = await minify(code, {
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: false },
  });
  return Buffer.from(small);
}

const total = (codes: readonly Uint8Array[], sizeOf: (code: Uint8Array) => number): number =>
  codes.reduce((sum, code) => sum + sizeOf(code), 0);

interface ChunkMap {
  readonly [file: string]: {
    /** The source whose import gave the chunk its own file, or null for a shared one. */
    readonly source: string | null;
    readonly imports: readonly string[];
    readonly dynamicImports: readonly string[];
  };
}

/** What the journey loads when storage is refused, a visitor returns, a destination refuses events, or somebody looks. */
const rare =
  /^packages\/core\/src\/(storage\/(memory-rows|sweep-log)|journey\/export-journey|sync\/(put-aside|inspect-lanes))\.ts$/;

/** What a campaign loads once it has won: after the first decision, with the element that shows it. */
const decided =
  /^packages\/core\/src\/(features\/|campaigns\/open-winners\.ts)|^packages\/(widgets|schema)\//;

/** The way to the backend: fetched when a page with consent has stored something and is idle. */
const delivery = /^packages\/sdk\/src\/reach-backend\.ts$/;

/** Chunks that wait for a decision, for an idle moment after it, for a person's tool, or for a rare case. */
const comesLater = (source: string | null): boolean =>
  source !== null &&
  (decided.test(source) ||
    delivery.test(source) ||
    /^packages\/sdk\/src\/tools\//.test(source) ||
    rare.test(source));

/** The files of the script tag that a first page view may fetch before an element is shown. */
export function firstPageFiles(chunks: ChunkMap): string[] {
  const fetched = new Set<string>();
  const add = (file: string): void => {
    const chunk = chunks[file];
    if (!chunk || fetched.has(file)) return;
    fetched.add(file);
    for (const needed of chunk.imports) add(needed);
    for (const later of chunk.dynamicImports) if (!comesLater(chunks[later]?.source ?? null)) add(later);
  };
  add('regulars.js');
  return [...fetched];
}

function cdnSize(what: string, files: readonly string[], budget: SizeBudget | null): Size {
  const codes = files.map((file) => readFileSync(join(root, 'dist/cdn', file)));
  const sum = (sizeOf: (code: Uint8Array) => number) =>
    codes.reduce((total, code) => total + sizeOf(code), 0);
  return { what, gzipBytes: sum(gzipBytes), brotliBytes: sum(brotliBytes), budget };
}

const sizeOf = (what: string, codes: readonly Uint8Array[], budget: SizeBudget | null): Size => ({
  what,
  gzipBytes: total(codes, gzipBytes),
  brotliBytes: total(codes, brotliBytes),
  budget,
});

/** Measures the script-tag files, which must be built, and every entry. Rejects when one does not bundle. */
export async function measureSizes(): Promise<Size[]> {
  const chunks = JSON.parse(readFileSync(join(root, 'dist/cdn/chunks.json'), 'utf8')) as ChunkMap;
  const sizes = [
    cdnSize('`stub.js`', ['stub.js'], { limitBytes: 600 }),
    cdnSize('script tag, first page view without elements', firstPageFiles(chunks), {
      limitBytes: 33_100,
      goalBytes: 25_000,
    }),
  ];
  for (const { what, code, budget, later } of entries) {
    const codes = await bundle(code).catch((error: Error) => {
      throw new Error(`${what} does not bundle: ${error.message}`);
    });
    sizes.push(sizeOf(what, codes.now, budget));
    if (later) sizes.push(sizeOf(later, codes.later, null));
  }
  return sizes;
}
