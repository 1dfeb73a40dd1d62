import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

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

test('decides for an imagined visitor, and names every failed condition in the language asked for', async () => {
  const folder = tempFolder();
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

test('decides with a journey exported from a device, as it stood at a moment, and with a persona', async () => {
  const folder = tempFolder();
  const file = join(folder, 'campaigns.json');
  const journey = join(folder, 'journey.json');
  const did = { did: 'order_placed', count: { gte: 1 }, withinDays: 10 };
  await writeFile(
    file,
    source({ schedule: {}, audience: { all: [did, { attr: 'session.count', op: 'gte', value: 2 }] } }),
  );
  const event = (name: string, at: string, sid: string, props: object): object => ({
    id: `${name}${at}`,
    name,
    t: Date.parse(at),
    sid,
    seq: 1,
    page: { url: 'https://shop.example/' },
    props,
  });
  await writeFile(
    journey,
    JSON.stringify({
      v: 1,
      exportedAt: Date.parse('2026-03-20T00:00Z'),
      anonymousId: 'device-1',
      events: [
        event('page_viewed', '2026-03-01T10:00Z', 's1', { kind: 'load' }),
        event('order_placed', '2026-03-05T10:00Z', 's2', {
          orderId: '1',
          value: { value: 100, currency: 'EUR' },
          items: [],
        }),
      ],
      stores: {},
    }),
  );
  const decide = async (...more: string[]): Promise<string> =>
    (await callCli('simulate', file, '--page-type', 'home', ...more)).out;
  const of = ['--visitor', journey, '--date'];
  assert.match(await decide(...of, '2026-03-10T10:00Z'), /✓ hello: won/);
  assert.match(await decide(...of, '2026-03-04T10:00Z'), /✗ hello: refused/, 'before the order');
  assert.match(await decide(...of, '2026-03-30T10:00Z'), /✗ hello: refused/, 'too long after it');
  assert.match(await decide(...of, '2026-03-10T10:00Z', '--consent', 'functional'), /✗ hello: refused/);
  assert.match(await decide('--as', 'customer'), /✗ hello: refused/);
  await writeFile(file, source({ schedule: {}, audience: { attr: 'visitor.orders', op: 'gte', value: 1 } }));
  assert.match(await decide('--as', 'customer'), /✓ hello: won/);
  assert.match(await decide('--as', 'new'), /✗ hello: refused/);
  assert.equal((await callCli('simulate', file, '--as', 'king')).code, 2);
});
