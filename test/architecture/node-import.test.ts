import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodePrograms } from './support/node-versions.ts';
import { root } from './support/source-files.ts';
import { entriesOf, publishedPackages } from './support/workspaces.ts';

const probe = join(root, 'test/architecture/support/import-probe.mjs');

/** Imports built entries in a process of their own; rejects when it fails or does not end by itself. */
function importOn(node: string, ...asked: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [probe, ...asked], {
      cwd: root,
      timeout: 60_000,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let out = '';
    let problems = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      problems += String(chunk);
    });
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(out));
      else reject(new Error(`import of ${asked.join(', ')} ended with ${code}: ${problems.slice(0, 600)}`));
    });
  });
}

const entries = publishedPackages().flatMap(entriesOf);
const isBuilt = existsSync(join(root, 'packages/schema/dist/index.js'));

for (const { path, major } of nodePrograms()) {
  test(`importing any built entry on Node ${major} does nothing`, async () => {
    assert.ok(isBuilt, 'the packages are not built: run npm run build');
    const problemOf = async (...names: readonly string[]): Promise<string | null> => {
      const found = await importOn(path, ...names).catch((error: Error) => error.message);
      const told = JSON.stringify(found);
      return told === '{"globals":[],"resources":[]}' ? null : `${names.join(', ')}: ${told}`;
    };
    const names = entries.map(({ name }) => name);
    const together = await problemOf(...names);
    if (together === null) return;
    // One by one, to name the entry.
    const problems = [together];
    for (const name of names) problems.push((await problemOf(name)) ?? '');
    assert.deepEqual(problems.filter(Boolean), []);
  });
}
