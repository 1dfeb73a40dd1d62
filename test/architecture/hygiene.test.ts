import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readJson, readText, root } from './support/source-files.ts';

const committed = (): string[] =>
  spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .stdout.split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)));

const isText = (path: string): boolean => !/\.(png|jpe?g|webp|avif|woff2?|ico|gz|zip)$/.test(path);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('no file names a folder of the machine it was made on', () => {
  const own = [root.replace(/\/$/, ''), dirname(root.replace(/\/$/, '')), homedir()].filter(
    (path) => path.length > 2,
  );
  const pattern = new RegExp(`(^|[^\\w./-])(${own.map(escaped).join('|')})/`, 'm');
  const found = committed()
    .filter(isText)
    .filter((path) => pattern.test(readText(path)));
  assert.deepEqual(found, []);
});

test('a test or tool that needs a temporary folder asks for one that goes with the process', () => {
  const makers = committed()
    .filter((path) => /^test\/.*\.(ts|mjs)$|\.test\.ts$/.test(path) && /\bmkdtemp/.test(readText(path)))
    .filter((path) => path !== 'test/architecture/hygiene.test.ts');
  assert.deepEqual(makers, ['test/support/temp-folder.ts']);
});

test('the lock file names no registry', () => {
  const { packages } = readJson<{ packages: Record<string, { resolved?: string }> }>('package-lock.json');
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'));
  assert.deepEqual(
    named.map(([path]) => path),
    [],
  );
});

test('the published packages carry one version and name each other by it', () => {
  const manifests = committed()
    .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
    .map((path) => readJson<{ name: string; version: string; dependencies?: Record<string, string> }>(path));
  const versions = new Map(manifests.map(({ name, version }) => [name, version]));
  const wrong = manifests.flatMap(({ name, dependencies }) =>
    Object.entries(dependencies ?? {})
      .filter(([needed, range]) => versions.has(needed) && range !== versions.get(needed))
      .map(([needed, range]) => `${name} wants ${needed} ${range}`),
  );
  assert.deepEqual(wrong, []);
});
