import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of programs as the only search path; each one ends with the code given. */
function searchPath(programs: Readonly<Record<string, number>>): string {
  const folder = tempFolder();
  for (const [name, code] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\nexit ${code}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Runs a script of the project on a machine that has only those programs; `preload` runs before it. */
function runOn(script: string, path: string, preload = ''): { code: number | null; told: string } {
  const done = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, script, 'chromium'],
    { encoding: 'utf8', env: { PATH: path, CI: 'true' } },
  );
  return { code: done.status, told: done.stderr.trim() };
}

/** A system without a browser in its usual places, of that kind and for that account. */
const bareSystem = (id: string, user: number): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { existsSync, readFileSync } = fs;
  fs.existsSync = (path) => path === '/etc/os-release' || (!/^\\/Applications/.test(path) && existsSync(path));
  fs.readFileSync = (path, ...rest) => (path === '/etc/os-release' ? 'ID=${id}\\n' : readFileSync(path, ...rest));
  syncBuiltinESMExports();
  process.getuid = () => ${user};`;

const tests = join(root, 'test/tools/test.mjs');
const onDebian =
  'No Chromium was found: run `sudo sh -c "apt-get update && apt-get install -y chromium"`, or set CHROMIUM to its path, and run the command again.';

test('a machine without Chromium is told the exact command', () => {
  assert.deepEqual(runOn(tests, searchPath({ 'apt-get': 0 }), bareSystem('debian', 1000)), {
    code: 1,
    told: onDebian,
  });
});

test('an account that may install, but cannot, is told the same', () => {
  assert.deepEqual(runOn(tests, searchPath({ 'apt-get': 1 }), bareSystem('debian', 0)), {
    code: 1,
    told: onDebian,
  });
});

test('a system with other packages is told to use its own installer', () => {
  assert.deepEqual(runOn(tests, searchPath({}), bareSystem('fedora', 0)), {
    code: 1,
    told: "No Chromium was found: run `your system's installer for Chromium or Google Chrome`, or set CHROMIUM to its path, and run the command again.",
  });
});

/** A checkout in which nothing was installed yet. */
function freshClone(): string {
  const folder = tempFolder();
  cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  cpSync(join(root, 'test/tools'), join(folder, 'test/tools'), { recursive: true });
  return join(folder, 'test/tools/start.mjs');
}

test('a fresh clone on a machine without npm is told where to get it', () => {
  assert.deepEqual(runOn(freshClone(), searchPath({})), {
    code: 1,
    told: 'npm was not found: install Node with its npm from https://nodejs.org and run the command again.',
  });
});

test('a fresh clone whose packages do not come is told to mend that', () => {
  assert.deepEqual(runOn(freshClone(), searchPath({ npm: 7 })), {
    code: 1,
    told: 'npm ci failed, see above: mend the network or the disk and run the command again.',
  });
});
