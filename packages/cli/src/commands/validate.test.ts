import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const right = { formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'], campaigns: [] };

async function file(content: string): Promise<string> {
  const path = join(tempFolder(), 'campaigns.json');
  await writeFile(path, content);
  return path;
}

test('a right document is called right and ends with 0', async () => {
  const { code, out } = await callCli('validate', await file(JSON.stringify(right)));
  assert.equal(code, 0);
  assert.match(out, /campaigns\.json: right \(campaigns\)/);
});

test('every mistake is named with its line and its cure, and the exit code is 1', async () => {
  const path = await file(JSON.stringify({ ...right, revision: -1, zone: 7 }, null, 2));
  const { code, out } = await callCli('validate', path);
  assert.equal(code, 1);
  assert.match(out, /campaigns\.json:3:\d+ error [a-z-]+ at revision/);
  assert.match(out, /campaigns\.json:4:\d+ error [a-z-]+ at zone/);
  assert.match(out, /Fix: /);
  assert.match(out, /2 errors/);
});

test('--json gives the same problems to programs', async () => {
  const { code, out } = await callCli('validate', '--json', await file('{ "campaigns": [ }'));
  const [finding] = JSON.parse(out) as { problems: { code: string; line: number }[] }[];
  assert.equal(code, 1);
  assert.equal(finding?.problems[0]?.line, 1);
});

test('a file that is not there ends with 1 and its name, no file at all with 2', async () => {
  const missing = await callCli('validate', 'not-there.json');
  assert.equal(missing.code, 1);
  assert.match(missing.err, /not-there\.json/);
  assert.equal((await callCli('validate')).code, 2);
});

test('what is unwise is said too, and does not fail', async () => {
  const unused = { ...right, audiences: { nobody: { attr: 'cart.totl', op: 'exists' } } };
  const { code, out } = await callCli('validate', await file(JSON.stringify(unused, null, 2)));
  assert.equal(code, 0);
  assert.match(out, /warning unused-audience/);
  assert.match(out, /warning unknown-attribute/);
  assert.match(out, /Did you mean "cart.total"\?/);
});

test('traffic tells the smallest effect that a test can show', async () => {
  const campaign = {
    id: 'wheel',
    status: 'live',
    trigger: { on: 'page' },
    placement: { slot: 'home' },
    widget: { type: 'wallet', props: {} },
    content: { en: { title: 'Points' } },
    goal: { event: 'order_placed', withinHours: 72 },
    holdout: 0.5,
  };
  const path = await file(JSON.stringify({ ...right, campaigns: [campaign] }));
  // Two arms of 20,000 at 2 %: 2.8016 * sqrt(0.0196 * 0.0001) = 0.39 points.
  const many = await callCli('validate', path, '--visitors', '10000');
  assert.match(many.out, /wheel: in 4 weeks the smallest change that shows is 2\.00 % to 2\.39 %/);
  const few = await callCli('validate', path, '--visitors', '100', '--rate', '0.02');
  assert.match(few.out, /cannot show even a doubling/);
  assert.equal((await callCli('validate', path, '--visitors', 'many')).code, 2);
});
