import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('start.mjs', import.meta.url));

/** Runs `npm start`'s script on a Node that is made to look like another one. */
function startOn(version: string, platform: string, env: Readonly<Record<string, string>> = {}) {
  const pretend = `
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
    Object.defineProperty(process, 'platform', { value: '${platform}' });`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  const done = spawnSync(process.execPath, ['--import', preload, start], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: done.status, told: done.stderr.trim() };
}

test('a Node that is too old is told in one sentence with the cure', () => {
  assert.deepEqual(startOn('18.20.4', 'linux'), {
    code: 1,
    told: 'Node 18.20.4 is too old: install Node 20.19 or newer from https://nodejs.org and run the command again.',
  });
});

test('a system without a bundled Node 24 is told to install it', () => {
  const { code, told } = startOn('22.12.0', 'darwin');
  assert.equal(code, 1);
  assert.match(
    told,
    /^Node 22\.12\.0 is too old for darwin-\w+: install Node 24 from https:\/\/nodejs\.org and run .*\.$/,
  );
});

test('a port that is no port is told in one sentence with the cure', () => {
  const { code, told } = startOn(process.versions.node, process.platform, { PORT: 'eighty' });
  assert.equal(code, 1);
  assert.equal(told, 'PORT=eighty is no port: choose a number from 1 to 65535, such as PORT=4700 npm start.');
});
