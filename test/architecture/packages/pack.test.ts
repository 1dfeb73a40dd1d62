import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { tempFolder } from '../../support/temp-folder.ts';
import { filesOfInstalled, installPacked, packAll } from '../support/packed.ts';
import { root } from '../support/source-files.ts';
import { type Entry, entriesOf, publishedPackages, type Workspace } from '../support/workspaces.ts';

assert.ok(
  existsSync(join(root, 'packages/schema/dist/index.js')),
  'the packages are not built: run npm run build',
);
const tarballs = packAll();

const onNode = new Set(['@regulars/server', '@regulars/cli']);

function importsOnNode(entry: Entry, into: string): string | null {
  const script = join(into, 'try.mjs');
  writeFileSync(script, `await import(${JSON.stringify(entry.name)});\n`);
  const done = spawnSync(process.execPath, [script], {
    cwd: into,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return done.status === 0 ? null : `${entry.name} on Node: ${done.stderr.slice(0, 800)}`;
}

async function bundles(entry: Entry, { manifest }: Workspace, into: string): Promise<string | null> {
  const platform = onNode.has(manifest.name) && !entry.name.endsWith('/mock') ? 'node' : 'browser';
  const contents = `export * from ${JSON.stringify(entry.name)};`;
  const result = await build({
    stdin: { contents, resolveDir: into },
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    logLevel: 'silent',
    external: platform === 'node' ? ['pg-native'] : [],
  }).catch((error: Error) => error);
  return result instanceof Error ? `${entry.name} in a bundle: ${result.message.slice(0, 800)}` : null;
}

for (const found of publishedPackages()) {
  const { name } = found.manifest;
  test(`${name} installs from its tarball, imports on Node and bundles`, async () => {
    const into = tempFolder();
    installPacked(name, tarballs, into);
    const files = filesOfInstalled(name, into);
    assert.deepEqual(
      files.filter((path) => /\.test\.|tsbuildinfo/.test(path)),
      [],
    );
    const problems: (string | null)[] = [];
    for (const entry of entriesOf(found))
      problems.push(importsOnNode(entry, into), await bundles(entry, found, into));
    assert.deepEqual(
      problems.filter((problem) => problem !== null),
      [],
    );
  });
}

test('problems are sentences in a build for development and details in any other', async () => {
  const into = tempFolder();
  installPacked('@regulars/core', tarballs, into);
  const bundled = async (conditions: readonly string[]): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from '@regulars/core';`, resolveDir: into, loader: 'js' },
      bundle: true,
      splitting: false,
      write: false,
      format: 'esm',
      platform: 'browser',
      conditions: [...conditions],
      logLevel: 'silent',
    });
    return outputFiles.map(({ text }) => text).join('\n');
  };
  const sentence = /Check its address, CORS and the Content-Security-Policy/;
  assert.match(await bundled(['development']), sentence);
  assert.doesNotMatch(await bundled(['production']), sentence);
  assert.doesNotMatch(await bundled([]), sentence);
});

test('the typings of regulars compile where no framework is installed, declarations checked', () => {
  const into = tempFolder();
  installPacked('regulars', tarballs, into);
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: false,
  };
  writeFileSync(join(into, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['try.ts'] }));
  const lines = ['jsx', 'vue', 'svelte'].map((entry) => `import type {} from 'regulars/${entry}';`);
  writeFileSync(join(into, 'try.ts'), `${lines.join('\n')}\n`);
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
  const done = spawnSync(process.execPath, [tsc, '-p', into], { encoding: 'utf8', cwd: into });
  const ours = done.stdout
    .split('\n')
    .filter((line) => line.includes('regulars/typings') || line.startsWith('try.ts'));
  assert.deepEqual(ours, []);
});
