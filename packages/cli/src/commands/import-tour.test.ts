import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const script = "export default [{ element: '#a', popover: { title: 'Hello', description: 'There' } }]";

async function file(content: string): Promise<string> {
  const path = join(tempFolder(), 'My Walk.js');
  await writeFile(path, content);
  return path;
}

test('a tour is printed as a campaign, and what changes is told beside it', async () => {
  const { code, out, err } = await callCli('import-tour', await file(script), '--locale', 'bg');
  assert.equal(code, 0);
  const campaign = JSON.parse(out);
  assert.equal(campaign.id, 'my-walk');
  assert.equal(campaign.status, 'draft');
  assert.deepEqual(campaign.content.bg, { title: 'my-walk', 'hello.title': 'Hello', 'hello.body': 'There' });
  assert.match(err, /driver\.js: 1 step\. .*\n.*tour page-usable: /);
});

test('--out writes it, and a file without steps ends with 1, no file with 2', async () => {
  const path = await file(script);
  const out = `${path}.json`;
  assert.equal((await callCli('import-tour', path, '--out', out, '--name', 'Walk')).code, 0);
  assert.equal(JSON.parse(await readFile(out, 'utf8')).name, 'Walk');
  const none = await callCli('import-tour', await file('let a = 1'));
  assert.equal(none.code, 1);
  assert.match(none.err, /nothing is run/);
  assert.equal((await callCli('import-tour')).code, 2);
});
