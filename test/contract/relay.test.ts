import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { cloudEventsAdapter } from '@regulars/adapters/cloud-events';
import { sampleBatch } from '@regulars/adapters/contract';
import type { SignalBatch } from '@regulars/schema';
import { createRelay, type RelayOptions, type RelaySecrets } from '../examples/relay/relay.ts';
import { visitOf } from '../support/vendor-visit.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const secrets: RelaySecrets = {
  ga4: { measurementId: 'G-1', apiSecret: 'secret' },
  kafka: { url: 'https://kafka.example', topic: 'journey', authorization: 'Basic abc' },
  clickhouse: { url: 'https://clickhouse.example', table: 'journey', user: 'insert', key: 'secret' },
  hubspot: { token: 'pat', eventName: (name) => `pe1_${name}` },
};

interface Told {
  readonly url: URL;
  readonly text: string;
  readonly headers: Headers;
}

interface Relayed {
  readonly batch?: SignalBatch;
  readonly cookie?: string;
  /** Status of a backend's answer to a body; none: 200. */
  readonly answer?: (host: string, text: string) => number | undefined;
  readonly onRefused?: RelayOptions['onRefused'];
}

/** The adapter in a page, the relay behind it, and four backends that remember what they were told. */
async function relayed({ batch = sampleBatch(3), cookie = '', answer, onRefused }: Relayed = {}) {
  const told: Told[] = [];
  const send: typeof fetch = async (url, init) => {
    const one = { url: new URL(String(url)), text: String(init?.body), headers: new Headers(init?.headers) };
    told.push(one);
    return new Response(null, { status: answer?.(one.url.hostname, one.text) ?? 200 });
  };
  const relay = createRelay(secrets, { send, ...(onRefused && { onRefused }) });
  globalThis.fetch = (url, init) => {
    const request = new Request(String(url), init);
    request.headers.set('cookie', cookie);
    return relay(request);
  };
  const port = cloudEventsAdapter({ url: 'https://shop.example/relay', source: 'https://shop.example' });
  const outcome = await port.send(batch, { signal: new AbortController().signal });
  const to = (host: string): readonly Told[] => told.filter(({ url }) => url.hostname === host);
  return { to, outcome, ids: batch.events.map(({ id }) => id) };
}

const google = 'www.google-analytics.com';
const hubspot = 'api.hubapi.com';

interface MpEvent {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const eventsOf = (bodies: readonly Told[]): readonly MpEvent[] =>
  bodies.flatMap(({ text }) => JSON.parse(text).events as MpEvent[]);

test('the relay gives each backend the batch in its own shape, with its secret', async () => {
  const { to, outcome, ids } = await relayed({ cookie: 'a=b; hubspotutk=token-1' });
  assert.deepEqual(outcome, { type: 'accepted' });
  const [mp] = to(google);
  assert.equal(mp?.url.searchParams.get('api_secret'), 'secret');
  assert.equal(JSON.parse(mp?.text ?? '').client_id, 'visitor-1');
  assert.deepEqual(
    eventsOf(to(google)).map(({ name }) => name),
    Array(3).fill('search'),
  );
  const { records } = JSON.parse(to('kafka.example')[0]?.text ?? '');
  assert.deepEqual(
    records.map(({ key }: { key: string }) => key),
    ids,
  );
  const rows = (to('clickhouse.example')[0]?.text ?? '').split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ id }) => id),
    ids,
  );
  const { inputs } = JSON.parse(to(hubspot)[0]?.text ?? '');
  assert.deepEqual(
    inputs.map(({ uuid, utk }: { uuid: string; utk: string }) => [uuid, utk]),
    ids.map((id) => [id, 'token-1']),
  );
  assert.equal(to(hubspot)[0]?.headers.get('authorization'), 'Bearer pat');
});

test('the relay says yes only when all backends took the batch: the device keeps it otherwise', async () => {
  const { outcome } = await relayed({ answer: (host) => (host === 'clickhouse.example' ? 500 : 200) });
  assert.deepEqual(outcome, { type: 'retry', afterMs: 30_000 });
});

test('a batch of 50 reaches Google whole, 25 at a time', async () => {
  const batch = visitOf(
    ...Array.from({ length: 50 }, (_, at) => ['search_performed', { term: `hat ${at}` }] as const),
  );
  const { to, outcome } = await relayed({ batch });
  assert.deepEqual(outcome, { type: 'accepted' });
  assert.deepEqual(
    to(google).map((body) => eventsOf([body]).length),
    [25, 25],
  );
  assert.deepEqual(
    eventsOf(to(google)).map(({ params }) => params.search_term),
    batch.events.map((_, at) => `hat ${at}`),
  );
});

const limits = JSON.parse(readFileSync(new URL('vendors/ga4-facts.json', import.meta.url), 'utf8')).protocol;

test("Google's limits hold for every event: flat parameters, products in `items` alone", async () => {
  const price = { value: 2050, currency: 'EUR' };
  const hat = { id: 'hat', title: 'Hat', price, category: 'hats', quantity: 2 };
  const values = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `${at} a long name of a value with more than forty letters`,
      true,
    ]),
  );
  const { to } = await relayed({
    batch: visitOf(
      ['order_placed', { orderId: 'o1', total: price, products: [hat] }],
      ['product_seen', { product: hat, listId: 'x'.repeat(500), position: 2 }],
      ['custom_recorded', { label: '1st size guide', values }],
      ['experience_decided', { campaignId: 'a', outcome: 'lost', reason: 'x', failed: [{ path: 'a' }] }],
    ),
  });
  const events = eventsOf(to(google));
  assert.deepEqual(
    events.map(({ name }) => name),
    ['purchase', 'product_seen', 'st_size_guide', 'experience_decided'],
  );
  const item = { item_id: 'hat', item_name: 'Hat', price: 20.5, item_category: 'hats', quantity: 2 };
  for (const at of [0, 1]) assert.deepEqual(events[at]?.params.items, [item]);
  for (const { name, params } of events) {
    assert.match(name, new RegExp(limits.name));
    assert.ok(Object.keys(params).length <= limits.params);
    assert.match(String(params.session_id), new RegExp(limits.session));
    for (const [key, value] of Object.entries(params)) {
      if (key === 'items') continue;
      assert.match(key, new RegExp(limits.name));
      assert.ok(key.length <= limits.nameLetters, key);
      assert.ok(/^(string|number)$/.test(typeof value), `${key} is not flat`);
      assert.ok(
        String(value).length <= (key === 'page_location' ? limits.locationLetters : limits.valueLetters),
      );
    }
  }
});

test('HubSpot is told of people it knows only, in flat texts', async () => {
  const { to, outcome } = await relayed();
  assert.deepEqual([to(hubspot), outcome], [[], { type: 'accepted' }]);
  const known = await relayed({
    cookie: 'hubspotutk=token-1',
    batch: visitOf(['custom_recorded', { label: 'guide', values: { size: 42, isNew: true } }]),
  });
  const { inputs } = JSON.parse(known.to(hubspot)[0]?.text ?? '');
  assert.equal(inputs[0].eventName, 'pe1_guide');
  assert.equal(inputs[0].objectId, undefined);
  assert.deepEqual(inputs[0].properties, { size: '42', isNew: 'true' });
});

test('an event that a backend refuses for good is told to the shop and holds no queue', async () => {
  const refused: string[] = [];
  const batch = visitOf(
    ...['good', 'bad', 'fine', 'well'].map((term) => ['search_performed', { term }] as const),
  );
  const taken: string[] = [];
  const { outcome } = await relayed({
    batch,
    cookie: 'hubspotutk=token-1',
    answer: (host, text) => {
      if (host !== hubspot) return 200;
      if (text.includes('"term":"bad"')) return 400;
      for (const { properties } of JSON.parse(text).inputs) taken.push(properties.term);
      return 204;
    },
    onRefused: (backend, event, status) => refused.push(`${backend} ${event.data.props.term} ${status}`),
  });
  assert.deepEqual(outcome, { type: 'accepted' });
  assert.deepEqual(taken, ['good', 'fine', 'well']);
  assert.deepEqual(refused, ['hubspot bad 400']);
});

test('the README shows the adapter that the contract is run on', () => {
  const shown = readFileSync(new URL('../../packages/adapters/README.md', import.meta.url), 'utf8');
  const code = readFileSync(new URL('../examples/adapter/my-adapter.ts', import.meta.url), 'utf8');
  assert.ok(
    shown.includes(code.trim()),
    'packages/adapters/README.md differs from test/examples/adapter/my-adapter.ts',
  );
  assert.ok(code.split('\n').filter(Boolean).length <= 20, 'an adapter is twenty lines');
});
