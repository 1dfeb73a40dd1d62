import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { startDemoProcess } from '../../../../test/support/demo.ts';
import { findBrowser } from './find-browser.ts';
import { judge } from './judge.ts';
import type { Check, PageReport, ServerReport } from './page-report.ts';

const NOW = Date.UTC(2026, 5, 1);
const page: PageReport = {
  url: 'https://shop.example/p/teapot',
  status: 200,
  scripts: [{ src: 'https://shop.example/regulars.js', key: 'k', endpoint: '/regulars' }],
  running: true,
  consent: { state: 'answered', granted: ['necessary', 'analytics'] },
  events: ['page_viewed', 'product_viewed', 'cart_product_added', 'order_placed'],
  problems: [],
  campaigns: [{ id: 'hello', slot: 'home-top' }],
  slots: ['home-top'],
  matches: { '.buy': 1 },
  sources: { product: ['view_item in the data layer'], cart: ['add_to_cart in the data layer'], order: [] },
  violations: [],
  failed: [],
};
const server: ServerReport = {
  endpoint: 'https://shop.example/regulars',
  healthy: true,
  document: true,
  selectors: ['.buy'],
  webhookAt: NOW - 3600_000,
};
const check = (id: string, pageMore: Partial<PageReport>, serverMore: Partial<ServerReport> = {}): Check => {
  const found = judge([{ ...page, ...pageMore }], { ...server, ...serverMore }, NOW).find(
    (one) => one.id === id,
  );
  assert.ok(found, id);
  return found;
};

test('doctor ticks a shop in which everything is right', () => {
  const checks = judge([page], server, NOW);
  assert.deepEqual(
    checks.filter(({ state }) => state !== 'good'),
    [],
  );
  assert.equal(checks.length, 12);
  assert.match(check('product', {}).says, /from view_item in the data layer/);
  assert.match(check('order', {}).says, /the shop’s own call/);
});

const broken: readonly (readonly [
  id: string,
  state: Check['state'],
  Partial<PageReport>,
  Partial<ServerReport>,
  RegExp,
])[] = [
  ['script', 'bad', { running: false, scripts: [] }, {}, /Add the tag/],
  ['script', 'bad', { running: false }, {}, /answer JavaScript/],
  ['script', 'bad', { running: false, status: 404 }, {}, /address that loads/],
  ['csp', 'bad', { violations: ['connect-src https://api.example'] }, {}, /Add that origin to connect-src/],
  ['csp', 'bad', { problems: [{ code: 'trusted-types-blocked', message: 'add lit-html' }] }, {}, /lit-html/],
  ['endpoint', 'bad', {}, { endpoint: null }, /data-endpoint/],
  ['endpoint', 'bad', {}, { healthy: false }, /basePath/],
  ['document', 'bad', { problems: [{ code: 'document-unavailable', message: '404' }] }, {}, /write key/],
  ['document', 'bad', { campaigns: [] }, {}, /regulars init/],
  ['consent', 'bad', { consent: { state: 'pending', granted: ['necessary'] } }, {}, /setConsent.*--click/],
  ['page view', 'bad', { events: [] }, {}, /leave to measure/],
  ['product', 'bad', { events: ['page_viewed'] }, {}, /id or a price/],
  ['cart', 'bad', { events: ['page_viewed'] }, {}, /id or a price/],
  ['order', 'unseen', { events: ['page_viewed'] }, {}, /after an order/],
  ['webhook', 'bad', {}, { webhookAt: null }, /v1\/orders/],
  ['webhook', 'bad', {}, { webhookAt: NOW - 10 * 864e5 }, /right secret/],
  ['webhook', 'unseen', {}, { webhookAt: undefined }, /regulars login/],
  ['slots', 'bad', { slots: [] }, {}, /<regulars-slot name="home-top">/],
  ['selectors', 'bad', { matches: { '.buy': 3 } }, {}, /regulars-pick/],
  ['selectors', 'bad', { matches: {} }, {}, /pick them anew/],
];

for (const [id, state, pageMore, serverMore, cure] of broken) {
  test(`doctor names a broken ${id} with its cure: ${cure.source}`, () => {
    const found = check(id, pageMore, serverMore);
    assert.equal(found.state, state, found.says);
    assert.match(found.cure ?? '', cure);
  });
}

test('doctor says what to do when there is no browser', async () => {
  const machine = { platform: 'linux', env: { PATH: '/nowhere' } } as const;
  await assert.rejects(findBrowser(undefined, machine), /install Chrome, Chromium or Edge/);
  await assert.rejects(findBrowser('/no/chrome', machine), /no browser at \/no\/chrome/);
});

test('doctor looks at the demo shop in a browser, and at a page without the script', {
  timeout: 240_000,
}, async (t) => {
  const demo = await startDemoProcess();
  const bare = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<!doctype html><h1>Shop</h1>'),
  );
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    bare.close();
    await demo.stop();
  });
  const { url } = demo;
  process.env.REGULARS_CONFIG_DIR = '/nowhere';
  const call = ['doctor', url, `${url}/p/teapot`, '--click', '#consent-yes', '--ci', '--json'];
  const seen = await callCli(...call);
  const { checks } = JSON.parse(seen.out) as { readonly checks: readonly Check[] };
  assert.deepEqual(
    checks.map(({ id }) => id),
    [
      ...['script', 'csp', 'endpoint', 'document', 'consent', 'page view'],
      ...['product', 'cart', 'order', 'webhook', 'slots', 'selectors'],
    ],
  );
  for (const { id, state, says, cure } of checks)
    assert.ok(says && (state === 'good') === (cure === undefined), `${id} is ${state} with the cure ${cure}`);
  const states = Object.fromEntries(checks.map(({ id, state }) => [id, state]));
  const { script, csp, endpoint, document, consent, webhook } = states;
  assert.deepEqual(
    { script, csp, endpoint, document, consent, webhook, view: states['page view'] },
    {
      script: 'good',
      csp: 'good',
      endpoint: 'good',
      document: 'good',
      consent: 'good',
      webhook: 'unseen',
      view: 'good',
    },
    seen.out,
  );
  assert.match(seen.err, /Looking at .* \(1 of 2\)/);
  const nothing = await callCli(
    'doctor',
    `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`,
    '--ci',
  );
  assert.equal(nothing.code, 1);
  assert.match(nothing.out, /✗ script +No script of Regulars/);
});
