import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ActionOutcome, ActionResults } from '@regulars/schema';
import {
  CAMPAIGNS,
  createOrder,
  createServerFixture,
  describeOnDatabases,
  PROGRAM,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { commitmentOf, drawPrize } from './draw-rule.ts';

const draw = (campaignId: string, playKey: string = randomUUID()): object => ({
  type: 'draw',
  campaignId,
  playKey,
});
const claim = (claimToken: string | undefined): object => ({ type: 'claim', claimToken });

function drawnOf(outcome: ActionOutcome): ActionResults['draw'] {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.result as ActionResults['draw'];
}

function reasonOf(outcome: ActionOutcome): string {
  return outcome.ok ? 'ok' : outcome.reason;
}

async function buy(server: ServerFixture, anonymousId: string): Promise<void> {
  const outcome = await server.act(anonymousId, { type: 'visitor-ref' });
  assert.ok(outcome.ok);
  const { visitorRef } = outcome.result as ActionResults['visitor-ref'];
  await server.order(createOrder({ orderId: randomUUID(), visitorRef }));
}

describeOnDatabases('draws', (open) => {
  test('draws only for whoever has a paid order when the audience asks for it', async (t) => {
    const server = await createServerFixture(t, open);
    assert.equal(reasonOf(await server.act('v-1', draw('wheel'))), 'not-eligible');
    await buy(server, 'v-1');
    assert.equal(drawnOf(await server.act('v-1', draw('wheel'))).win, true);
    assert.equal(reasonOf(await server.act('v-2', draw('wheel'))), 'not-eligible');
  });

  test('draws from a pool that needs an order only for whoever has one, whatever the campaign says', async (t) => {
    const pool = PROGRAM.pools.always;
    assert.ok(pool);
    const program = { ...PROGRAM, pools: { always: { ...pool, needs: 'order' as const } } };
    const server = await createServerFixture(t, open, { program });
    assert.equal(reasonOf(await server.act('v-1', draw('open-wheel'))), 'not-eligible');
    await buy(server, 'v-1');
    assert.equal(reasonOf(await server.act('v-1', draw('open-wheel'))), 'ok');
    assert.doesNotMatch(await (await server.get('/v1/document/shop-key.json')).text(), /"needs":"order"/);
  });

  test('gives the same play key the same outcome, and nobody else’s', async (t) => {
    const server = await createServerFixture(t, open);
    const play = draw('open-wheel', 'play-key-1');
    const { claimToken: _, ...first } = drawnOf(await server.act('v-1', play, { locale: 'bg-BG' }));
    assert.equal(first.label, '10 % отстъпка');
    server.advance(40 * 3_600_000);
    const { claimToken, ...again } = drawnOf(await server.act('v-1', play, { locale: 'bg-BG' }));
    assert.deepEqual(again, first);
    assert.ok(claimToken);
    assert.equal(reasonOf(await server.act('v-2', play)), 'claimed-by-another');
    assert.equal(reasonOf(await server.act('v-1', draw('open-wheel'))), 'already-played');
  });

  test('draws by the secret seed whose commitment is public, revealed with the next version', async (t) => {
    const server = await createServerFixture(t, open);
    const published = await (await server.get('/v1/pools/thank-you.json')).json();
    const [secret] = await server.db.query<{ seed: string; commitment: string }>(
      `select seed, commitment from pool_version where pool = 'thank-you'`,
    );
    assert.ok(secret);
    assert.equal(published.versions[0].commitment, commitmentOf(secret.seed));
    assert.doesNotMatch(JSON.stringify(published), new RegExp(`${secret.seed}|weights|stock`));
    await buy(server, 'v-1');
    const drawn = drawnOf(await server.act('v-1', draw('wheel', 'play-key-7')));
    const expected = drawPrize([1, 1], { serverSeed: secret.seed, clientSeed: 'play-key-7', nonce: 0 });
    assert.equal(drawn.prizeIndex, expected.prizeIndex);
    const pools = Object.entries(PROGRAM.pools).map(([name, pool]) => [name, { ...pool, version: 2 }]);
    const program = { ...PROGRAM, pools: Object.fromEntries(pools) };
    const next = await createServerFixture(t, open, { db: server.db, program });
    const { versions } = await (await next.get('/v1/pools/thank-you.json')).json();
    assert.deepEqual(
      versions.map((each: { seed?: string }) => each.seed),
      [undefined, secret.seed],
    );
  });

  test('refuses to start when a running version was edited', async (t) => {
    const server = await createServerFixture(t, open);
    const pool = PROGRAM.pools['thank-you'];
    assert.ok(pool);
    const prizes = pool.prizes.map((prize) => ({ ...prize, weight: 5 }));
    const program = { ...PROGRAM, pools: { 'thank-you': { ...pool, prizes } } };
    await assert.rejects(createServerFixture(t, open, { db: server.db, program }), { code: 'pool-changed' });
  });

  test('draws nothing from a version whose seed is public, neither in an older process nor after a step back', async (t) => {
    const server = await createServerFixture(t, open);
    const pools = Object.entries(PROGRAM.pools).map(([name, pool]) => [name, { ...pool, version: 2 }]);
    const program = { ...PROGRAM, pools: Object.fromEntries(pools) };
    const next = await createServerFixture(t, open, { db: server.db, program });
    assert.equal(reasonOf(await server.act('v-1', draw('open-wheel'))), 'not-found');
    assert.equal(reasonOf(await next.act('v-1', draw('open-wheel'))), 'ok');
    await assert.rejects(createServerFixture(t, open, { db: server.db }), {
      code: 'pool-changed',
      message: /ended and its seed is public: give it a version that was never used/,
    });
  });

  test('pays the fallback when the drawn prize is gone, never more units than there were', async (t) => {
    const server = await createServerFixture(t, open);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => server.act(`v-${index}`, draw('stocked-wheel'))),
    );
    assert.deepEqual(outcomes.map((each) => drawnOf(each).prizeIndex).sort(), [0, ...Array(9).fill(1)]);
    const rows = await server.db.query<{ remaining: number }>('select remaining from pool_stock');
    assert.deepEqual(rows, [{ remaining: 0 }]);
  });

  test('plays once per person, however many draws come at once', async (t) => {
    const server = await createServerFixture(t, open);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => server.act('v-1', draw('open-wheel'))),
    );
    const reasons = outcomes.map(reasonOf).sort();
    assert.deepEqual(reasons, [...Array(9).fill('already-played'), 'ok']);
  });

  test('refuses drafts, ended and unknown campaigns, and what is paused', async (t) => {
    const server = await createServerFixture(t, open);
    assert.equal(reasonOf(await server.act('v-1', draw('draft-wheel'))), 'campaign-not-live');
    assert.equal(reasonOf(await server.act('v-1', draw('late-wheel'))), 'campaign-not-live');
    assert.equal(reasonOf(await server.act('v-1', draw('no-such-wheel'))), 'not-found');
    const headers = await server.signIn();
    await server.post('/operator/api/pauses', { campaignId: '*', paused: true }, headers);
    assert.equal(reasonOf(await server.act('v-1', draw('open-wheel'))), 'campaign-not-live');
  });

  test('publishes no draft, note, weight, stock or seed', async (t) => {
    const server = await createServerFixture(t, open);
    const answer = await server.get('/v1/document/shop-key.json');
    const text = await answer.text();
    assert.doesNotMatch(text, /draft-wheel|colleagues|weight|stock"|seed|template/);
    assert.match(text, /"oddsBp":5000/);
    const etag = answer.headers.get('etag') ?? '';
    assert.equal((await server.get('/v1/document/shop-key.json', { 'if-none-match': etag })).status, 304);
    assert.equal((await server.get('/v1/document/other.json')).status, 404);
    assert.equal(JSON.parse(text).campaigns.length, CAMPAIGNS.campaigns.length - 2);
  });
});

describeOnDatabases('claims', (open) => {
  test('mints one coupon for fifty claims at once, and the same for later ones', async (t) => {
    const server = await createServerFixture(t, open);
    const { claimToken } = drawnOf(await server.act('v-1', draw('open-wheel')));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => server.act('v-1', claim(claimToken))),
    );
    const codes = new Set(
      outcomes.map((each) => (each.ok ? (each.result as ActionResults['claim']).code : each.reason)),
    );
    assert.equal(codes.size, 1);
    assert.equal(server.minted.length, 1);
    assert.ok((await server.act('v-1', claim(claimToken))).ok);
    assert.equal(server.minted.length, 1);
    assert.equal((await server.db.query('select 1 from claim')).length, 1);
  });

  test('shows what a coupon asks in the language of whoever won it, before and after its claim', async (t) => {
    const [first, ...others] = PROGRAM.pools.always?.prizes ?? [];
    const conditions = { en: 'From 30 euro', bg: 'От 30 евро' };
    assert.ok(first && PROGRAM.pools.always);
    const prizes = [
      { ...first, reward: { type: 'coupon' as const, template: 'ten-off', conditions } },
      ...others,
    ];
    const always = { ...PROGRAM.pools.always, prizes };
    const server = await createServerFixture(t, open, { program: { ...PROGRAM, pools: { always } } });
    const { claimToken } = drawnOf(await server.act('v-1', draw('open-wheel')));
    const asked = async (locale: string): Promise<string | undefined> => {
      const outcome = await server.act('v-1', { type: 'read', what: 'prizes' }, { locale });
      assert.ok(outcome.ok);
      return (outcome.result as ActionResults['read']).prizes?.[0]?.conditions;
    };
    assert.deepEqual([await asked('en'), await asked('bg-BG')], ['From 30 euro', 'От 30 евро']);
    assert.ok((await server.act('v-1', claim(claimToken))).ok);
    assert.equal(await asked('pl'), 'From 30 euro');
  });

  test('books a prize of points once', async (t) => {
    const pool = PROGRAM.pools.always;
    assert.ok(pool);
    const points = {
      label: { en: 'Points' },
      weight: 9_999_999,
      reward: { type: 'points', points: 50 },
    } as const;
    const program = { ...PROGRAM, pools: { always: { ...pool, prizes: [points, ...pool.prizes.slice(1)] } } };
    const server = await createServerFixture(t, open, { program });
    const { claimToken } = drawnOf(await server.act('v-1', draw('open-wheel')));
    await Promise.all([1, 2, 3].map(() => server.act('v-1', claim(claimToken))));
    const outcome = await server.act('v-1', { type: 'read', what: 'wallet' });
    assert.ok(outcome.ok);
    assert.equal((outcome.result as ActionResults['read']).wallet?.points, 50);
  });

  test('refuses another person’s token and expired ones, and gives a new one for the same prize', async (t) => {
    const server = await createServerFixture(t, open);
    const { claimToken } = drawnOf(await server.act('v-1', draw('open-wheel')));
    assert.equal(reasonOf(await server.act('v-2', claim(claimToken))), 'claimed-by-another');
    server.advance(25 * 3_600_000);
    assert.equal(reasonOf(await server.act('v-1', claim(claimToken))), 'token-expired');
    const read = await server.act('v-1', { type: 'read', what: 'prizes' });
    assert.ok(read.ok);
    const [prize] = (read.result as ActionResults['read']).prizes ?? [];
    assert.equal(prize?.code, undefined);
    assert.ok((await server.act('v-1', claim(prize?.claimToken))).ok);
  });

  test('keeps the prize of an anonymous play when the visitor signs in', async (t) => {
    const server = await createServerFixture(t, open);
    const { claimToken } = drawnOf(await server.act('phone', draw('open-wheel')));
    const signedIn = { customerToken: 'customer:anna' };
    assert.ok((await server.act('phone', claim(claimToken), signedIn)).ok);
    const read = await server.act('phone', { type: 'read', what: 'prizes' }, signedIn);
    assert.ok(read.ok);
    assert.equal((read.result as ActionResults['read']).prizes?.length, 1);
    assert.equal(reasonOf(await server.act('laptop', draw('open-wheel'), signedIn)), 'already-played');
  });

  test('lets the visitor try again when the shop could not mint', async (t) => {
    let broken = true;
    const shopHook = {
      verifyCustomerToken: async () => null,
      mintCoupon: async () => {
        if (broken) throw new Error('shop is down');
        return { code: 'CODE-1' };
      },
    };
    const server = await createServerFixture(t, open, { shopHook });
    const { claimToken } = drawnOf(await server.act('v-1', draw('open-wheel')));
    assert.equal(reasonOf(await server.act('v-1', claim(claimToken))), 'unavailable');
    broken = false;
    const outcome = await server.act('v-1', claim(claimToken));
    assert.ok(outcome.ok);
    assert.equal((outcome.result as ActionResults['claim']).code, 'CODE-1');
  });
});
