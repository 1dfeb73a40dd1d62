import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ActionOutcome, ProgramDocument } from '@regulars/schema';
import { SignJWT, UnsecuredJWT } from 'jose';
import {
  assertBooks,
  claimOf,
  DAY_MS,
  drawOf,
  prizesOf,
  reasonOf,
  resultOf,
} from '../../../../test/support/reward-steps.ts';
import {
  CAMPAIGNS,
  createServerFixture,
  describeOnDatabases,
  PROGRAM,
  SECRETS,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

type Pool = ProgramDocument['pools'][string];

const coupon = { type: 'coupon', template: 'ten-off', validDays: 30 } as const;
const nothing = { label: { en: 'Nothing' }, weight: 1, reward: { type: 'none' } } as const;
const sure = { label: { en: '10 % off' }, weight: 1_000_000, reward: coupon } as const;

/** The fixture's programme with another pool behind `open-wheel`. */
const programOf = (pool: Partial<Pool>, more: Partial<ProgramDocument> = {}): ProgramDocument => ({
  ...PROGRAM,
  ...more,
  pools: { always: { version: 1, rulesUrl: '/rules', prizes: [sure, nothing], fallback: 1, ...pool } },
});

const together = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const countOf = (outcomes: readonly ActionOutcome[], reason: string): number =>
  outcomes.filter((outcome) => reasonOf(outcome) === reason).length;

async function winOf(server: ServerFixture, anonymousId = 'v-1'): Promise<string> {
  const { claimToken } = resultOf(await server.act(anonymousId, drawOf('open-wheel')), 'draw');
  assert.ok(claimToken);
  return claimToken;
}

describeOnDatabases('games', (open) => {
  test('W37 one play key fifty times at once is one play, one prize, one unit', async (t) => {
    const prizes = [{ ...sure, stock: 5 }, nothing];
    const server = await createServerFixture(t, open, { program: programOf({ prizes }) });
    const outcomes = await together(50, () => server.act('v-1', drawOf('open-wheel', 'play-key-1')));
    const plays = new Set(outcomes.map((outcome) => resultOf(outcome, 'draw').playId));
    assert.equal(plays.size, 1);
    assert.deepEqual(await server.db.query('select remaining from pool_stock'), [{ remaining: 4 }]);
  });

  test('W38 fifty draws for the last unit: one winner, the others get the declared fallback', async (t) => {
    const prizes = [{ ...sure, stock: 1 }, nothing];
    const server = await createServerFixture(t, open, { program: programOf({ prizes }) });
    const outcomes = await together(50, (index) => server.act(`v-${index}`, drawOf('open-wheel')));
    const won = outcomes.filter((outcome) => resultOf(outcome, 'draw').win);
    assert.equal(won.length, 1);
    assert.deepEqual(await server.db.query('select remaining from pool_stock'), [{ remaining: 0 }]);
    const [logged] = await server.db.query(
      'select count(*)::int as count from play where drawn_index = 0 and prize_index = 1 and remaining = 0',
    );
    assert.deepEqual(logged, { count: 49 });
  });

  test('W39 fifty claims of a coupon limited to ten give exactly ten codes', async (t) => {
    const coupons = { 'ten-off': { from: 'hook', max: 10 } } as const;
    const server = await createServerFixture(t, open, { program: programOf({}, { coupons }) });
    const tokens = await together(50, (index) => winOf(server, `v-${index}`));
    const outcomes = await together(50, (index) => server.act(`v-${index}`, claimOf(tokens[index])));
    assert.deepEqual([countOf(outcomes, 'ok'), countOf(outcomes, 'out-of-stock')], [10, 40]);
    assert.equal(new Set(server.minted).size, 10);
    const winner = outcomes.findIndex((outcome) => outcome.ok);
    assert.deepEqual(await server.act(`v-${winner}`, claimOf(tokens[winner])), outcomes[winner]);
  });

  test('W39 a list gives each code once, in its order, and a generator its own', async (t) => {
    const codes = ['CODE-A', 'CODE-B', 'CODE-C'];
    const lists = { 'ten-off': { from: 'list' as const, codes } };
    const server = await createServerFixture(t, open, { program: programOf({}, { coupons: lists }) });
    const tokens = await together(5, (index) => winOf(server, `v-${index}`));
    const outcomes = await together(5, (index) => server.act(`v-${index}`, claimOf(tokens[index])));
    const given = outcomes.flatMap((outcome) => (outcome.ok ? [resultOf(outcome, 'claim').code] : []));
    assert.deepEqual(given.sort(), codes);
    assert.equal(countOf(outcomes, 'out-of-stock'), 2);
    assert.deepEqual(server.minted, []);
    const made = { 'ten-off': { from: 'generator', pattern: 'SPRING-########' } } as const;
    const other = await createServerFixture(t, open, { program: programOf({}, { coupons: made }) });
    const token = await winOf(other);
    const [first, again] = await together(2, () => other.act('v-1', claimOf(token)));
    assert.ok(first && again);
    assert.match(resultOf(first, 'claim').code ?? '', /^SPRING-[2-9A-HJ-NP-Z]{8}$/);
    assert.deepEqual(first, again);
  });

  test('W40 a token that is changed, borrowed, old, unsigned or signed with another key is refused, each with its reason', async (t) => {
    const server = await createServerFixture(t, open);
    const token = await winOf(server);
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const sign = (claims: object, { secret = SECRETS.token, kid = '' } = {}): Promise<string> =>
      new SignJWT({ ...payload, ...claims })
        .setProtectedHeader({ alg: 'HS256', ...(kid && { kid }) })
        .sign(new TextEncoder().encode(secret));
    const refusals: readonly (readonly [string, string, string])[] = [
      ['v-1', await sign({ aud: 'campaign:stocked-wheel' }), 'token-wrong-campaign'],
      ['v-1', await sign({ aud: 'visitor' }), 'token-wrong-campaign'],
      ['v-2', token, 'claimed-by-another'],
      ['v-1', await sign({ exp: server.now() / 1000 - 1 }), 'token-expired'],
      ['v-1', await sign({}, { kid: 'other-key' }), 'token-key-unknown'],
      ['v-1', await sign({}, { secret: 'another-secret-of-enough-characters!' }), 'token-invalid'],
      ['v-1', new UnsecuredJWT(payload).encode(), 'token-unsigned'],
      ['v-1', `${token.slice(0, -12)}AAAAAAAAAAAA`, 'token-invalid'],
      ['v-1', await sign({ jti: randomUUID() }), 'token-invalid'],
    ];
    for (const [anonymousId, forged, reason] of refusals) {
      assert.equal(reasonOf(await server.act(anonymousId, claimOf(forged))), reason);
      assert.equal(server.log.at(-1)?.reason, reason, 'refused and logged');
    }
    assert.deepEqual([server.minted, await server.db.query('select 1 from claim')], [[], []]);
    const first = await server.act('v-1', claimOf(token));
    assert.deepEqual(
      await server.act('v-1', claimOf(token)),
      first,
      'used again by the same person: the same code',
    );
    assert.equal(server.minted.length, 1);
  });

  test('W41 a lost answer is found again by its play key, and among the prizes', async (t) => {
    const server = await createServerFixture(t, open);
    const lost = resultOf(await server.act('v-1', drawOf('open-wheel', 'play-key-1')), 'draw');
    const found = resultOf(await server.act('v-1', drawOf('open-wheel', 'play-key-1')), 'draw');
    assert.equal(found.playId, lost.playId);
    const [prize] = await prizesOf(server);
    assert.equal(prize?.playId, lost.playId);
    server.advance(25 * 3_600_000);
    assert.equal(reasonOf(await server.act('v-1', claimOf(lost.claimToken))), 'token-expired');
    const again = resultOf(await server.act('v-1', drawOf('open-wheel', 'play-key-1')), 'draw');
    assert.ok(resultOf(await server.act('v-1', claimOf(again.claimToken)), 'claim').code);
  });

  test('W43 a claim that two tabs queued gives one code', async (t) => {
    const server = await createServerFixture(t, open);
    const token = await winOf(server);
    const [first, second] = await together(2, () => server.act('v-1', claimOf(token)));
    assert.ok(first?.ok);
    assert.deepEqual(first, second);
    assert.equal(server.minted.length, 1);
  });

  test('W44 nothing before the claim tells a code, a seed, the stock or another outcome', async (t) => {
    const coupons = { 'ten-off': { from: 'list' as const, codes: ['SECRET-CODE'] } };
    const prizes = [
      { ...sure, stock: 98_765_432 },
      { ...nothing, label: { en: 'Other outcome' } },
    ];
    const server = await createServerFixture(t, open, { program: programOf({ prizes }, { coupons }) });
    const seen = [
      JSON.stringify(await server.act('v-1', drawOf('open-wheel'))),
      await (await server.get('/v1/pools/always.json')).text(),
      JSON.stringify(await prizesOf(server)),
    ].join('\n');
    const [version] = await server.db.query<{ seed: string }>('select seed from pool_version');
    assert.ok(version);
    for (const secret of ['SECRET-CODE', version.seed, '98765432', 'Other outcome', 'ten-off']) {
      assert.ok(!seen.includes(secret), secret);
    }
    const text = await (await server.get('/v1/document/shop-key.json')).text();
    const { pools } = JSON.parse(text) as { pools: Record<string, { prizes: { oddsBp: number }[] }> };
    const odds = pools.always?.prizes.map(({ oddsBp }) => oddsBp) ?? [];
    assert.equal(
      odds.reduce((sum, each) => sum + each, 0),
      10_000,
    );
    assert.doesNotMatch(text, /SECRET-CODE|98765432|template|"weight"/);
  });

  test('W45 an anonymous prize is kept only when the account had not played', async (t) => {
    const prizes = [{ ...sure, stock: 10 }, nothing];
    const server = await createServerFixture(t, open, { program: programOf({ prizes }) });
    const signedIn = { customerToken: 'customer:anna' };
    const first = await winOf(server, 'phone');
    const second = await winOf(server, 'laptop');
    assert.equal((await prizesOf(server, 'phone', signedIn)).length, 1, 'the account had none');
    assert.equal((await prizesOf(server, 'laptop', signedIn)).length, 1, 'and keeps its first result');
    assert.equal(reasonOf(await server.act('laptop', claimOf(second), signedIn)), 'already-played');
    assert.ok((await server.act('phone', claimOf(first), signedIn)).ok);
    assert.deepEqual(await server.db.query('select remaining from pool_stock'), [{ remaining: 9 }]);
    assert.equal(reasonOf(await server.act('tablet', drawOf('open-wheel'), signedIn)), 'already-played');
  });

  test('W45 a draw that races with the sign-in leaves one prize', async (t) => {
    for (let round = 0; round < 5; round++) {
      const server = await createServerFixture(t, open, { program: programOf({}) });
      const signedIn = { customerToken: 'customer:anna' };
      await Promise.all([
        server.act('phone', drawOf('open-wheel')),
        server.act('phone', drawOf('open-wheel'), signedIn),
        server.act('laptop', drawOf('open-wheel')),
        server.act('laptop', drawOf('open-wheel'), signedIn),
      ]);
      const phone = await prizesOf(server, 'phone', signedIn);
      assert.deepEqual([phone.length, (await prizesOf(server, 'laptop', signedIn)).length], [1, 1]);
    }
  });

  test('plays only where, when and by whom the pool allows, each refusal with its reason', async (t) => {
    const schedule = { from: '2026-03-02T00:00', to: '2026-03-10T00:00' };
    const age = { min: 18, proof: 'declared' } as const;
    const program = programOf({ regions: ['BG'], age, perDay: 2, schedule });
    let region: string | undefined;
    const server = await createServerFixture(t, open, { program, regionOf: () => region });
    const play = async (visitor: string, more = {}): Promise<string> =>
      reasonOf(await server.act(visitor, drawOf('open-wheel', randomUUID(), more)));
    assert.equal(await play('v-1'), 'campaign-not-live');
    server.advance(DAY_MS);
    assert.equal(await play('v-1'), 'region-not-allowed', 'where nobody tells the country');
    region = 'PL';
    assert.equal(await play('v-1'), 'region-not-allowed');
    region = 'BG';
    assert.equal(await play('v-1'), 'age-not-confirmed');
    const adult = { ageConfirmed: true };
    assert.equal(await play('v-1', adult), 'ok');
    assert.equal(await play('v-1', adult), 'already-played');
    assert.equal(await play('v-2', adult), 'ok');
    assert.equal(await play('v-3', adult), 'limit-reached');
    server.advance(DAY_MS);
    assert.equal(await play('v-3', adult), 'ok', 'a new day in the shop’s zone');
  });

  test('asks the shop’s token for the age where the pool wants proof', async (t) => {
    let birthDate: string | undefined;
    const shopHook = {
      mintCoupon: async () => ({ code: 'CODE' }),
      verifyCustomerToken: async () => ({ customerId: 'anna', expiresAt: 8e15, birthDate }),
    };
    const program = programOf({ age: { min: 18, proof: 'shop' } });
    const server = await createServerFixture(t, open, { program, shopHook });
    const play = async (): Promise<string> =>
      reasonOf(
        await server.act('v-1', drawOf('open-wheel', randomUUID(), { ageConfirmed: true }), {
          customerToken: 'x',
        }),
      );
    assert.equal(await play(), 'age-not-confirmed', 'the shop does not say');
    birthDate = '2008-03-02';
    assert.equal(await play(), 'age-not-confirmed', 'eighteen tomorrow');
    birthDate = '2008-03-01';
    assert.equal(await play(), 'ok');
  });

  test('stops paying when the prizes cost what they may', async (t) => {
    const prizes = [{ ...sure, cost: 500 }, nothing];
    const server = await createServerFixture(t, open, { program: programOf({ prizes, maxCost: 1200 }) });
    const outcomes = await together(20, (index) => server.act(`v-${index}`, drawOf('open-wheel')));
    assert.equal(outcomes.filter((outcome) => resultOf(outcome, 'draw').win).length, 2);
    assert.deepEqual(await server.db.query('select spent from pool_version'), [{ spent: 1000 }]);
  });

  test('judges a quiz that pays by the key that only the server has', async (t) => {
    const quiz = CAMPAIGNS.campaigns.map((campaign) =>
      campaign.id === 'open-wheel'
        ? {
            ...campaign,
            widget: {
              type: 'quiz' as const,
              props: {
                draw: 'always',
                showOdds: true as const,
                rulesUrl: '/rules',
                questions: [
                  { text: 'q1', answers: ['a', 'b'], correct: 1 },
                  { text: 'q2', answers: ['a', 'b'], correct: 0 },
                ],
              },
            },
          }
        : campaign,
    );
    const campaigns = { ...CAMPAIGNS, campaigns: quiz };
    const server = await createServerFixture(t, open, { campaigns });
    const answer = async (answers?: readonly number[]): Promise<string> =>
      reasonOf(await server.act('v-1', drawOf('open-wheel', randomUUID(), answers ? { answers } : {})));
    assert.equal(await answer(), 'quiz-failed');
    assert.equal(await answer([1, 1]), 'quiz-failed');
    assert.equal(await answer([1, 0]), 'ok');
  });

  test('tells the visitor to try again when the shop does not answer, and pays later', async (t) => {
    let silent = true;
    const shopHook = {
      verifyCustomerToken: async () => null,
      mintCoupon: (): Promise<{ code: string }> =>
        silent ? new Promise(() => undefined) : Promise.resolve({ code: 'CODE-1' }),
    };
    const server = await createServerFixture(t, open, { shopHook, shopTimeoutMs: 20 });
    const token = await winOf(server);
    assert.equal(reasonOf(await server.act('v-1', claimOf(token))), 'unavailable');
    silent = false;
    assert.equal(resultOf(await server.act('v-1', claimOf(token)), 'claim').code, 'CODE-1');
  });

  test('sells an offer once for one wish, never beyond stock, points, tier or limit', async (t) => {
    const price = { label: { en: '€5 off' }, points: 40, reward: coupon };
    const spend: ProgramDocument['spend'] = {
      offers: [
        { id: 'five', ...price, stock: 3, perPerson: { max: 2, days: 30 } },
        { id: 'gold-only', ...price, tiers: ['gold'] },
      ],
    };
    const earn = [{ id: 'hello', on: 'signup', points: 100 }] as const;
    const server = await createServerFixture(t, open, { program: programOf({}, { spend, earn: [...earn] }) });
    const as = (customer: string): object => ({ customerToken: `customer:${customer}` });
    const buy = (
      customer: string,
      redeemKey: string = randomUUID(),
      offerId = 'five',
    ): Promise<ActionOutcome> =>
      server.act(`device-${customer}`, { type: 'redeem', offerId, redeemKey }, as(customer));
    const outcomes = await together(10, () => buy('anna', 'redeem-1'));
    const bought = new Set(outcomes.map((outcome) => resultOf(outcome, 'redeem').playId));
    assert.equal(bought.size, 1);
    const { points, claimToken } = resultOf(await buy('anna', 'redeem-1'), 'redeem');
    assert.equal(points, 60);
    const claimed = await server.act('device-anna', claimOf(claimToken), as('anna'));
    assert.ok(resultOf(claimed, 'claim').code);
    assert.equal(reasonOf(await buy('anna', 'redeem-1', 'gold-only')), 'bad-request');
    assert.equal(reasonOf(await buy('anna', 'redeem-2', 'gold-only')), 'not-eligible');
    const race = await together(6, (index) => buy('boris', `redeem-b-${index}`));
    assert.deepEqual([countOf(race, 'ok'), countOf(race, 'limit-reached')], [2, 4]);
    assert.equal(reasonOf(await buy('clara')), 'out-of-stock');
    assert.equal(reasonOf(await buy('anna')), 'out-of-stock');
    const { offers } = resultOf(
      await server.act('device-boris', { type: 'read', what: 'offers' }, as('boris')),
      'read',
    );
    assert.deepEqual(
      offers?.map(({ id, refusal }) => [id, refusal]),
      [
        ['five', 'out-of-stock'],
        ['gold-only', 'not-eligible'],
      ],
    );
    await assertBooks(server);
  });
});
