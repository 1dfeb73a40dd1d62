import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { type OutputChunk, type Plugin, rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { compact } from '../../tools/lib/compact.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Code that an import fetches, and chunks that the code imports later. */
export interface Bundle {
  readonly now: readonly Uint8Array[];
  readonly later: readonly Uint8Array[];
}

/**
 * Bundles a module as a shop's own build does (Rollup, as in Vite), then terser; imports that match `without` stay out.
 * Rejects when it does not bundle.
 */
export async function bundle(code: string, without?: RegExp): Promise<Bundle> {
  const made = await rollup({
    input: 'entry',
    ...(without && { external: without }),
    plugins: [
      entry(code),
      asPublished(),
      resolve({
        extensions: ['.ts', '.js'],
        browser: true,
        exportConditions: ['source', 'browser', 'production'],
      }),
      esbuild({
        target: 'es2022',
        tsconfig: `${root}packages/tsconfig.base.json`,
      }),
    ],
    onLog(level, log) {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const { output } = await made.generate({ format: 'es' });
  await made.close();
  const chunks = output.filter((one) => one.type === 'chunk');
  const now = fetchedAtOnce(chunks);
  const small = (isWanted: (chunk: OutputChunk) => boolean): Promise<Uint8Array[]> =>
    Promise.all(chunks.filter(isWanted).map((chunk) => minified(chunk.code)));
  return {
    now: await small(({ fileName }) => now.has(fileName)),
    later: await small(({ fileName }) => !now.has(fileName)),
  };
}

/** The module that is measured, as if it lay in `test`, from where every package is found. */
function entry(code: string): Plugin {
  const id = `${root}test/entry.ts`;
  return {
    name: 'entry',
    resolveId: (asked) => (asked === 'entry' ? id : null),
    load: (asked) => (asked === id ? code : null),
  };
}

/** The elements' templates as their package publishes them (`test/tools/build.mjs`). */
function asPublished(): Plugin {
  return {
    name: 'as-published',
    transform: (source, id) => (id.includes('/widgets/src/') ? { code: compact(source), map: null } : null),
  };
}

/** The entry and the chunks that it imports statically. */
function fetchedAtOnce(chunks: readonly OutputChunk[]): ReadonlySet<string> {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const file of found)
    for (const needed of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) found.add(needed);
  return found;
}

async function minified(code: string): Promise<Uint8Array> {
  const { code: small = '' } = await minify(code, {
    ecma: 2020,
    module: true,
    // A constant stays on the side it was written on: repeats are longer then, and gzip likes them.
    compress: { passes: 5, unsafe_arrows: true, lhs_constants: false },
    format: { comments: false },
  });
  return Buffer.from(small);
}
