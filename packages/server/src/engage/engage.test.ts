import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionResults, ProgramDocument, Streak } from '@regulars/schema';
import {
  createBatch,
  createEvent,
  createOrder,
  createServerFixture,
  describeOnDatabases,
  PROGRAM,
  type ServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';

const DAY_MS = 86_400_000;
const points = (count: number): { type: 'points'; points: number } => ({ type: 'points', points: count });
const en = (text: string): { en: string } => ({ en: text });

/** Earns nothing by orders alone, so that wallets show what this room pays. */
const RULES: ProgramDocument = {
  ...PROGRAM,
  earn: [],
  quests: [
    {
      id: 'explorer',
      name: en('Explorer'),
      steps: [
        { id: 'look', label: en('Look at two'), on: 'product_viewed', times: 2, distinct: 'product' },
        { id: 'buy', label: en('Buy'), on: 'order_placed' },
      ],
      reward: points(50),
      budget: { total: 2, perPerson: { max: 1, days: 365 } },
    },
  ],
  streaks: [
    {
      id: 'daily',
      name: en('Daily'),
      on: 'page_viewed',
      milestones: [{ count: 2, reward: points(5) }],
      budget: { total: 100, perPerson: { max: 3, days: 365 } },
    },
  ],
  badges: [
    { id: 'second', name: en('Second order'), when: { orders: 2 }, reward: points(7) },
    { id: 'explorer', name: en('Explorer'), when: { quest: 'explorer' } },
  ],
  referral: { referrer: points(100), friend: points(20), minTotal: 1000 },
  birthday: { reward: points(30) },
  anniversaries: [
    { id: 'year', name: en('One year'), since: 'first-order', after: { years: 1 }, reward: points(11) },
  ],
  leaderboards: [{ id: 'all', name: en('Best'), metric: 'spend', window: 'all', top: 2 }],
  earlyAccess: [
    {
      id: 'launch',
      name: en('Launch'),
      from: '2026-03-01T00:00',
      to: '2026-04-01T00:00',
      badges: ['second'],
    },
  ],
};

type Read = ActionResults['read'];

async function read(server: ServerFixture, who: string, what: string, more: object = {}): Promise<Read> {
  const outcome = await server.act(who, { type: 'read', what }, more);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.result as Read;
}

const pointsOf = async (server: ServerFixture, who: string, more: object = {}): Promise<number> =>
  (await read(server, who, 'wallet', more)).wallet?.points ?? Number.NaN;

async function buy(
  server: ServerFixture,
  orderId: string,
  customerId: string,
  more: object = {},
): Promise<void> {
  const order = createOrder({ orderId, customerId, placedAt: server.now(), ...more });
  assert.equal((await server.order(order)).status, 200);
}

async function look(server: ServerFixture, who: string, id: string, name = 'product_viewed'): Promise<void> {
  const props = name === 'product_viewed' ? { product: { id } } : {};
  const event = createEvent({ name, t: server.now(), props });
  await server.post('/v1/batch', createBatch([event], { anonymousId: who, sentAt: server.now() }));
}

async function saved(
  server: ServerFixture,
  who: string,
  what: string,
  value: string,
  more = {},
): Promise<string> {
  const outcome = await server.act(who, { type: 'save', what, value }, more);
  return outcome.ok ? 'saved' : outcome.reason;
}

const ana = { customerToken: 'customer:ana' };
const boris = { customerToken: 'customer:boris' };

describeOnDatabases('engagement', (open) => {
  test('finishes a quest by browsing and buying, once, within its budget', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    for (const name of ['ana', 'boris', 'vera']) {
      const who = `device-${name}`;
      await server.act(who, { type: 'visitor-ref' }, { customerToken: `customer:${name}` });
      for (const id of ['p1', 'p1', 'p2']) await look(server, who, id);
      const half = await read(server, who, 'quests', { customerToken: `customer:${name}` });
      assert.deepEqual(
        half.quests?.[0]?.steps.map(({ done }) => done),
        [2, 0],
      );
      server.advance(1000);
      await buy(server, `order-${name}`, name);
      await buy(server, `order-${name}`, name);
    }
    const sums = [
      await pointsOf(server, 'device-ana', ana),
      await pointsOf(server, 'device-boris', boris),
      await pointsOf(server, 'device-vera', { customerToken: 'customer:vera' }),
    ];
    assert.deepEqual(sums, [50, 50, 0]);
    const done = await read(server, 'device-vera', 'quests', { customerToken: 'customer:vera' });
    assert.deepEqual([done.quests?.[0]?.state, done.quests?.[0]?.completions], ['done', 1]);
    const { badges } = await read(server, 'device-vera', 'badges', { customerToken: 'customer:vera' });
    assert.deepEqual(
      badges?.map(({ id, earnedAt }) => [id, earnedAt !== undefined]),
      [
        ['second', false],
        ['explorer', true],
      ],
    );
    const told = await server.db.query(
      `select type from outbox where type in ('quest_completed', 'badge_earned')`,
    );
    assert.equal(told.length, 6);
  });

  test('pays a quest once when its last order arrives twenty times at once', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    await server.act('device', { type: 'visitor-ref' }, ana);
    for (const id of ['p1', 'p2']) await look(server, 'device', id);
    await Promise.all(Array.from({ length: 20 }, () => buy(server, 'order-1', 'ana')));
    assert.equal(await pointsOf(server, 'device', ana), 50);
  });

  test('counts no order that only a browser tells of', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    await server.act('device', { type: 'visitor-ref' }, ana);
    for (const id of ['p1', 'p2']) await look(server, 'device', id);
    const event = createEvent({ name: 'order_placed', t: START, props: { orderId: 'forged', products: [] } });
    await server.post('/v1/batch', createBatch([event], { anonymousId: 'device' }));
    assert.equal((await read(server, 'device', 'quests')).quests?.[0]?.state, 'open');
  });

  test('keeps a streak over faked days, pays its milestone once per run, and shows its days', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    for (let day = 0; day < 3; day += 1) {
      await look(server, 'device', '', 'page_viewed');
      server.advance(DAY_MS);
    }
    const [streak] = (await read(server, 'device', 'streaks')).streaks ?? [];
    assert.deepEqual([streak?.count, streak?.longest, streak?.doneNow], [3, 3, false]);
    assert.deepEqual(
      streak?.days.slice(-5).map(({ state }) => state),
      ['missed', 'done', 'done', 'done', 'open'],
    );
    assert.equal(await pointsOf(server, 'device'), 5);
    server.advance(2 * DAY_MS);
    for (let day = 0; day < 2; day += 1) {
      await look(server, 'device', '', 'page_viewed');
      server.advance(DAY_MS);
    }
    assert.equal(await pointsOf(server, 'device'), 10);
  });

  test('lets nobody fill in days that are long gone', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    const days = Array.from({ length: 30 }, (_, at) =>
      createEvent({ name: 'page_viewed', t: START - at * DAY_MS, props: {} }),
    );
    await server.post('/v1/batch', createBatch(days, { anonymousId: 'device' }));
    const [streak] = (await read(server, 'device', 'streaks')).streaks ?? [];
    assert.ok((streak?.count ?? 0) <= 3, `counted ${streak?.count}`);
  });

  test('rewards a recommendation when the friend has paid, and neither oneself nor the same device', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    await server.act('device-ana', { type: 'visitor-ref' }, ana);
    const code = (await read(server, 'device-ana', 'referral', ana)).referral?.code ?? '';
    assert.match(code, /^[A-HJ-NP-Z2-9]{8}$/);
    assert.equal((await read(server, 'device-ana', 'referral', ana)).referral?.code, code);
    assert.equal(await saved(server, 'device-ana', 'referrer', code, ana), 'referral-refused');
    assert.equal(await saved(server, 'device-boris', 'referrer', 'NOSUCHCD', boris), 'referral-refused');
    assert.equal(await saved(server, 'device-boris', 'referrer', code.toLowerCase(), boris), 'saved');
    server.advance(1000);
    await buy(server, 'order-small', 'nobody');
    await buy(server, 'order-boris', 'boris');
    assert.deepEqual(
      [await pointsOf(server, 'device-ana', ana), await pointsOf(server, 'device-boris', boris)],
      [100, 20],
    );
    // A second account on the referrer's own browser.
    const vera = { customerToken: 'customer:vera' };
    assert.equal(await saved(server, 'device-vera', 'referrer', code, vera), 'saved');
    await server.act('device-ana', { type: 'visitor-ref' }, vera);
    await server.act('device-ana', { type: 'visitor-ref' }, ana);
    const reference = await server.act('device-ana', { type: 'visitor-ref' });
    assert.ok(reference.ok);
    server.advance(1000);
    const { visitorRef } = reference.result as ActionResults['visitor-ref'];
    await server.order(
      createOrder({ orderId: 'vera-1', customerId: 'vera', visitorRef, placedAt: server.now() }),
    );
    const [row] = await server.db.query(
      `select state, reasons from referral where friend_id = (select id from person where customer_id = 'vera')`,
    );
    assert.deepEqual(row, { state: 'refused', reasons: ['same-device'] });
    const view = (await read(server, 'device-ana', 'referral', ana)).referral;
    assert.deepEqual([view?.pending, view?.rewarded], [0, 1]);
  });

  test('knows a friend with the same card or address, without keeping either', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    const code = (await read(server, 'device-ana', 'referral', ana)).referral?.code ?? '';
    await buy(server, 'ana-1', 'ana', { payment: 'card-4711', address: 'Vitosha 1, Sofia' });
    const stateOf = async (name: string): Promise<unknown> =>
      (
        await server.db.query(
          `select state, reasons from referral where friend_id = (select id from person where customer_id = $1)`,
          [name],
        )
      )[0];
    for (const [name, marks] of [
      ['boris', { payment: 'CARD 4711' }],
      ['vera', { address: 'VITOSHA 1 Sofia' }],
    ] as const) {
      await saved(server, `device-${name}`, 'referrer', code, { customerToken: `customer:${name}` });
      server.advance(1000);
      await buy(server, `${name}-1`, name, marks);
    }
    assert.deepEqual(await stateOf('boris'), { state: 'refused', reasons: ['same-payment'] });
    assert.deepEqual(await stateOf('vera'), { state: 'review', reasons: ['same-address'] });
    const kept = JSON.stringify(await server.db.query('select * from order_signal'));
    assert.doesNotMatch(kept, /4711|itosha/i);
  });

  test('gives customers their birthday and anniversary gifts once, anonymous visitors none', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    assert.equal(await saved(server, 'device', 'birthday', '03-03', ana), 'saved');
    assert.equal(await saved(server, 'stranger', 'birthday', '03-03'), 'saved');
    assert.equal(await saved(server, 'device', 'birthday', '02-30', ana), 'bad-request');
    await buy(server, 'order-1', 'ana');
    server.advance(2 * DAY_MS);
    for (const who of ['device', 'stranger']) await read(server, who, 'badges');
    await saved(server, 'device', 'birthday', '03-04', ana);
    server.advance(DAY_MS);
    await read(server, 'device', 'badges');
    assert.deepEqual([await pointsOf(server, 'device', ana), await pointsOf(server, 'stranger')], [30, 0]);
    server.advance(362 * DAY_MS);
    await read(server, 'device', 'badges');
    // Ended meanwhile are the points of the birthday a year ago or not: only the gift of the anniversary is new.
    const gifts = await server.db.query(
      `select source, rule from award where source in ('birthday', 'anniversary') order by t`,
    );
    assert.deepEqual(gifts, [
      { source: 'birthday', rule: 'birthday' },
      { source: 'anniversary', rule: 'year' },
    ]);
  });

  test('shows the best by paid orders to those with a nickname, ties by who was first', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    const names = ['ana', 'boris', 'vera'];
    for (const name of names) {
      const who = { customerToken: `customer:${name}` };
      assert.equal(await saved(server, `device-${name}`, 'nickname', `${name} best`, who), 'saved');
    }
    await buy(server, 'o-1', 'vera');
    server.advance(1000);
    await buy(server, 'o-2', 'ana');
    await buy(server, 'o-3', 'boris', { total: { value: 9000, currency: 'EUR' } });
    await buy(server, 'o-4', 'stranger', { total: { value: 99_000, currency: 'EUR' } });
    const { leaderboard } = await read(server, 'device-ana', 'leaderboard', ana);
    assert.deepEqual(
      leaderboard?.rows.map(({ rank, nickname, score, own }) => [rank, nickname, score, own]),
      [
        [1, 'boris best', 9000, false],
        [2, 'vera best', 2000, false],
      ],
    );
    assert.deepEqual([leaderboard?.own, leaderboard?.nickname], [{ rank: 3, score: 2000 }, 'ana best']);
    assert.equal(await saved(server, 'device-ana', 'nickname', 'BORIS best', ana), 'nickname-refused');
    assert.equal(
      await saved(server, 'device-ana', 'nickname', "'; drop table play; --", ana),
      'nickname-refused',
    );
    assert.equal(await saved(server, 'device-ana', 'nickname', '<b>ana</b>', ana), 'nickname-refused');
    assert.equal(await saved(server, 'device-ana', 'nickname', '', ana), 'saved');
    const after = (await read(server, 'device-ana', 'leaderboard', ana)).leaderboard;
    assert.deepEqual([after?.own, after?.nickname], [undefined, undefined]);
  });

  test('counts the days of a device where the device is, once it said so', async (t) => {
    const daily: Streak = {
      id: 'daily',
      name: en('Daily'),
      on: 'product_viewed',
      zone: 'device',
      milestones: [],
    };
    const server = await createServerFixture(t, open, { program: { ...RULES, streaks: [daily] } });
    // Half past eleven at night in Sofia, the next morning in Auckland.
    server.advance(9.5 * 3_600_000);
    assert.equal(await saved(server, 'traveller', 'zone', 'Mars/Olympus'), 'bad-request');
    assert.equal(await saved(server, 'traveller', 'zone', 'Pacific/Auckland'), 'saved');
    const dayOf = async (who: string): Promise<readonly (string | number | undefined)[]> => {
      await look(server, who, 'p1');
      const [streak] = (await read(server, who, 'streaks')).streaks ?? [];
      const day = streak?.days.find(({ state }) => state === 'done');
      return [streak?.count, streak?.deviceZone, day?.date];
    };
    assert.deepEqual(await dayOf('traveller'), [1, 'Pacific/Auckland', '2026-03-02']);
    // Whose device said nothing counts as the shop does; the view names that zone, so that the device may say another.
    assert.deepEqual(await dayOf('neighbour'), [1, 'Europe/Sofia', '2026-03-01']);
  });

  test('opens a door early to whoever has the badge, for as long as it says', async (t) => {
    const server = await createServerFixture(t, open, { program: RULES });
    await buy(server, 'o-1', 'ana');
    assert.deepEqual((await read(server, 'device', 'entitlements', ana)).entitlements, []);
    await buy(server, 'o-2', 'ana');
    const [door] = (await read(server, 'device', 'entitlements', ana)).entitlements ?? [];
    assert.deepEqual([door?.id, door?.endsAt], ['launch', Date.UTC(2026, 2, 31, 21)]);
    assert.equal(await pointsOf(server, 'device', ana), 7);
    server.advance(31 * DAY_MS);
    assert.deepEqual((await read(server, 'device', 'entitlements', ana)).entitlements, []);
  });

  test('answers not-found for what the program does not have', async (t) => {
    const server = await createServerFixture(t, open);
    for (const what of ['leaderboard', 'referral']) {
      const outcome = await server.act('device', { type: 'read', what });
      assert.deepEqual([outcome.ok, outcome.ok ? '' : outcome.reason], [false, 'not-found']);
    }
    for (const what of ['quests', 'streaks', 'badges', 'entitlements']) {
      assert.deepEqual(await read(server, 'device', what), { [what]: [] });
    }
  });
});
