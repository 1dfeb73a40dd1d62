import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type OpenTestDatabase,
  SECRETS,
  type ServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';
import { createContext, type ServerContext } from '../context.ts';
import { checkWebhook } from '../orders/verify-webhook.ts';
import { sweep } from '../retention.ts';
import { deliverDue } from './deliver.ts';
import { emit } from './emit.ts';
import type { Message, WebhookBody } from './message.ts';
import { replay } from './replay.ts';
import { retryWaitMs } from './retry-rule.ts';

const DAY_MS = 86_400_000;
const ENDPOINT = {
  id: 'crm',
  url: 'https://shop.example/hook',
  secret: 'endpoint-secret-0123456789-0123456',
};

interface Outgoing {
  readonly server: ServerFixture;
  readonly context: ServerContext;
  readonly requests: { readonly body: string; readonly headers: Headers }[];
  /** Status of the next answers; `throw` breaks the line. */
  answer: number | 'throw';
}

async function openOutgoing(
  t: Parameters<typeof createServerFixture>[0],
  open: OpenTestDatabase,
): Promise<Outgoing> {
  const server = await createServerFixture(t, open);
  const outgoing: Outgoing = {
    server,
    requests: [],
    answer: 200,
    context: createContext({
      db: server.db,
      basePath: '/regulars',
      keys: [],
      secrets: SECRETS,
      shopHook: { mintCoupon: () => assert.fail(), verifyCustomerToken: async () => null },
      campaigns: { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] },
      program: { formatVersion: 1, revision: 1, zone: 'UTC', currency: 'EUR', earn: [], pools: {} },
      now: server.now,
      logger: () => undefined,
      webhooks: [ENDPOINT, { ...ENDPOINT, id: 'mail', types: ['tier_changed'] }],
      async send(request) {
        if (outgoing.answer === 'throw')
          throw new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') });
        outgoing.requests.push({ body: await request.text(), headers: request.headers });
        return new Response(null, { status: outgoing.answer });
      },
    }),
  };
  return outgoing;
}

const message = (more: Partial<Message> = {}): Message => ({
  type: 'points_earned',
  key: 'order-1',
  personId: null,
  t: START,
  content: { points: 40 },
  ...more,
});

const write = ({ server, context }: Outgoing, more?: Partial<Message>): Promise<boolean> =>
  server.db.transaction((tx) => emit(tx, context, message(more)));

const states = ({ server }: Outgoing): Promise<readonly unknown[]> =>
  server.db.query('select endpoint, state, tries, status, problem from outbox_delivery order by endpoint');

describeOnDatabases('outbox', (open) => {
  test('sends a signed message once per cause to each endpoint that wants it', async (t) => {
    const outgoing = await openOutgoing(t, open);
    await outgoing.server.act('visitor-1', { type: 'visitor-ref' }, { customerToken: 'customer:anna' });
    const [person] = await outgoing.server.db.query<{ id: string }>(
      `select id from person where customer_id = 'anna'`,
    );
    assert.equal(await write(outgoing, { personId: person?.id ?? '' }), true);
    assert.equal(await write(outgoing), false);
    assert.equal(await deliverDue(outgoing.context), 1);
    assert.equal(await deliverDue(outgoing.context), 0);
    const [sent] = outgoing.requests;
    assert.ok(sent);
    const wrong = checkWebhook(
      {
        timestamp: sent.headers.get('x-regulars-timestamp') ?? '',
        delivery: sent.headers.get('x-regulars-delivery') ?? '',
        signature: sent.headers.get('x-regulars-signature') ?? '',
      },
      { secret: ENDPOINT.secret, rawBody: sent.body, now: outgoing.server.now() },
    );
    assert.equal(wrong, null);
    const body: WebhookBody = JSON.parse(sent.body);
    assert.equal(body.id, sent.headers.get('x-regulars-delivery'));
    assert.deepEqual(
      { ...body, id: 'any' },
      {
        v: 1,
        id: 'any',
        type: 'points_earned',
        t: START,
        person: { personId: person?.id, customerId: 'anna' },
        content: { points: 40 },
      },
    );
    await write(outgoing, { type: 'tier_changed' });
    assert.equal(await deliverDue(outgoing.context), 2);
  });

  test('writes nothing when the cause is rolled back', async (t) => {
    const outgoing = await openOutgoing(t, open);
    const failing = outgoing.server.db.transaction(async (tx) => {
      await emit(tx, outgoing.context, message());
      throw new Error('the cause failed');
    });
    await assert.rejects(failing, /the cause failed/);
    assert.deepEqual(await outgoing.server.db.query('select 1 from outbox'), []);
  });

  test('tries again later and later with the same id until it is taken', async (t) => {
    const outgoing = await openOutgoing(t, open);
    await write(outgoing);
    const ids = new Set<string | null>();
    for (const answer of ['throw', 500, 302, 200] as const) {
      outgoing.answer = answer;
      assert.equal(await deliverDue(outgoing.context), 1);
      assert.equal(await deliverDue(outgoing.context), 0, 'nothing is due at once');
      outgoing.server.advance(60_000);
    }
    for (const { headers } of outgoing.requests) ids.add(headers.get('x-regulars-delivery'));
    assert.equal(ids.size, 1);
    assert.deepEqual(await states(outgoing), [
      { endpoint: 'crm', state: 'delivered', tries: 4, status: 200, problem: null },
    ]);
    assert.deepEqual(
      (await outgoing.server.db.query<{ problem: string }>('select problem from outbox_try order by id')).map(
        ({ problem }) => problem,
      ),
      ['fetch failed: ECONNREFUSED', 'answered 500', 'answered 302', null],
    );
  });

  test('gives up after days, or when the address is gone, and sends again when somebody says so', async (t) => {
    const outgoing = await openOutgoing(t, open);
    await write(outgoing);
    outgoing.answer = 503;
    for (let hour = 0; hour < 5 * 24; hour += 1) {
      await deliverDue(outgoing.context);
      outgoing.server.advance(DAY_MS / 24);
    }
    assert.deepEqual(await states(outgoing), [
      { endpoint: 'crm', state: 'failed', tries: 22, status: 503, problem: 'answered 503' },
    ]);
    outgoing.answer = 200;
    assert.equal(await deliverDue(outgoing.context), 0);
    assert.equal(await outgoing.server.db.transaction((tx) => replay(tx, { failedAt: 'crm' })), 1);
    assert.equal(await deliverDue(outgoing.context), 1);
    await write(outgoing, { key: 'order-2' });
    outgoing.answer = 410;
    await deliverDue(outgoing.context);
    const gone = await outgoing.server.db.query(`select tries from outbox_delivery where state = 'failed'`);
    assert.deepEqual(gone, [{ tries: 1 }]);
  });

  test('sends again what a process that died had begun to send', async (t) => {
    const outgoing = await openOutgoing(t, open);
    await write(outgoing);
    // The state that a kill leaves behind: leased, one try counted, no outcome.
    await outgoing.server.db.query('update outbox_delivery set tries = 1, next_at = $1', [
      outgoing.server.now() + 60_000,
    ]);
    assert.equal(await deliverDue(outgoing.context), 0);
    outgoing.server.advance(60_000);
    assert.equal(await deliverDue(outgoing.context), 1);
  });

  test('gives each message to one of several senders', async (t) => {
    const outgoing = await openOutgoing(t, open);
    for (let at = 0; at < 60; at += 1) await write(outgoing, { key: `order-${at}` });
    const counts = await Promise.all(Array.from({ length: 4 }, () => deliverDue(outgoing.context)));
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      60,
    );
    assert.equal(
      new Set(outgoing.requests.map(({ headers }) => headers.get('x-regulars-delivery'))).size,
      60,
    );
  });

  test('forgets what was delivered after 30 days and keeps what failed for 90', async (t) => {
    const outgoing = await openOutgoing(t, open);
    const { server } = outgoing;
    await write(outgoing, { t: server.now() });
    await deliverDue(outgoing.context);
    outgoing.answer = 410;
    await write(outgoing, { key: 'order-2', t: server.now() });
    await deliverDue(outgoing.context);
    const kept = async (days: number): Promise<number> => {
      server.advance(days * DAY_MS);
      await sweep({ db: server.db, now: server.now, eventDays: 395 });
      return (await server.db.query('select 1 from outbox')).length;
    };
    assert.deepEqual([await kept(29), await kept(2), await kept(60)], [2, 1, 0]);
  });

  test('is sent by the running server soon after it was written', async (t) => {
    let hear = (_: string): void => undefined;
    const heard = new Promise<string>((resolve) => {
      hear = resolve;
    });
    const server = await createServerFixture(t, open, {
      webhooks: [ENDPOINT],
      async send(request) {
        hear(await request.text());
        return new Response();
      },
    });
    const event = createEvent({ name: 'consent_changed', props: { granted: ['analytics'], gpc: true } });
    await server.post('/v1/batch', createBatch([event]));
    const body: WebhookBody = JSON.parse(await heard);
    assert.deepEqual(
      [body.type, body.content],
      ['consent_changed', { granted: ['analytics'], gpc: true, anonymousId: 'visitor-1' }],
    );
  });
});

test('waits longer each time, between half and the whole of a ceiling of six hours', () => {
  assert.deepEqual(
    [1, 2, 3].map((tries) => retryWaitMs(tries, 0)),
    [2500, 5000, 10_000],
  );
  assert.deepEqual(
    [1, 2, 40].map((tries) => retryWaitMs(tries, 1)),
    [5000, 10_000, 6 * 3_600_000],
  );
});
