import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Bundle, bundle } from './bundle.ts';
import { entries } from './entries-table.ts';
import type { SizeBudget } from './size-entry.ts';

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

const total = (codes: readonly Uint8Array[], sizeOf: (code: Uint8Array) => number): number =>
  codes.reduce((sum, code) => sum + sizeOf(code), 0);

/** Files of the build: what each was cut for and what it loads. */
export interface ChunkMap {
  readonly [file: string]: {
    /** The source whose import gave the chunk its own file, or null for a shared one. */
    readonly source: string | null;
    readonly imports: readonly string[];
    readonly dynamicImports: readonly string[];
  };
}

/** What loads when storage fails, a visitor returns, refuses a purpose or signs in, a backend does not say yes, or somebody looks. */
const rare =
  /^packages\/(core\/src\/(tell-customer|storage\/(cure-storage|lost-notes)|consent\/purge-rows|journey\/(export-journey|sweep)|sync\/(put-aside|inspect-lanes))|adapters\/src\/(read-send-outcome|pack))\.ts$/;

/** What only some documents need: unchecked ones, tests and holdouts, conditions on texts, times, hours and rare facts, the backend’s word, triggers beyond pages and clicks. */
const otherDocuments =
  /^packages\/core\/src\/(rules\/(compile-campaign|needs-rule)|campaigns\/(deal-arms|more-operators|calendar-rules|more-facts|pull-facts|watch-more))\.ts$/;

/** What shows a campaign once it has won: fetched by a decision, with the element. */
const decided =
  /^packages\/core\/src\/(features\/|campaigns\/settle-winners\.ts|host\/messages\.ts)|^packages\/(widgets|schema)\/|^packages\/sdk\/src\/load-widgets\.ts$/;

/** What waits until the first decision is made: collectors of the page's own words, and the way to the backend. */
const afterwards =
  /^packages\/core\/src\/collect\/|^packages\/sdk\/src\/(reach-backend|collect-lazily|collect-marked)\.ts$/;

/** What a shop names in its settings, or a visitor asks for: a consent platform, an id over subdomains, erasure. */
const named =
  /^packages\/core\/src\/(consent\/sources|identity|privacy)\/|^packages\/core\/src\/campaigns\/farewell\.ts$|^packages\/sdk\/src\/follow-consent\.ts$/;

const later = [rare, named, otherDocuments, decided, afterwards, /^packages\/sdk\/src\/tools\//];

/** Chunks of which a first page view needs none to decide. `first-page.flow.ts` watches that it is so. */
const comesLater = (source: string | null): boolean =>
  source !== null && later.some((pattern) => pattern.test(source));

/** Whether a chunk is fetched by showing something that a decision chose. */
export const showsDecision = (source: string | null): boolean => source !== null && decided.test(source);

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

/** What comes on top of what the page has. */
const beyondOf = (size: Size, had: readonly Uint8Array[]): Size => ({
  ...size,
  gzipBytes: size.gzipBytes - total(had, gzipBytes),
  brotliBytes: size.brotliBytes - total(had, brotliBytes),
});

const none: Bundle = { now: [], later: [] };

/** Bundles each module once: most entries are measured beyond the same few. */
function createBundler(): typeof bundle {
  const made = new Map<string, Promise<Bundle>>();
  return (code, without) => {
    const key = `${without?.source} ${code}`;
    const found = made.get(key) ?? bundle(code, without);
    made.set(key, found);
    return found;
  };
}

/** Measures the script-tag files, which must be built, and every entry. Rejects when one does not bundle. */
export async function measureSizes(): Promise<Size[]> {
  const chunks = JSON.parse(readFileSync(join(root, 'dist/cdn/chunks.json'), 'utf8')) as ChunkMap;
  const sizes = [
    cdnSize('`stub.js`', ['stub.js'], { limitBytes: 600 }),
    cdnSize('script tag, first page view without elements', firstPageFiles(chunks), {
      limitBytes: 25_000,
    }),
  ];
  const bundleOnce = createBundler();
  for (const { what, code, budget, later, without, beyond } of entries) {
    const codes = await bundleOnce(code, without).catch((error: Error) => {
      throw new Error(`${what} does not bundle: ${error.message}`);
    });
    const had = beyond === undefined ? none : await bundleOnce(beyond, without);
    sizes.push(beyondOf(sizeOf(what, codes.now, budget), had.now));
    if (later) sizes.push(beyondOf(sizeOf(later, codes.later, null), had.later));
  }
  return sizes;
}
