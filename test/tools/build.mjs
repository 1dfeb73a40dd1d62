/** `npm run build`: packages to the `dist` of each package, the script-tag files to `dist/cdn`; `--cdn` makes only the latter. */
import { underNode24 } from './lib/node24.mjs';

await underNode24(import.meta.url);
const { readdirSync, readFileSync, writeFileSync } = await import('node:fs');
const { buildCdn } = await import('./lib/cdn.mjs');
const { buildManifest } = await import('./lib/elements.mjs');
const { compact } = await import('./lib/compact.mjs');
const { inRoot } = await import('./lib/project.mjs');
const { bin, run, step } = await import('./lib/run.mjs');
const { packageNames } = await import('./lib/sources.mjs');

const failed = [];
if (!process.argv.includes('--cdn')) {
  const projects = packageNames().map((name) => `packages/${name}`);
  const types = await step('packages', () => run(bin('tsc'), ['-b', ...projects]));
  if (types.code !== 0) failed.push('packages');
  compactElements();
  if (!(await step('custom elements', () => buildManifest()))) failed.push('custom elements');
}
if (!(await step('bundle', () => buildCdn()))) failed.push('bundle');
else printFiles(JSON.parse(readFileSync(inRoot('dist/cdn/manifest.json'), 'utf8')));
if (failed.length > 0) {
  console.error(`\nbuild failed: ${failed.join(', ')}, see above`);
  process.exit(1);
}

/** The package ships its elements without the indentation of their templates. */
function compactElements() {
  const folder = inRoot('packages/widgets/dist');
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(`${folder}/${path}`, 'utf8');
    const small = compact(code);
    if (small !== code) writeFileSync(`${folder}/${path}`, small);
  }
}

function printFiles({ csp, files }) {
  console.log('\nIntegrity of each file (also in dist/cdn/manifest.json):');
  for (const { file, gzip, integrity } of files)
    console.log(`  ${file.padEnd(44)} ${String(gzip).padStart(6)} B gzip  ${integrity}`);
  console.log('\nContent-Security-Policy when a shop serves the files itself:');
  for (const line of csp.sameOrigin) console.log(`  ${line};`);
  console.log('\nContent-Security-Policy when they come from another origin:');
  for (const line of csp.otherOrigin) console.log(`  ${line};`);
}
