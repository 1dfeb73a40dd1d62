import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { CAMPAIGNS, createBatch, createEvent, START } from '../../../../test/support/server-fixture.ts';
import { createMockServer } from './index.ts';

const endpoint = 'https://mock.example/regulars';
const mock = createMockServer({
  http,
  endpoint,
  document: CAMPAIGNS,
  now: () => START,
  actions: { draw: { ok: false, reason: 'out-of-stock', now: START } },
});
const network = setupServer(...mock.handlers);

before(() => network.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => mock.reset());
after(() => network.close());

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${endpoint}${path}`, { method: 'POST', body: JSON.stringify(body) });

test('keeps accepted batches, drops repeats and rejects a bad event alone', async () => {
  const event = createEvent();
  assert.deepEqual(await (await post('/v1/batch', createBatch([event]))).json(), {
    type: 'accepted',
    now: START,
  });
  const answer = await (await post('/v1/batch', createBatch([event, { id: 'bad' }]))).json();
  assert.deepEqual(answer.rejected, [{ id: 'bad', reason: 'invalid' }]);
  assert.deepEqual([mock.batches.length, mock.events.length], [2, 1]);
  assert.equal((await post('/v1/batch', {})).status, 400);
});

test('reads a gzip body', async () => {
  const packed = new Blob([JSON.stringify(createBatch([createEvent()]))])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  const body = await new Response(packed).arrayBuffer();
  await fetch(`${endpoint}/v1/batch`, { method: 'POST', body, headers: { 'content-encoding': 'gzip' } });
  assert.equal(mock.events.length, 1);
});

test('plays a server in trouble until told otherwise', async () => {
  mock.trouble({ type: 'status', status: 429, retryAfterMs: 3000 });
  const answer = await post('/v1/batch', createBatch([]));
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '3']);
  mock.trouble({ type: 'offline' });
  await assert.rejects(post('/v1/batch', createBatch([])), TypeError);
  mock.trouble({ type: 'none' });
  assert.equal((await post('/v1/batch', createBatch([]))).status, 200);
});

test('serves the document by ETag and what is paused', async () => {
  const answer = await fetch(`${endpoint}/v1/document/any.json`);
  assert.deepEqual(await answer.json(), CAMPAIGNS);
  const headers = { 'if-none-match': answer.headers.get('etag') ?? '' };
  assert.equal((await fetch(`${endpoint}/v1/document/any.json`, { headers })).status, 304);
  mock.pause('wheel');
  const control = await (await fetch(`${endpoint}/v1/control/any.json`)).json();
  assert.deepEqual(control, { revision: 3, pausedAll: false, paused: ['wheel'], now: START });
});

test('answers actions by its script, else with a prize', async () => {
  const act = async (action: object): Promise<{ ok: boolean; reason?: string; result?: object }> =>
    (await post('/v1/actions', { v: 1, key: 'k', anonymousId: 'v-1', action })).json();
  assert.equal(
    (await act({ type: 'draw', campaignId: 'wheel', playKey: 'play-key-1' })).reason,
    'out-of-stock',
  );
  assert.deepEqual((await act({ type: 'visitor-ref' })).result, { visitorRef: 'mock-visitor-ref' });
  assert.deepEqual(
    mock.actions.map((each) => each.type),
    ['draw', 'visitor-ref'],
  );
});

test('imports nothing of the server: it must run in a browser', async () => {
  const folder = new URL('.', import.meta.url);
  for (const file of (await readdir(folder)).filter((name) => !name.endsWith('.test.ts'))) {
    const sources = (await readFile(new URL(file, folder), 'utf8')).matchAll(
      /^(?!import type).* from '([^']+)'/gm,
    );
    for (const [, source] of sources) assert.match(source ?? '', /^(\.\/|@regulars\/schema$)/, file);
  }
});
