import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProgramDocument } from '@regulars/schema';
import {
  accountsOf,
  assertBooks,
  DAY_MS,
  drawOf,
  postSigned,
  programWith,
  reasonOf,
  resultOf,
  tell,
  walletOf,
} from '../../../../test/support/reward-steps.ts';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

const CHECKOUT: ProgramDocument['spend'] = { checkout: { points: 1, value: 1 } };

async function payWith(
  server: ServerFixture,
  means: object,
  order: { readonly orderId: string; readonly total: number },
): Promise<Response> {
  const { visitorRef } = resultOf(await server.act('v-1', { type: 'visitor-ref' }), 'visitor-ref');
  const total = { value: order.total, currency: 'EUR' };
  return postSigned(server, '/v1/spend', { ...means, orderId: order.orderId, total, visitorRef });
}

const pay = (server: ServerFixture, points: number, orderId = 'paid-1'): Promise<Response> =>
  payWith(server, { points }, { orderId, total: points });

describeOnDatabases('points', (open) => {
  test('W50 one order told five times earns once; a third paid back takes a third, rounded in the shopper’s favour', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith() });
    for (let times = 0; times < 5; times++) await tell(server, { value: 100 });
    assert.equal((await walletOf(server)).points, 100);
    const answer = await tell(server, {
      value: 100,
      status: 'partially-returned',
      refunded: { value: 33, currency: 'EUR' },
    });
    assert.equal(answer.points, -33);
    const wallet = await walletOf(server);
    assert.deepEqual(
      [wallet.points, wallet.entries[0]?.kind, wallet.entries[0]?.points],
      [67, 'reversed', -33],
    );
    const [reversal] = await server.db.query(
      `select o.order_id, o.kind from movement m join movement o on o.id = m.reverses where m.kind = 'reversed'`,
    );
    assert.deepEqual(reversal, { order_id: 'order-1', kind: 'earned' });
    // A third of 40 is 13 and a bit: 13 go.
    await tell(server, { value: 40, orderId: 'order-2' });
    const third = { status: 'partially-returned', refunded: { value: 13, currency: 'EUR' } };
    assert.equal((await tell(server, { value: 40, orderId: 'order-2', ...third })).points, -13);
    assert.equal((await tell(server, { value: 40, orderId: 'order-2', ...third })).points, 0);
    await assertBooks(server);
  });

  test('W51 points that ended are not taken off what was spent before', async (t) => {
    const program = programWith({ expiry: { model: 'rolling', days: 31 }, spend: CHECKOUT });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    server.advance(10 * DAY_MS);
    await tell(server, { value: 50, orderId: 'order-2' });
    server.advance(5 * DAY_MS);
    assert.equal((await pay(server, 80)).status, 200);
    const before = await walletOf(server);
    assert.deepEqual([before.points, before.nextExpiry?.points], [70, 20]);
    server.advance(17 * DAY_MS);
    const wallet = await walletOf(server);
    assert.equal(wallet.points, 50, 'fifty, not minus thirty');
    assert.deepEqual([wallet.entries[0]?.kind, wallet.entries[0]?.points], ['expired', -20]);
    await assertBooks(server);
  });

  test('ends points with the month, quarter or year of the shop’s zone', async (t) => {
    const program = programWith({ expiry: { model: 'calendar', endOf: 'month' } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    // April begins in Sofia, after the clocks went forward, at nine in the evening of 31 March UTC.
    const end = Date.UTC(2026, 2, 31, 21);
    assert.equal((await walletOf(server)).nextExpiry?.at, end);
    server.advance(end - server.now() - 1);
    assert.equal((await walletOf(server)).points, 100);
    server.advance(1);
    assert.equal((await walletOf(server)).points, 0);
    await assertBooks(server);
  });

  for (const overspent of ['debt', 'negative'] as const) {
    test(`W52 a return after the points were spent leaves a ${overspent} balance`, async (t) => {
      const program = programWith({ spend: { ...CHECKOUT, overspent } });
      const server = await createServerFixture(t, open, { program });
      await tell(server, { value: 100 });
      assert.equal((await pay(server, 70)).status, 200);
      await tell(server, { value: 100, status: 'returned' });
      const wallet = await walletOf(server);
      const expected = overspent === 'debt' ? [0, 70] : [-70, undefined];
      assert.deepEqual([wallet.points, wallet.debt], expected);
      await assertBooks(server);
      assert.equal(
        reasonOf(await server.act('v-1', { type: 'redeem', offerId: 'x', redeemKey: 'redeem-1' })),
        'not-found',
      );
      assert.equal((await (await pay(server, 1, 'paid-2')).json()).reason, 'not-enough-points');
      // The next points pay it first.
      await tell(server, { value: 100, orderId: 'order-2' });
      const after = await walletOf(server);
      assert.deepEqual([after.points, after.debt], [30, undefined]);
      await assertBooks(server);
    });
  }

  test('keeps points of an order pending until its return window is over', async (t) => {
    const program = programWith({ pending: { after: 'delivered', days: 14 }, spend: CHECKOUT });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    let wallet = await walletOf(server);
    assert.deepEqual([wallet.points, wallet.pending, wallet.entries[0]?.kind], [0, 100, 'pending']);
    assert.deepEqual(wallet.nextRelease, { points: 100 });
    server.advance(40 * DAY_MS);
    assert.equal((await walletOf(server)).points, 0, 'nobody said that it arrived');
    await tell(server, { value: 100, status: 'delivered' });
    wallet = await walletOf(server);
    assert.deepEqual(wallet.nextRelease, { points: 100, at: server.now() + 14 * DAY_MS });
    assert.equal((await (await pay(server, 1)).json()).reason, 'not-enough-points');
    server.advance(14 * DAY_MS);
    wallet = await walletOf(server);
    assert.deepEqual([wallet.points, wallet.pending, wallet.entries.length], [100, 0, 1]);
    assert.equal(wallet.entries[0]?.kind, 'earned');
    await assertBooks(server);
  });

  test('takes pending points back before they could be spent, and nothing more', async (t) => {
    const program = programWith({ pending: { after: 'paid', days: 14 } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    await tell(server, { value: 100, status: 'cancelled' });
    server.advance(20 * DAY_MS);
    const wallet = await walletOf(server);
    assert.deepEqual([wallet.points, wallet.pending, wallet.debt], [0, 0, undefined]);
    await assertBooks(server);
    await tell(server, { value: 50, orderId: 'order-2', status: 'cancelled' });
    assert.equal(
      (await tell(server, { value: 50, orderId: 'order-2' })).points,
      0,
      'paid after it was cancelled',
    );
  });

  test('walks an order through its life in any order of words', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith() });
    assert.equal((await tell(server, { value: 100, status: 'open' })).points, 0);
    assert.equal((await tell(server, { value: 100, status: 'shipped' })).points, 0, 'paid at the door');
    assert.equal((await tell(server, { value: 100, status: 'paid' })).points, 100);
    assert.equal((await tell(server, { value: 100, status: 'delivered' })).points, 0);
    const status = async (): Promise<unknown> =>
      (await server.db.query<{ status: string }>('select status from shop_order'))[0]?.status;
    assert.equal(await status(), 'delivered');
    const part = { status: 'partially-returned', refunded: { value: 10, currency: 'EUR' } };
    assert.equal((await tell(server, { value: 100, ...part })).points, -10);
    assert.equal(await status(), 'partially-returned');
    assert.equal((await tell(server, { value: 100, status: 'cancelled' })).points, -90);
    assert.equal((await tell(server, { value: 100, status: 'paid' })).points, 0);
    assert.equal(await status(), 'cancelled');
    await assertBooks(server);
  });

  test('gives points back that paid for a cancelled order', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith({ spend: CHECKOUT }) });
    await tell(server, { value: 100 });
    const first = await (await pay(server, 60, 'order-2')).json();
    assert.deepEqual([first.points, first.value, first.left], [60, { value: 60, currency: 'EUR' }, 40]);
    assert.deepEqual(await (await pay(server, 60, 'order-2')).json(), first);
    assert.equal((await (await pay(server, 61, 'order-2')).json()).reason, 'bad-request');
    await tell(server, { value: 0, orderId: 'order-2', status: 'cancelled' });
    await tell(server, { value: 0, orderId: 'order-2', status: 'cancelled' });
    const wallet = await walletOf(server);
    assert.deepEqual(
      [wallet.points, wallet.entries[0]?.kind, wallet.entries[0]?.points],
      [100, 'returned', 60],
    );
    await assertBooks(server);
  });

  test('pays an order with cashback once, beside points, and gives it back when the order is cancelled', async (t) => {
    const server = await createServerFixture(t, open, {
      program: programWith({ spend: CHECKOUT, cashback: [{ id: 'back', share: 0.5 }] }),
    });
    await tell(server, { value: 100 });
    const credit = (value: number, currency = 'EUR') => ({ credit: { value, currency } });
    const answer = async (means: object, total = 100): Promise<Record<string, unknown>> =>
      (await payWith(server, means, { orderId: 'order-2', total })).json();
    const first = await answer(credit(30));
    assert.deepEqual(
      [first.credit, first.value, first.left],
      [{ value: 30, currency: 'EUR' }, { value: 30, currency: 'EUR' }, 20],
    );
    assert.deepEqual(await answer(credit(30)), first);
    assert.equal((await answer(credit(31))).reason, 'bad-request');
    assert.equal((await answer({ ...credit(5), points: 5 })).reason, 'bad-request');
    assert.equal((await answer(credit(5, 'USD'))).reason, 'not-eligible');
    // Together they may not pay more than there is to pay.
    assert.equal((await answer({ points: 71 })).reason, 'limit-reached');
    assert.equal((await answer({ points: 70 })).left, 30);
    const more = await payWith(server, credit(21), { orderId: 'order-3', total: 100 });
    assert.equal((await more.json()).reason, 'not-enough-points');
    assert.deepEqual((await walletOf(server)).credit, { value: 20, currency: 'EUR' });
    await tell(server, { value: 0, orderId: 'order-2', status: 'cancelled' });
    const wallet = await walletOf(server);
    assert.deepEqual([wallet.points, wallet.credit], [100, { value: 50, currency: 'EUR' }]);
    await assertBooks(server);
  });

  test('refuses credit where the program gives no cashback', async (t) => {
    const server = await createServerFixture(t, open, { program: programWith({ spend: CHECKOUT }) });
    await tell(server, { value: 100 });
    const credit = { value: 1, currency: 'EUR' };
    const refused = await payWith(server, { credit }, { orderId: 'order-2', total: 100 });
    assert.equal((await refused.json()).reason, 'not-found');
  });

  test('keeps sliding points as long as something happens, and ends them when nothing does', async (t) => {
    const program = programWith({ expiry: { model: 'sliding', days: 30 } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    server.advance(29 * DAY_MS);
    await tell(server, { value: 10, orderId: 'order-2' });
    server.advance(29 * DAY_MS);
    assert.equal((await walletOf(server)).points, 110);
    server.advance(2 * DAY_MS);
    const wallet = await walletOf(server);
    assert.deepEqual([wallet.points, (await accountsOf(server)).expired], [0, 110]);
    await assertBooks(server);
  });

  test('earns by product, by category, by piece and by order, multiplied by the highest multiplier, and cashback in money', async (t) => {
    const program = programWith({
      earn: [
        { id: 'bulbs', on: 'order_placed', points: 5, per: 'unit', products: ['bulb'] },
        {
          id: 'garden',
          on: 'order_placed',
          points: 1,
          per: 100,
          categories: ['garden'],
          exclude: { products: ['gnome'] },
        },
        { id: 'order', on: 'order_placed', points: 7, per: 'order' },
      ],
      multipliers: [
        {
          id: 'double',
          times: 2,
          rules: ['garden'],
          schedule: { from: '2026-03-01T00:00', to: '2026-03-02T00:00' },
        },
        { id: 'first', times: 1.5, firstOrder: true },
      ],
      cashback: [{ id: 'back', share: 0.03, maxValue: 100 }],
    });
    const server = await createServerFixture(t, open, { program });
    const item = (productId: string, quantity: number, value: number, category: string): object => ({
      productId,
      quantity,
      category,
      price: { value, currency: 'EUR' },
    });
    const items = [
      item('bulb', 3, 200, 'garden'),
      item('gnome', 1, 1000, 'garden'),
      item('mug', 1, 400, 'kitchen'),
    ];
    await tell(server, { value: 2000, items });
    const rows = await server.db.query(
      `select m.rule, m.unit, p.points from movement m join posting p on p.movement_id = m.id and p.points > 0 order by m.rule`,
    );
    assert.deepEqual(rows, [
      { rule: 'back', unit: 'EUR', points: 60 },
      { rule: 'bulbs', unit: 'points', points: 22 },
      { rule: 'garden', unit: 'points', points: 12 },
      { rule: 'order', unit: 'points', points: 10 },
    ]);
    const wallet = await walletOf(server);
    assert.deepEqual([wallet.points, wallet.credit], [44, { value: 60, currency: 'EUR' }]);
    // Two of the three bulbs come back: two thirds of theirs go, the points for the order as such stay.
    const back = { ...item('bulb', 3, 200, 'garden'), returned: 2 };
    const part = { status: 'partially-returned', refunded: { value: 400, currency: 'EUR' } };
    const answer = await tell(server, { value: 2000, items: [back, ...items.slice(1)], ...part });
    assert.equal(answer.points, -(14 + 8));
    assert.deepEqual((await walletOf(server)).credit, { value: 48, currency: 'EUR' });
    await assertBooks(server);
  });

  test('earns by browser events only within the budget and the limit of each person, marked untrusted', async (t) => {
    const rule = { id: 'look', on: 'event', event: 'product_viewed', points: 3 } as const;
    const budget = { total: 4, perPerson: { max: 2, days: 1 } };
    const server = await createServerFixture(t, open, {
      program: programWith({ earn: [{ ...rule, budget }] }),
    });
    const events = Array.from({ length: 5 }, () => createEvent());
    await server.post('/v1/batch', createBatch(events, { anonymousId: 'v-1' }));
    await server.post('/v1/batch', createBatch(events, { anonymousId: 'v-1' }));
    assert.equal((await walletOf(server)).points, 6);
    for (const anonymousId of ['v-2', 'v-3']) {
      await server.post('/v1/batch', createBatch([createEvent(), createEvent()], { anonymousId }));
    }
    assert.deepEqual(
      [(await walletOf(server, 'v-2')).points, (await walletOf(server, 'v-3')).points],
      [6, 0],
    );
    const [marks] = await server.db.query(
      'select count(*)::int as count, bool_and(untrusted) as all from movement',
    );
    assert.deepEqual(marks, { count: 4, all: true });
  });

  test('earns once for a customer that the shop names for the first time', async (t) => {
    const program = programWith({ earn: [{ id: 'hello', on: 'signup', points: 25 }] });
    const server = await createServerFixture(t, open, { program });
    const signedIn = { customerToken: 'customer:anna' };
    for (const device of ['phone', 'laptop', 'phone']) await walletOf(server, device, signedIn);
    assert.equal((await walletOf(server, 'laptop', signedIn)).points, 25);
    assert.equal((await walletOf(server, 'stranger')).points, 0);
  });

  test('a game’s points and an order’s points are one wallet', async (t) => {
    const win = { label: { en: '50 points' }, weight: 1, reward: { type: 'points', points: 50 } } as const;
    const pool = { version: 1, rulesUrl: '/rules', prizes: [win, win], fallback: 0 };
    const server = await createServerFixture(t, open, { program: programWith({ pools: { always: pool } }) });
    await tell(server, { value: 100 });
    const { claimToken } = resultOf(await server.act('v-1', drawOf('open-wheel')), 'draw');
    await server.act('v-1', { type: 'claim', claimToken });
    assert.deepEqual(
      (await walletOf(server)).entries.map(({ kind, points }) => [kind, points]),
      [
        ['won', 50],
        ['earned', 100],
      ],
    );
    assert.deepEqual(await accountsOf(server), { person: 150, liability: -100, pool: -50 });
  });
});
