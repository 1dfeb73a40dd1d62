import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  START,
} from '../../../../test/support/server-fixture.ts';

const DAY_MS = 86_400_000;

describeOnDatabases('batches', (open) => {
  test('stores events and drops repeats by event id', async (t) => {
    const server = await createServerFixture(t, open);
    const [first, second] = [createEvent(), createEvent({ seq: 2 })];
    const answer = await (await server.post('/v1/batch', createBatch([first]))).json();
    assert.deepEqual([answer.type, answer.now], ['accepted', START]);
    await server.post('/v1/batch', createBatch([first, second]));
    const rows = await server.db.query('select accepted, repeats from batch order by repeats');
    assert.deepEqual(rows, [
      { accepted: 1, repeats: 0 },
      { accepted: 1, repeats: 1 },
    ]);
    assert.equal((await server.db.query('select id from event')).length, 2);
    assert.equal((await server.db.query('select anonymous_id from visitor')).length, 1);
  });

  test('rejects a bad event alone and says which', async (t) => {
    const server = await createServerFixture(t, open);
    const bad = createEvent({ props: { product: {} } });
    const unknown = createEvent({ name: 'price_haggled' });
    const answer = await server.post('/v1/batch', createBatch([createEvent(), bad, unknown, 7, null]));
    assert.equal(answer.status, 200);
    const { visitorToken, ...told } = await answer.json();
    assert.deepEqual(told, {
      type: 'partly',
      rejected: [
        { id: bad.id, reason: 'invalid:props.product.id' },
        { id: unknown.id, reason: 'invalid:name' },
        { id: '', reason: 'invalid' },
        { id: '', reason: 'invalid' },
      ],
      now: START,
    });
    assert.equal((await server.db.query('select id from event')).length, 1);
  });

  test('drops unknown keys and keys that reach prototypes', async (t) => {
    const server = await createServerFixture(t, open);
    const body = JSON.stringify(
      createBatch([
        createEvent({
          name: 'custom_recorded',
          props: { label: 'x', secret: 1, values: { constructor: 1, fine: 2, evil: 3 } },
        }),
      ]),
    ).replace('"evil"', '"__proto__"');
    assert.equal((await server.post('/v1/batch', body)).status, 200);
    const rows = await server.db.query<{ props: object }>('select props from event');
    assert.deepEqual(rows[0]?.props, { label: 'x', values: { fine: 2 } });
    assert.equal(Object.hasOwn(Object.prototype, 'evil'), false);
  });

  test('stores what PostgreSQL has no text for: NUL and halves of surrogate pairs', async (t) => {
    const server = await createServerFixture(t, open);
    const event = createEvent({ props: { product: { id: 'a\0b', title: 'x\ud800y' } } });
    const answer = await server.post('/v1/batch', createBatch([event], { anonymousId: 'v\0-1' }));
    assert.equal((await answer.json()).type, 'accepted');
    const rows = await server.db.query('select anonymous_id, props from event');
    assert.deepEqual(rows[0], { anonymous_id: 'v-1', props: { product: { id: 'ab', title: 'x\ufffdy' } } });
  });

  test('keeps SQL in strings as strings', async (t) => {
    const server = await createServerFixture(t, open);
    const evil = "'); drop table event; --";
    await server.post(
      '/v1/batch',
      createBatch([createEvent({ sid: evil })], { anonymousId: evil, batchId: evil }),
    );
    const rows = await server.db.query('select anonymous_id, sid from event');
    assert.deepEqual(rows[0], { anonymous_id: evil, sid: evil });
  });

  test('corrects the clock of a device that is off, keeps times out of the future, refuses ancient ones', async (t) => {
    const server = await createServerFixture(t, open);
    const year = 365 * DAY_MS;
    await server.post(
      '/v1/batch',
      createBatch([createEvent({ t: START + year - 5000 })], { sentAt: START + year }),
    );
    await server.post('/v1/batch', createBatch([createEvent({ t: START + 30 * DAY_MS })]));
    const ancient = createEvent({ t: START - year });
    const answer = await server.post('/v1/batch', createBatch([ancient]));
    assert.deepEqual((await answer.json()).rejected, [{ id: ancient.id, reason: 'too-old' }]);
    const rows = await server.db.query<{ t: number }>('select t from event order by t');
    assert.deepEqual(
      rows.map((row) => row.t),
      [START - 5000, START],
    );
    await server.post('/v1/batch', createBatch([createEvent()], { sentAt: 1e300 }));
    assert.equal(
      (await server.post('/v1/batch', createBatch([createEvent()], { sentAt: 1e300 }))).status,
      200,
    );
  });

  test('unpacks gzip, and stops a bomb at its unpacked size', async (t) => {
    const server = await createServerFixture(t, open);
    const gzip = { 'content-encoding': 'gzip' };
    const packed = gzipSync(JSON.stringify(createBatch([createEvent()])));
    assert.equal((await server.post('/v1/batch', packed, gzip)).status, 200);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    assert.ok(bomb.length < 100_000);
    const before = process.memoryUsage().arrayBuffers;
    assert.equal((await server.post('/v1/batch', bomb, gzip)).status, 413);
    assert.ok(process.memoryUsage().arrayBuffers - before < 16 * 1024 * 1024);
    assert.equal((await server.post('/v1/batch', Buffer.from('no gzip'), gzip)).status, 400);
    assert.equal((await server.post('/v1/batch', 'x', { 'content-encoding': 'br' })).status, 415);
    assert.equal((await server.post('/v1/batch', ' '.repeat(600_000))).status, 413);
  });

  test('refuses with distinct reasons', async (t) => {
    const server = await createServerFixture(t, open);
    const reasonOf = async (body: unknown, headers = {}): Promise<unknown> => {
      const answer = await server.post('/v1/batch', body, headers);
      return [answer.status, (await answer.json()).reason];
    };
    assert.deepEqual(await reasonOf('no json'), [400, 'bad-request']);
    assert.deepEqual(await reasonOf({}), [400, 'bad-request']);
    assert.deepEqual(await reasonOf(createBatch([], { key: 'other' })), [401, 'key-unknown']);
    assert.deepEqual(await reasonOf(createBatch([]), { origin: 'https://evil.example' }), [
      403,
      'origin-not-allowed',
    ]);
    assert.deepEqual(await reasonOf(createBatch([]), { origin: 'null' }), [403, 'origin-not-allowed']);
    assert.equal((await server.db.query('select id from batch')).length, 0);
  });

  test('tells pages of other origins how long to wait when they ask too often', async (t) => {
    const limits = { batch: { burst: 2, perSecond: 0.5 } };
    const server = await createServerFixture(t, open, { limits });
    const send = (): Promise<Response> => server.post('/v1/batch', createBatch([]));
    assert.deepEqual([(await send()).status, (await send()).status], [200, 200]);
    const answer = await send();
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://shop.example');
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /Retry-After, Date, ETag/);
    assert.equal((await answer.json()).retryAfterMs, 2000);
    server.advance(2000);
    assert.equal((await send()).status, 200);
  });

  test('counts refused requests too', async (t) => {
    const server = await createServerFixture(t, open, { limits: { batch: { burst: 2, perSecond: 1 } } });
    assert.equal((await server.post('/v1/batch', 'no json')).status, 400);
    assert.equal((await server.post('/v1/batch', createBatch([], { key: 'other' }))).status, 401);
    assert.equal((await server.post('/v1/batch', createBatch([], { key: 'another' }))).status, 429);
  });

  test('stores a batch whose bad events hold what the database cannot', async (t) => {
    const server = await createServerFixture(t, open);
    const bad = [
      { id: 'a\0b' },
      { id: '\ud800' },
      createEvent({ name: 'page_viewed', props: { utm: { 'x\0\ud800': 7 } } }),
    ];
    const answer = await server.post('/v1/batch', createBatch([createEvent(), ...bad]));
    assert.equal(answer.status, 200);
    assert.equal((await answer.json()).rejected.length, 3);
    assert.equal((await server.db.query('select id from event')).length, 1);
  });

  test('answers NUL in addresses and actions like anything else that is not there', async (t) => {
    const server = await createServerFixture(t, open);
    assert.equal((await server.get('/v1/pools/a%00b.json')).status, 404);
    const play = { type: 'draw', campaignId: 'no\0wheel', playKey: 'play-key\0-1' };
    assert.deepEqual(await server.act('v\0-1', play), { ok: false, reason: 'not-found', now: server.now() });
  });

  test('writes one log line per request, without ids of visitors', async (t) => {
    const server = await createServerFixture(t, open);
    await server.post('/v1/batch', createBatch([createEvent()], { anonymousId: `v-${randomUUID()}` }));
    assert.equal(server.log.length, 1);
    assert.equal(server.log[0]?.route, '/regulars/v1/batch');
    assert.equal(server.log[0]?.accepted, 1);
    assert.doesNotMatch(JSON.stringify(server.log), /v-/);
  });
});
