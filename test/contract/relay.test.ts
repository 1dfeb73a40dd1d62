import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { cloudEventsAdapter } from '@regulars/adapters/cloud-events';
import { sampleBatch } from '@regulars/adapters/contract';
import { createRelay, type RelaySecrets } from '../examples/relay/relay.ts';

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

/** The adapter in a page, the relay behind it, and four backends that remember what they were told. */
async function relayed(failing?: string) {
  const told: Record<string, { url: URL; body: string; headers: Headers }> = {};
  const relay = createRelay(secrets, async (url, init) => {
    const at = new URL(String(url));
    told[at.hostname] = { url: at, body: String(init?.body), headers: new Headers(init?.headers) };
    return new Response(null, { status: at.hostname === failing ? 500 : 200 });
  });
  globalThis.fetch = (url, init) => relay(new Request(String(url), init));
  const port = cloudEventsAdapter({ url: 'https://shop.example/relay', source: 'https://shop.example' });
  const batch = sampleBatch(3);
  const outcome = await port.send(batch, { signal: new AbortController().signal });
  return { told, outcome, ids: batch.events.map(({ id }) => id) };
}

test('the relay gives each backend the batch in its own shape, with its secret', async () => {
  const { told, outcome, ids } = await relayed();
  assert.deepEqual(outcome, { type: 'accepted' });
  const google = told['www.google-analytics.com'];
  assert.equal(google?.url.searchParams.get('api_secret'), 'secret');
  const { client_id: client, events } = JSON.parse(google?.body ?? '');
  assert.equal(client, 'visitor-1');
  assert.deepEqual(
    events.map(({ name }: { name: string }) => name),
    Array(3).fill('search_performed'),
  );
  const { records } = JSON.parse(told['kafka.example']?.body ?? '');
  assert.deepEqual(
    records.map(({ key }: { key: string }) => key),
    ids,
  );
  const rows = (told['clickhouse.example']?.body ?? '').split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(
    rows.map(({ id }) => id),
    ids,
  );
  const { inputs } = JSON.parse(told['api.hubapi.com']?.body ?? '');
  assert.deepEqual(
    inputs.map(({ uuid }: { uuid: string }) => uuid),
    ids,
  );
  assert.equal(told['api.hubapi.com']?.headers.get('authorization'), 'Bearer pat');
});

test('the relay says yes only when all backends took the batch: the device keeps it otherwise', async () => {
  const { outcome } = await relayed('clickhouse.example');
  assert.deepEqual(outcome, { type: 'retry', afterMs: 30_000 });
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
