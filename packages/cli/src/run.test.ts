import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { callCli } from '../../../test/support/call-cli.ts';

test('without a command it lists the commands', async () => {
  const { code, out } = await callCli();
  assert.equal(code, 0);
  assert.match(out, /build-index/);
  assert.match(out, /validate/);
});

test('every command has help with examples', async () => {
  for (const name of ['build-index', 'schema', 'validate']) {
    const { code, out } = await callCli(name, '--help');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`Examples:\\n {2}regulars ${name} `));
  }
});

test('an unknown command or option is a wrong call: exit code 2', async () => {
  assert.equal((await callCli('bake')).code, 2);
  const { code, err } = await callCli('validate', '--colour');
  assert.equal(code, 2);
  assert.match(err, /--colour/);
});

test('the bin writes no colour into a pipe and survives one that closes early', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const call = [process.execPath, '--conditions=source', main].map((part) => `'${part}'`).join(' ');
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; ${call} build-index --help | head -n 1`],
    {
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0);
  assert.match(stdout, /^Build a recommendation index/);
  assert.equal(stdout.includes('\u001b'), false);
});
