import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import {
  claimOf,
  drawOf,
  prizesOf,
  programWith,
  reasonOf,
  referenceOf,
  resultOf,
  tell,
  walletOf,
} from '../../../../test/support/reward-steps.ts';
import {
  createOrder,
  createServerFixture,
  describeOnDatabases,
  PROGRAM,
  SECRETS,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { signWebhook } from '../orders/verify-webhook.ts';

/** Rows of everything that has value: an attack must leave them as they are. */
async function valuesOf(server: ServerFixture): Promise<string> {
  const tables = [
    'movement',
    'posting',
    'play',
    'claim',
    'award',
    'shop_order',
    'pool_stock',
    'nickname',
    'referral',
    'webhook_delivery',
  ];
  const rows = await Promise.all(
    tables.map((table) => server.db.query(`select * from ${table} order by 1, 2`)),
  );
  return JSON.stringify(rows);
}

/** Runs an attack: refused with this reason, logged, nothing changed. */
async function mustRefuse(
  server: ServerFixture,
  reason: string,
  attack: () => Promise<string>,
): Promise<void> {
  const before = await valuesOf(server);
  const count = server.log.length;
  assert.equal(await attack(), reason);
  assert.ok(
    server.log.slice(count).some((line) => line.reason === reason),
    `${reason} is in the log`,
  );
  assert.equal(await valuesOf(server), before);
}

const answerOf = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer;
  return ((await response.json()) as { reason?: string }).reason ?? String(response.status);
};

interface Forgery {
  readonly body: string;
  readonly signature?: string;
  readonly at?: number;
  readonly delivery?: string;
}

function send(server: ServerFixture, forgery: Forgery, path = '/v1/orders'): Promise<string> {
  const { body, at = server.now(), delivery = randomUUID() } = forgery;
  const timestamp = String(Math.floor(at / 1000));
  return answerOf(
    server.post(path, body, {
      'x-regulars-timestamp': timestamp,
      'x-regulars-delivery': delivery,
      'x-regulars-signature': forgery.signature ?? signWebhook(SECRETS.webhook, timestamp, body),
    }),
  );
}

describeOnDatabases('attacks', (open) => {
  test('refuse webhooks that are forged, changed, old or from the future, and drop those that were seen', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith() });
    await tell(server, { value: 100 });
    const body = JSON.stringify(createOrder({ orderId: 'order-2', visitorRef: await referenceOf(server) }));
    const timestamp = String(Math.floor(server.now() / 1000));
    const signature = signWebhook(SECRETS.webhook, timestamp, body);
    await mustRefuse(server, 'token-invalid', () =>
      send(server, { body, signature: signWebhook('another secret', timestamp, body) }),
    );
    await mustRefuse(server, 'token-invalid', () =>
      send(server, { body: body.replace('2000', '9999999'), signature }),
    );
    await mustRefuse(server, 'token-invalid', () => send(server, { body, signature: 'v1=' }));
    await mustRefuse(server, 'token-expired', () => send(server, { body, at: server.now() - 301_000 }));
    await mustRefuse(server, 'token-expired', () => send(server, { body, at: server.now() + 301_000 }));
    const visitorRef = await referenceOf(server);
    const payment = JSON.stringify({ orderId: 'order-3', points: 10, visitorRef });
    await mustRefuse(server, 'token-invalid', () => send(server, { body: payment, signature }, '/v1/spend'));
    await mustRefuse(server, 'token-expired', () =>
      send(server, { body: payment, at: server.now() - 301_000 }, '/v1/spend'),
    );
    const delivery = randomUUID();
    assert.equal(await send(server, { body, delivery }), '200');
    const before = await valuesOf(server);
    assert.equal(await send(server, { body, delivery }), '200', 'seen: answered as before, nothing booked');
    assert.equal(await valuesOf(server), before);
  });

  test('refuse tokens that are forged, re-targeted, old, unsigned or of another key, for claims and visitors alike', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith({ pools: PROGRAM.pools }) });
    await tell(server, { value: 100 });
    const { claimToken = '' } = resultOf(await server.act('v-1', drawOf('open-wheel')), 'draw');
    const met = await server.act('v-1', { type: 'visitor-ref' });
    const visitorToken = (met.ok && met.visitorToken) || '';
    const forge = (token: string, claims: object, secret: string, kid?: string): Promise<string> =>
      new SignJWT({ ...decodeJwt(token), ...claims })
        .setProtectedHeader({ alg: 'HS256', ...(kid !== undefined && { kid }) })
        .sign(new TextEncoder().encode(secret));
    const old = { exp: server.now() / 1000 - 1 };
    for (const [token, use] of [
      [claimToken, (forged: string) => server.act('v-1', claimOf(forged))],
      [
        visitorToken,
        (forged: string) => server.act('v-1', drawOf('open-wheel', 'play-again-1'), { visitorToken: forged }),
      ],
    ] as const) {
      const attacks: readonly (readonly [string, string])[] = [
        ['token-invalid', await forge(token, {}, 'another-secret-of-enough-characters!')],
        ['token-invalid', `${token.slice(0, -12)}AAAAAAAAAAAA`],
        ['token-key-unknown', await forge(token, {}, SECRETS.token, 'other-key')],
        ['token-unsigned', new UnsecuredJWT(decodeJwt(token)).encode()],
        ['token-expired', await forge(token, old, SECRETS.token)],
      ];
      for (const [reason, forged] of attacks)
        await mustRefuse(server, reason, async () => reasonOf(await use(forged)));
    }
    const other = await forge(claimToken, { aud: 'campaign:stocked-wheel' }, SECRETS.token);
    const attacks: readonly (readonly [string, string, object, object])[] = [
      ['token-wrong-campaign', 'v-1', claimOf(other), {}],
      ['token-wrong-campaign', 'v-1', claimOf(visitorToken), {}],
      ['claimed-by-another', 'v-2', claimOf(claimToken), {}],
      ['token-invalid', 'v-1', drawOf('open-wheel', 'play-again-1'), { visitorToken: claimToken }],
      ['token-other-visitor', 'v-2', drawOf('open-wheel', 'play-again-1'), { visitorToken }],
    ];
    await server.act('v-2', { type: 'visitor-ref' });
    for (const [reason, who, action, more] of attacks)
      await mustRefuse(server, reason, async () => reasonOf(await server.act(who, action, more)));
    const first = await server.act('v-1', claimOf(claimToken), { visitorToken });
    const before = await valuesOf(server);
    const replayed = await server.act('v-1', claimOf(claimToken), { visitorToken });
    assert.deepEqual(replayed.ok && replayed.result, first.ok && first.result);
    assert.equal(await valuesOf(server), before, 'replayed: the same answer, nothing more');
  });

  test('keep an amount, a prize or a person in the body from counting for anything', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith({ pools: PROGRAM.pools }) });
    const extra = {
      points: 1_000_000,
      amount: 1_000_000,
      prizeIndex: 0,
      personId: 'x',
      code: 'FREE',
      win: true,
    };
    const drawn = resultOf(
      await server.act('v-1', drawOf('stocked-wheel', 'play-key-1', extra), extra),
      'draw',
    );
    const claimed = await server.act('v-1', { ...claimOf(drawn.claimToken), ...extra });
    assert.notEqual(resultOf(claimed, 'claim').code, 'FREE');
    assert.equal((await walletOf(server)).points, 0);
    await mustRefuse(server, 'not-found', async () =>
      reasonOf(
        await server.act('v-1', { type: 'redeem', offerId: 'none', redeemKey: 'redeem-1', points: -500 }),
      ),
    );
    await mustRefuse(server, 'bad-request', async () =>
      reasonOf(await server.act('v-1', { type: 'earn', points: 500 })),
    );
  });

  test('read no other person’s wallet or prizes, and claim nothing of theirs', async (t) => {
    const server = await createServerFixture(t, open);
    await tell(server, { value: 2000 }, 'victim');
    const first = await server.act('victim', drawOf('open-wheel'));
    assert.ok(first.ok && first.visitorToken);
    const { claimToken } = resultOf(first, 'draw');
    // From here on the visitor has shown its token: the id alone opens nothing.
    await walletOf(server, 'victim', { visitorToken: first.visitorToken });
    const thief = await server.act('thief', { type: 'visitor-ref' });
    assert.ok(thief.ok && thief.visitorToken);
    const wallet = { type: 'read', what: 'wallet' };
    const attacks: readonly (readonly [string, () => Promise<string>])[] = [
      ['token-invalid', async () => reasonOf(await server.act('victim', wallet))],
      [
        'token-other-visitor',
        async () => reasonOf(await server.act('victim', wallet, { visitorToken: thief.visitorToken })),
      ],
      ['claimed-by-another', async () => reasonOf(await server.act('thief', claimOf(claimToken)))],
      [
        'token-invalid',
        async () => reasonOf(await server.act('victim', wallet, { customerToken: 'customer:thief' })),
      ],
    ];
    for (const [reason, attack] of attacks) await mustRefuse(server, reason, attack);
    assert.deepEqual(await prizesOf(server, 'thief'), []);
    const played = drawOf('open-wheel', 'the-victims-key');
    await server.act('victim', played, { visitorToken: first.visitorToken });
  });

  test('take SQL and script in any text for text', async (t) => {
    const evil = `'); drop table posting; --<script>alert(1)</script>\u0000`;
    const server = await createServerFixture(t, open);
    const tables = async (): Promise<number> => (await server.db.query('select 1 from movement')).length;
    assert.equal(reasonOf(await server.act(evil, drawOf('open-wheel', evil.slice(0, 60)))), 'ok');
    assert.equal(reasonOf(await server.act('v-1', drawOf(evil.slice(0, 60)))), 'not-found');
    const items = [{ productId: evil, category: evil, quantity: 1, price: { value: 2000, currency: 'EUR' } }];
    await tell(server, { value: 2000, orderId: evil, items, coupon: evil, customerId: evil }, 'v-1');
    assert.equal(await tables(), 1);
    assert.equal(
      await answerOf(server.get(`/v1/pools/${encodeURIComponent(evil.slice(0, 40))}.json`)),
      '200',
    );
    const ana = { customerToken: 'customer:ana' };
    const save = (what: string, value: string) => server.act('v-ana', { type: 'save', what, value }, ana);
    assert.equal(reasonOf(await save('nickname', 'Ana')), 'ok');
    for (const name of [evil.slice(0, 24), '<b>ana</b>', "'; drop table play"])
      await mustRefuse(server, 'nickname-refused', async () => reasonOf(await save('nickname', name)));
    await mustRefuse(server, 'referral-refused', async () =>
      reasonOf(await save('referrer', evil.slice(0, 20))),
    );
    const headers = await server.signIn();
    for (const page of ['orders', 'plays', 'visitors']) {
      const text = await (await server.get(`/operator/${page}`, headers)).text();
      assert.ok(!text.includes('<script>alert'), page);
    }
  });

  test('stop a burst of a thousand requests of one visitor, by address and by person', async (t) => {
    const limits = { action: { burst: 60, perSecond: 5 }, person: { burst: 20, perSecond: 0.5 } };
    const server = await createServerFixture(t, open, { limits });
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, () => server.act('v-1', drawOf('open-wheel'))),
    );
    const count = (reason: string): number => outcomes.filter((each) => reasonOf(each) === reason).length;
    assert.deepEqual([count('ok'), count('already-played')], [1, 19]);
    assert.equal(count('rate-limited'), 980);
    assert.ok(
      outcomes.every((each) => each.ok || each.reason !== 'rate-limited' || (each.retryAfterMs ?? 0) > 0),
    );
    assert.equal((await server.db.query('select 1 from play')).length, 1);
    assert.equal(server.log.filter(({ reason }) => reason === 'rate-limited').length, 980);
  });
});
