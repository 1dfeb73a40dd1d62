import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionResults } from '@regulars/schema';
import {
  createBatch,
  createEvent,
  createOrder,
  createServerFixture,
  describeOnDatabases,
  type OpenTestDatabase,
  PROGRAM,
  SECRETS,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { signCustomerToken, verifyCustomerToken } from '../client/customer-token.ts';
import { createClient, RegularsClientError, type ServerClient } from '../client/index.ts';
import { verifyEntitlement } from '../client/verify-entitlement.ts';
import { verifyWebhook } from '../client/verify-webhook.ts';
import { signWebhook } from '../orders/verify-webhook.ts';

const KEYS = (['viewer', 'editor', 'publisher', 'admin'] as const).map((role) => ({
  name: role,
  role,
  key: `${role}-key-0123456789-0123456789-0123`,
}));
const DAY_MS = 86_400_000;

interface Shop {
  readonly server: ServerFixture;
  as(role: string, secret?: string): ServerClient;
}

async function openShop(
  t: Parameters<typeof createServerFixture>[0],
  open: OpenTestDatabase,
  more = {},
): Promise<Shop> {
  const server = await createServerFixture(t, open, { apiKeys: KEYS, ...more });
  return {
    server,
    as: (role, webhookSecret = SECRETS.webhook) =>
      createClient({
        url: 'https://api.example/regulars/',
        apiKey: KEYS.find((each) => each.role === role)?.key ?? role,
        webhookSecret,
        now: server.now,
        fetch: (request) => server.handler.fetch(request, { address: '203.0.113.9' }),
      }),
  };
}

const reasonOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: unknown) =>
      error instanceof RegularsClientError ? `${error.status} ${error.reason}` : String(error),
  );

const order = (more: object = {}): Parameters<ServerClient['sendOrder']>[0] =>
  createOrder({ customerId: 'ana', ...more }) as unknown as Parameters<ServerClient['sendOrder']>[0];
const wish = (points: number, id = 'wish-0001'): { id: string; points: number; reason: string } => ({
  id,
  points,
  reason: 'parcel was late',
});

describeOnDatabases('admin', (open) => {
  test('takes orders from the typed client, also again with the same delivery', async (t) => {
    const { as } = await openShop(t, open);
    const client = as('admin');
    const delivery = 'delivery-0001';
    const first = await client.sendOrder(order(), { delivery });
    assert.deepEqual([first.joined, first.points], [true, 40]);
    assert.deepEqual(await client.sendOrder(order(), { delivery }), first);
    const person = await client.readPerson('customer:ana');
    assert.deepEqual([person.points, person.orders, person.customerId], [40, 1, 'ana']);
    assert.deepEqual(await client.readPerson(person.personId), person);
    assert.equal(await reasonOf(as('admin', 'wrong').sendOrder(order())), '401 token-invalid');
    assert.equal(await reasonOf(client.readPerson('customer:nobody')), '404 not-found');
    assert.equal(await reasonOf(client.readPerson("x' or '1'='1")), '404 not-found');
  });

  test('lets each key do what its role may, and writes down who did', async (t) => {
    const { as, server } = await openShop(t, open);
    await as('admin').sendOrder(order());
    const may = async (role: string): Promise<string[]> => [
      await reasonOf(as(role).readPerson('customer:ana')),
      await reasonOf(as(role).giveGoodwill('customer:ana', wish(5, `goodwill-${role}`))),
      await reasonOf(as(role).adjustPoints('customer:ana', wish(5, `adjust-${role}`))),
      await reasonOf(as(role).exportPerson('customer:ana')),
    ];
    const no = '403 not-eligible';
    assert.deepEqual(await may('viewer'), ['done', no, no, no]);
    assert.deepEqual(await may('editor'), ['done', 'done', no, no]);
    assert.deepEqual(await may('publisher'), ['done', 'done', 'done', no]);
    assert.deepEqual(await may('admin'), ['done', 'done', 'done', 'done']);
    assert.deepEqual(await may('a-key-that-nobody-has'), Array(4).fill('401 token-invalid'));
    const rows = await server.db.query<{ line: string }>(
      `select account_name || ': ' || action as line from audit order by id`,
    );
    assert.deepEqual(
      rows.map(({ line }) => line),
      [
        'key editor: goodwill-given',
        'key publisher: goodwill-given',
        'key publisher: points-adjusted',
        'key admin: goodwill-given',
        'key admin: points-adjusted',
        'key admin: person-exported',
      ],
    );
  });

  test('changes points once per wish, never below zero, and keeps the ledger balanced', async (t) => {
    const { as, server } = await openShop(t, open);
    const client = as('publisher');
    await as('admin').sendOrder(order());
    const both = await Promise.all(
      Array.from({ length: 10 }, () => client.adjustPoints('customer:ana', wish(60))),
    );
    assert.deepEqual(
      both.map(({ changed }) => changed).sort((a, b) => a - b),
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
    );
    assert.deepEqual(await client.adjustPoints('customer:ana', wish(-70, 'wish-0002')), {
      points: 30,
      changed: -70,
    });
    assert.equal(
      await reasonOf(client.adjustPoints('customer:ana', wish(-31, 'wish-0003'))),
      '409 not-enough-points',
    );
    assert.equal(
      await reasonOf(client.adjustPoints('customer:ana', wish(0, 'wish-0004'))),
      '400 bad-request',
    );
    assert.equal(
      await reasonOf(client.adjustPoints('customer:ana', { ...wish(1), reason: '' })),
      '400 bad-request',
    );
    const [sums] = await server.db.query('select sum(points)::int as sum from posting');
    assert.deepEqual(sums, { sum: 0 });
  });

  test('gives goodwill up to the limits at once and in a day', async (t) => {
    const goodwill = { max: 50, perDay: 80 };
    const { as, server } = await openShop(t, open, { program: { ...PROGRAM, goodwill } });
    const client = as('editor');
    await as('admin').sendOrder(order());
    const give = (points: number, id: string): Promise<string> =>
      reasonOf(client.giveGoodwill('customer:ana', wish(points, id)));
    assert.equal(await give(51, 'goodwill-1'), '409 limit-reached');
    assert.equal(await give(50, 'goodwill-2'), 'done');
    assert.equal(await give(50, 'goodwill-2'), 'done');
    assert.equal(await give(50, 'goodwill-3'), '409 limit-reached');
    assert.equal(await give(30, 'goodwill-4'), 'done');
    server.advance(DAY_MS);
    assert.equal(await give(50, 'goodwill-5'), 'done');
    assert.equal((await client.readPerson('customer:ana')).points, 170);
  });

  test('revokes what was given by a linked entry, once, and prizes that wait', async (t) => {
    const { as, server } = await openShop(t, open);
    const client = as('publisher');
    await as('admin').sendOrder(order());
    await client.adjustPoints('customer:ana', wish(60));
    const [given] = await server.db.query<{ id: string }>(`select id from movement where source = 'adjust'`);
    const [earned] = await server.db.query<{ id: string }>(`select id from movement where source = 'order'`);
    assert.deepEqual(await client.revokeMovement(given?.id ?? '', 'by mistake'), { taken: 60 });
    assert.deepEqual(await client.revokeMovement(given?.id ?? '', 'by mistake'), { taken: 0 });
    assert.equal(await reasonOf(client.revokeMovement(earned?.id ?? '', 'no')), '400 bad-request');
    assert.equal(await reasonOf(client.revokeMovement(earned?.id ?? '', 'by mistake')), '403 not-eligible');
    const linked = await server.db.query(`select 1 from movement where reverses = $1`, [given?.id ?? '']);
    assert.ok(linked.length > 0);
    const drawn = await server.act('device', {
      type: 'draw',
      campaignId: 'open-wheel',
      playKey: 'play-key-1',
    });
    assert.ok(drawn.ok);
    const { playId, claimToken } = drawn.result as ActionResults['draw'];
    await client.revokePrize(playId, 'fraud found');
    server.advance(1000);
    const claim = await server.act('device', { type: 'claim', claimToken });
    assert.equal(claim.ok, false);
    assert.deepEqual(server.minted, []);
  });

  test('records an entry by post, which plays the same draw with the same limits, once', async (t) => {
    const pool = PROGRAM.pools.always;
    assert.ok(pool);
    const always = {
      ...pool,
      needs: 'order',
      freeEntry: { url: '/by-post' },
      perPerson: { max: 1, days: 30 },
    };
    const { as, server } = await openShop(t, open, {
      program: { ...PROGRAM, pools: { ...PROGRAM.pools, always } },
    });
    const entry = (id: string, campaignId = 'open-wheel') => ({
      id,
      campaignId,
      reason: 'letter of 1 March',
    });
    const client = as('editor');
    assert.equal(
      await reasonOf(as('viewer').recordEntry('customer:ana', entry('letter-0'))),
      '403 not-eligible',
    );
    const refused = [
      await reasonOf(client.recordEntry('customer:ana', entry('letter-01', 'nobody'))),
      await reasonOf(client.recordEntry('visitor:nobody', entry('letter-01'))),
      await reasonOf(client.recordEntry('customer:ana', entry('letter-01', 'wheel'))),
      await reasonOf(client.recordEntry('customer:ana', entry('short'))),
    ];
    assert.deepEqual(refused, ['404 not-found', '404 not-found', '403 not-eligible', '400 bad-request']);
    // A refused entry leaves nothing: no person, no right to play, no line in the log.
    assert.equal(await reasonOf(client.readPerson('customer:ana')), '404 not-found');
    assert.deepEqual(await server.db.query('select action from audit'), []);

    const won = await client.recordEntry('customer:ana', entry('letter-01'));
    assert.deepEqual([won.win, won.label], [true, '10 % off']);
    assert.deepEqual(await client.recordEntry('customer:ana', entry('letter-01')), won);
    assert.equal(
      await reasonOf(client.recordEntry('customer:ana', entry('letter-02'))),
      '409 already-played',
    );
    const plays = await server.db.query('select anonymous_id, campaign_id from play');
    assert.deepEqual(plays, [{ anonymous_id: null, campaign_id: 'open-wheel' }]);
    const log = await server.db.query('select account_name, action, detail from audit');
    assert.deepEqual(log, [
      {
        account_name: 'key editor',
        action: 'free-entry-recorded',
        detail: {
          ...entry('letter-01'),
          pool: 'always',
          playId: won.playId,
        },
      },
    ]);
    // The prize waits for the customer in the shop; a visitor without order or letter may not play.
    const prizes = await server.act(
      'device',
      { type: 'read', what: 'prizes' },
      { customerToken: 'customer:ana' },
    );
    assert.ok(prizes.ok);
    const [prize] = (prizes.result as ActionResults['read']).prizes ?? [];
    assert.equal(prize?.playId, won.playId);
    const claimed = await server.act(
      'device',
      { type: 'claim', claimToken: prize?.claimToken },
      { customerToken: 'customer:ana' },
    );
    assert.ok(claimed.ok, JSON.stringify(claimed));
    const other = await server.act('stranger', {
      type: 'draw',
      campaignId: 'open-wheel',
      playKey: 'stranger-01',
    });
    assert.equal(other.ok ? 'ok' : other.reason, 'not-eligible');
  });

  test('exports everything of a person, and erases it from every table of the database', async (t) => {
    const program = {
      ...PROGRAM,
      referral: { referrer: { type: 'points', points: 10 }, friend: { type: 'points', points: 10 } },
      leaderboards: [{ id: 'all', name: { en: 'Best' }, metric: 'spend', window: 'all' }],
      streaks: [{ id: 'daily', name: { en: 'Daily' }, on: 'product_viewed', milestones: [] }],
      badges: [{ id: 'buyer', name: { en: 'Buyer' }, when: { orders: 1 } }],
    };
    const { as, server } = await openShop(t, open, {
      program,
      webhooks: [{ id: 'crm', url: 'https://crm.example/', secret: 'x'.repeat(32) }],
      send: async () => new Response(null, { status: 500 }),
    });
    const client = as('admin');
    const ana = { customerToken: 'customer:ana' };
    const who = 'device-of-ana';
    const consent = createEvent({ name: 'consent_changed', props: { granted: ['analytics'] } });
    await server.post('/v1/batch', createBatch([createEvent(), consent, 1], { anonymousId: who }));
    await server.act(who, { type: 'draw', campaignId: 'open-wheel', playKey: 'play-key-of-ana' });
    const friend = { customerToken: 'customer:boris' };
    const referral = await server.act('device-of-boris', { type: 'read', what: 'referral' }, friend);
    assert.ok(referral.ok);
    const borisCode = (referral.result as ActionResults['read']).referral?.code ?? '';
    for (const [what, value] of [
      ['nickname', 'Ana the Great'],
      ['birthday', '07-19'],
      ['zone', 'Pacific/Apia'],
      ['referrer', borisCode],
    ]) {
      assert.ok((await server.act(who, { type: 'save', what, value }, ana)).ok, what);
    }
    const own = await server.act(who, { type: 'read', what: 'referral' }, ana);
    assert.ok(own.ok);
    const anaCode = (own.result as ActionResults['read']).referral?.code ?? '';
    server.advance(1000);
    await client.sendOrder(order({ payment: 'card-ana', placedAt: server.now(), coupon: 'COUPON-OF-ANA' }));
    await client.adjustPoints('customer:ana', wish(5));
    const prizes = await server.act(who, { type: 'read', what: 'prizes' }, ana);
    assert.ok(prizes.ok);
    const claimToken = (prizes.result as ActionResults['read']).prizes?.find(
      (prize) => prize.claimToken,
    )?.claimToken;
    const claimed = await server.act(who, { type: 'claim', claimToken }, ana);
    assert.ok(claimed.ok, JSON.stringify(claimed));
    const { code } = claimed.result as ActionResults['claim'];
    const { personId } = await client.readPerson('customer:ana');

    const exported = JSON.stringify(await client.exportPerson('customer:ana'));
    const names = [
      'ana',
      who,
      'play-key-of-ana',
      'Ana the Great',
      '07-19',
      'Pacific/Apia',
      anaCode,
      String(code),
    ];
    for (const name of [...names, personId, 'COUPON-OF-ANA'])
      assert.ok(exported.includes(name), `export lacks ${name}`);
    assert.ok(
      !exported.includes('device-of-boris') && !exported.includes(borisCode),
      'export tells of a friend',
    );

    const before = await server.db.query(
      'select sum(abs(points))::int as turnover, count(*)::int as lines from posting',
    );
    await client.erasePerson('customer:ana');
    const tables = await server.db.query<{ name: string }>(
      'select table_name as name from information_schema.tables where table_schema = current_schema()',
    );
    assert.ok(tables.length > 25);
    const words = [
      `"ana"`,
      who,
      personId,
      'play-key-of-ana',
      'Ana the Great',
      'ana the great',
      '07-19',
      'Pacific/Apia',
    ];
    for (const { name } of tables) {
      const dump = JSON.stringify(await server.db.query(`select * from ${name}`));
      for (const word of [...words, anaCode, String(code), 'COUPON-OF-ANA', 'card-ana']) {
        assert.ok(!dump.includes(word), `${name} still holds ${word}`);
      }
    }
    const after = await server.db.query(
      'select sum(abs(points))::int as turnover, count(*)::int as lines from posting',
    );
    assert.deepEqual(after, before);
    assert.equal(await reasonOf(client.readPerson('customer:ana')), '404 not-found');
    assert.equal((await client.readPerson('customer:boris')).points, 10);
    await assert.rejects(server.db.query('update posting set points = points * 2'), /append-only/);
    await assert.rejects(server.db.query(`update movement set person_id = person_id`), /append-only/);
    // Whoever comes back is somebody new.
    assert.equal((await client.sendOrder(order({ orderId: 'order-2' }))).joined, true);
    assert.equal((await client.readPerson('customer:ana')).orders, 1);
  });
});

test('checks what Regulars sends and what it gave the page, and nothing else', async () => {
  const now = (): number => 1_772_366_400_000;
  const secret = 'endpoint-secret-0123456789-0123456';
  const rawBody = JSON.stringify({
    v: 1,
    id: 'message-0001',
    type: 'points_earned',
    t: 1,
    person: null,
    content: {},
  });
  const timestamp = String(now() / 1000);
  const headers = (more: object = {}): Headers =>
    new Headers({
      'x-regulars-timestamp': timestamp,
      'x-regulars-delivery': 'message-0001',
      'x-regulars-signature': signWebhook(secret, timestamp, rawBody),
      ...more,
    });
  const check = (with_: Headers, body = rawBody, late = 0): string | undefined =>
    verifyWebhook({ rawBody: body, header: (name) => with_.get(name), secret, now: () => now() + late })
      ?.type;
  assert.equal(check(headers()), 'points_earned');
  assert.equal(check(headers(), rawBody.replace('"t":1', '"t":2')), undefined);
  assert.equal(check(headers({ 'x-regulars-delivery': 'message-0002' })), undefined);
  assert.equal(check(headers({ 'x-regulars-signature': 'v1=00' })), undefined);
  assert.equal(check(headers(), rawBody, 6 * 60_000), undefined);
  assert.equal(check(new Headers()), undefined);

  const token = await signCustomerToken({ customerId: 'ana', birthDate: '1990-01-01' }, { secret, now });
  const known = await verifyCustomerToken(token, { secret, now });
  assert.deepEqual(known, { customerId: 'ana', birthDate: '1990-01-01', expiresAt: now() + 600_000 });
  assert.equal(await verifyCustomerToken(token, { secret: 'another', now }), null);
  assert.equal(await verifyCustomerToken(token, { secret, now: () => now() + 600_000 }), null);
  assert.equal(await verifyEntitlement(token, { secret, id: 'launch', now }), null);
});
