import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { GetManualChunk, NormalizedOutputOptions, OutputBundle, Plugin, RollupOptions } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { compact } from './test/tools/lib/compact.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Name and folder of the npm package that holds a module, or null for our own sources. */
function packageOf(id: string): { name: string; folder: string } | null {
  const at = id.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const parts = id.slice(at + '/node_modules/'.length).split('/');
  const name = parts[0]?.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return { name, folder: join(id.slice(0, at), 'node_modules', name) };
}

const readLicence = (folder: string): string => {
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']) {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      // Another spelling may be there; none at all is an error below.
    }
  }
  throw new Error(`no licence text in ${folder}: a bundle may not hold it`);
};

/** Writes the licence of every third-party package that reached the bundle. */
function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(this, _options: NormalizedOutputOptions, bundle: OutputBundle) {
      const folders = new Map<string, string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const found = packageOf(id);
          if (found) folders.set(found.name, found.folder);
        }
      }
      const notices = [...folders].sort().map(([name, folder]) => {
        const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        return `${name} ${version} (${license})\n\n${readLicence(folder)}\n`;
      });
      const rule = `\n${'-'.repeat(80)}\n\n`;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: notices.join(rule) });
    },
  };
}

/** Writes which chunk comes from which source and what it loads: the size check reads it. */
function chunkMap(): Plugin {
  const fromRoot = (id: string | null) => (id === null ? null : relative(root, id).replaceAll('\\', '/'));
  return {
    name: 'chunk-map',
    generateBundle(this, _options: NormalizedOutputOptions, bundle: OutputBundle) {
      const chunks: Record<string, unknown> = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { fileName, facadeModuleId, moduleIds, imports, dynamicImports } = chunk;
        // A chunk that others import from as well has no facade; what it was cut for is still known.
        const isAsked = (id: string) => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0;
        const source = fromRoot(facadeModuleId ?? moduleIds.find(isAsked) ?? null);
        chunks[fileName] = { source, imports, dynamicImports };
      }
      this.emitFile({
        type: 'asset',
        fileName: 'chunks.json',
        source: `${JSON.stringify(chunks, null, 2)}\n`,
      });
    },
  };
}

/** A chunk is called after its source; an index after its folder. */
function chunkName(facadeModuleId: string | null): string {
  const folder = /([\w-]+)\/index\.ts$/.exec(facadeModuleId ?? '')?.[1];
  return folder ?? '[name]';
}

/** The elements as their package publishes them: esbuild and terser leave template literals alone. */
function compactElements(): Plugin {
  return {
    name: 'compact-elements',
    transform: (code, id) =>
      /[\\/]widgets[\\/]src[\\/]/.test(id) ? { code: compact(code), map: null } : null,
  };
}

const { version } = JSON.parse(readFileSync(join(root, 'packages/sdk/package.json'), 'utf8')) as {
  version: string;
};

/**
 * Chunks take what they share with the script from the page instead of importing it: to a browser
 * `regulars.js?document=…` is another module than the `regulars.js` a chunk could name, and would be fetched again.
 * Where two tags of one version stand, the first one's parts serve both.
 */
function shareByPage(): Plugin {
  const place = `globalThis[${JSON.stringify(`regulars ${version}`)}]`;
  const pairs = (names: string) => names.replace(/(\S+) as (\S+?)(,|$)/g, '$1: $2$3');
  const turned = (names: string) => names.replace(/(\S+) as (\S+?)(,|$)/g, '$2: $1$3');
  return {
    name: 'share-by-page',
    renderChunk(code, { isEntry }) {
      const shared = isEntry
        ? code.replace(/^export \{ (.*) \};$/m, (_, names: string) => `${place} ??= { ${turned(names)} };`)
        : code
            .replace(/^import '\.\.\/regulars\.js';$/m, '')
            .replace(
              /^import \{ (.*) \} from '\.\.\/regulars\.js';$/m,
              (_, names: string) => `const { ${pairs(names)} } = ${place};`,
            );
      // No line moved: the source map holds.
      return { code: shared, map: null };
    },
  };
}

const plugins = () => [
  compactElements(),
  resolve({
    extensions: ['.ts', '.js'],
    browser: true,
    exportConditions: ['source', 'browser', 'production'],
  }),
  esbuild({
    target: 'es2022',
    tsconfig: join(root, 'packages/tsconfig.base.json'),
    sourceMap: true,
  }),
  terser({
    ecma: 2020,
    module: true,
    // A constant stays on the side it was written on: repeats are longer then, and gzip likes them.
    compress: { passes: 5, unsafe_arrows: true, lhs_constants: false },
    // The banner below.
    format: { comments: /^!/ },
  }),
];
/** Modules that come together on nearly every page that needs one of them, by the name of their chunk: fewer requests. */
const together = [
  [/\/node_modules\/(lit|lit-html|lit-element|@lit)\//, 'lit'],
  [
    /\/widgets\/src\/(define|lib\/(base-element|base\.events|guard-host|view-element|(page-tokens|tokens|button|link-button|card)\.styles|icons|rich-words|format-money|over-page|safe-url))\.ts$/,
    'lit',
  ],
  [/\/(core\/src\/host\/messages|sdk\/src\/load-widgets)\.ts$/, 'load-widgets'],
  [/\/core\/src\/(storage\/keyed-store|journey\/switches)\.ts$/, 'keyed-store'],
] as const;
const loader = join(root, 'packages/sdk/src/loader/loader.ts');
/**
 * What nearly every document needs to be decided (audiences, caps, quiet, clicks) comes with the script itself, although
 * the packages fetch it apart: one file packs closer than two, and nobody waits for it after the document.
 */
const deciding =
  /\/core\/src\/(campaigns\/(visitor|limits|watch-acts|control-file)|journey\/create-keeper|rules\/(fold-profile|schedule-refusal))\.ts$/;
/** What the indexes of packages name, but chunks use: the way to the backend, collectors, stores of features. */
const later =
  /\/(adapters\/src\/(answer|http|leave|outcome-of|post|pack)|core\/src\/(sync\/(?!deliver-later)|collect\/engagement|features\/recommendations\/rank-port|rules\/backoff-rule|storage\/keyed-store))/;

type Graph = Parameters<GetManualChunk>[1];

function chunkOf(id: string, { getModuleInfo, getModuleIds }: Graph): string | undefined {
  const found = new Set([loader, ...[...getModuleIds()].filter((one) => deciding.test(one))]);
  for (const one of found)
    for (const needed of getModuleInfo(one)?.importedIds ?? []) if (!later.test(needed)) found.add(needed);
  return found.has(id) ? 'regulars' : together.find(([modules]) => modules.test(id))?.[1];
}
const banner = '/*! Regulars, MIT. Third-party notices: THIRD-PARTY-NOTICES.txt */';

const config: RollupOptions[] = [
  {
    input: { regulars: 'packages/sdk/src/loader/loader.ts' },
    plugins: [shareByPage(), ...plugins(), thirdPartyNotices(), chunkMap()],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      sourcemap: true,
      banner: ({ isEntry }) => (isEntry ? banner : ''),
      entryFileNames: '[name].js',
      // What several files ask for has no facade: its last module gives the name.
      chunkFileNames: ({ facadeModuleId, moduleIds }) =>
        `chunks/${chunkName(facadeModuleId ?? moduleIds.at(-1) ?? null)}-[hash].js`,
      manualChunks: chunkOf,
      onlyExplicitManualChunks: true,
      hoistTransitiveImports: true,
    },
  },
  {
    input: 'packages/sdk/src/loader/stub.ts',
    plugins: plugins(),
    output: { file: 'dist/cdn/stub.js', format: 'iife', sourcemap: true },
  },
  {
    // Whole in itself: sharing a file with the script would start the script.
    input: 'packages/core/src/identity/index.ts',
    plugins: plugins(),
    output: { file: 'dist/cdn/identity.js', format: 'es', sourcemap: true, inlineDynamicImports: true },
  },
];
export default config;
