import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { lintDocument, parseDocument, parseProgram } from '@regulars/schema';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

for (const preset of [
  'first-visit-tour',
  'cart-saver',
  'second-order',
  'win-back',
  'free-shipping-bar',
  'welcome-wheel',
  'three-tier',
]) {
  test(`${preset} writes documents with nothing to mend and nothing to warn of`, async () => {
    const out = tempFolder();
    const { code, out: said } = await callCli('init', preset, '--out', out);
    assert.equal(code, 0);
    assert.match(said, /Next: /);
    const text = await readFile(join(out, 'campaigns.json'), 'utf8');
    const parsed = parseDocument(text);
    assert.deepEqual(parsed.ok ? [] : parsed.problems, []);
    if (!parsed.ok) return;
    const codes = lintDocument(parsed.document, text).map(({ code: one }) => one);
    // A game that is always on has no end; who takes the preset may give it one.
    assert.deepEqual(
      codes.filter((one) => one !== 'game-without-end'),
      [],
    );
    for (const { content } of parsed.document.campaigns)
      assert.deepEqual(Object.keys(content), ['en', 'bg', 'pl', 'ru']);
    if ((await readdir(out)).includes('program.json'))
      assert.equal(parseProgram(await readFile(join(out, 'program.json'), 'utf8')).ok, true);
  });
}

test('a second time nothing is written over', async () => {
  const out = tempFolder();
  await callCli('init', 'win-back', '--out', out);
  const { code, err } = await callCli('init', 'win-back', '--out', out);
  assert.equal(code, 1);
  assert.match(err, /is there already/);
});
