/**
 * `npm run previous -- COMMIT`: keeps what tests need of an earlier build in `test/previous`: its rules and parser as one
 * module, and a small document as it published it. Run it when the compiled form or the format of documents changes.
 */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url, ['--conditions=source']);
const { execFileSync } = await import('node:child_process');
const { mkdirSync, symlinkSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { build } = await import('esbuild');
const { inRoot } = await import('./lib/project.mjs');
const { tempFolder } = await import('../support/temp-folder.ts');

const [commit] = process.argv.slice(2);
if (!commit) throw new Error('Name the commit: npm run previous -- COMMIT');
const id = execFileSync('git', ['rev-parse', '--short=7', commit], { encoding: 'utf8' }).trim();
const folder = tempFolder();
const into = inRoot('test/previous');
const tar = execFileSync(
  'git',
  ['archive', id, 'packages/core', 'packages/schema', 'packages/tsconfig.base.json'],
  { maxBuffer: 2 ** 28 },
);
execFileSync('tar', ['-x', '-C', folder], { input: tar });
symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
const contents = `
  export { armOf, capRefusal, comesFirst, compileDocument, decide, evaluateCondition, noBudget, scheduleRefusal }
    from './packages/core/src/rules/index.ts';
  export { compiledForm } from './packages/core/src/rules/compiled-form.ts';
  export { parseDocument } from './packages/schema/src/parse-document.ts';
  export { splitDocument } from './packages/schema/src/split-document.ts';`;
mkdirSync(into, { recursive: true });
const module = join(into, 'build.mjs');
await build({
  stdin: { contents, resolveDir: folder, loader: 'ts' },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  // The packages' names lead to their sources of that time.
  alias: { '@regulars/schema': join(folder, 'packages/schema/src/index.ts') },
  banner: { js: `// Rules and parser of commit ${id}: npm run previous -- ${id}` },
  outfile: module,
  legalComments: 'none',
});
const { compileDocument, splitDocument } = await import(module);
const { sampleDocument, sampleProgram } = await import('../support/sample-document.ts');
const now = Date.parse('2026-11-22T12:00:00Z');
const { document } = compileDocument(splitDocument(sampleDocument, sampleProgram, { now }).public);
writeFileSync(join(into, 'public.json'), `${JSON.stringify(document, null, 2)}\n`);
