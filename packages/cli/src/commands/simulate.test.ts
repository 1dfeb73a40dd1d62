import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';

const campaign = {
  id: 'hello',
  status: 'live',
  audience: {
    all: [
      { attr: 'session.count', op: 'gte', value: 2 },
      { did: 'order_placed', count: { eq: 0 } },
    ],
  },
  schedule: { from: '2026-03-01T00:00', to: '2026-04-01T00:00' },
  trigger: { on: 'page', pageType: 'home' },
  placement: { slot: 'home-top' },
  widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
  content: { en: { text: 'Hello' } },
};
const source = (more: object = {}): string =>
  JSON.stringify({
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    campaigns: [{ ...campaign, ...more }],
  });

test('decides for an imagined visitor, and names every failed condition in the language asked for', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-simulate-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'campaigns.json');
  const visitor = join(folder, 'ana.json');
  await writeFile(file, source());
  await writeFile(visitor, JSON.stringify({ facts: { 'session.count': 1 }, counts: { order_placed: 3 } }));
  const call = ['--date', '2026-03-10T10:00Z', '--page-type', 'home'];
  const said = await callCli('explain', 'hello', '--file', file, '--visitor', visitor, ...call, '--json');
  const [decision] = JSON.parse(said.out);
  assert.deepEqual([said.code, decision.outcome, decision.failed.length], [0, 'refused', 2]);
  const bg = await callCli('explain', '--file', file, '--visitor', visitor, ...call, '--locale', 'bg');
  assert.match(bg.out, /[а-я]{3}/);
  await writeFile(visitor, JSON.stringify({ facts: { 'session.count': 2 } }));
  assert.match((await callCli('simulate', file, '--visitor', visitor, ...call)).out, /^✓ hello: won/);
  assert.match(
    (await callCli('simulate', file, '--visitor', visitor, ...call, '--consent', 'pending')).out,
    /^✗ hello: refused/,
  );
  assert.match(
    (
      await callCli(
        'simulate',
        file,
        '--visitor',
        visitor,
        '--page-type',
        'cart',
        '--date',
        '2026-03-10T10:00Z',
      )
    ).out,
    /^✗ hello: waiting/,
  );
  assert.match(
    (
      await callCli(
        'simulate',
        file,
        '--visitor',
        visitor,
        '--page-type',
        'home',
        '--date',
        '2026-05-10T10:00Z',
      )
    ).out,
    /^✗ hello: refused/,
  );
  const next = join(folder, 'next.json');
  await writeFile(next, source({ status: 'ended' }));
  assert.equal(
    (await callCli('simulate', file, next, '--visitor', visitor, ...call)).out,
    '~ hello: was won, now refused',
  );
  assert.equal((await callCli('simulate', file, '--date', 'soon')).code, 2);
});
