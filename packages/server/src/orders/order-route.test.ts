import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ActionResults, Wallet } from '@regulars/schema';
import {
  createOrder,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

async function referenceOf(server: ServerFixture, anonymousId: string): Promise<string> {
  const outcome = await server.act(anonymousId, { type: 'visitor-ref' });
  assert.ok(outcome.ok);
  return (outcome.result as ActionResults['visitor-ref']).visitorRef;
}

async function walletOf(server: ServerFixture, anonymousId: string, more = {}): Promise<Wallet> {
  const outcome = await server.act(anonymousId, { type: 'read', what: 'wallet' }, more);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { wallet } = outcome.result as ActionResults['read'];
  assert.ok(wallet);
  return wallet;
}

describeOnDatabases('orders', (open) => {
  test('joins an order by the visitor reference and books its points in two postings', async (t) => {
    const server = await createServerFixture(t, open);
    const visitorRef = await referenceOf(server, 'v-1');
    const answer = await server.order(createOrder({ visitorRef }));
    assert.deepEqual(await answer.json(), { joined: true, points: 40, now: server.now() });
    const wallet = await walletOf(server, 'v-1');
    assert.equal(wallet.points, 40);
    assert.deepEqual(
      wallet.entries.map(({ points, kind, orderId }) => [points, kind, orderId]),
      [[40, 'earned', 'order-1']],
    );
    const [sums] = await server.db.query(
      'select count(*)::int as count, sum(points)::int as sum from posting',
    );
    assert.deepEqual(sums, { count: 2, sum: 0 });
  });

  test('answers a repeated delivery the same, and a second delivery of an order without points', async (t) => {
    const server = await createServerFixture(t, open);
    const order = createOrder({ visitorRef: await referenceOf(server, 'v-1') });
    const delivery = randomUUID();
    const first = await (await server.order(order, { delivery })).json();
    assert.deepEqual(await (await server.order(order, { delivery })).json(), first);
    assert.deepEqual(await (await server.order(order)).json(), { ...first, points: 0 });
    assert.equal((await walletOf(server, 'v-1')).points, 40);
  });

  test('books once when one delivery arrives twenty times at once', async (t) => {
    const server = await createServerFixture(t, open);
    const order = createOrder({ visitorRef: await referenceOf(server, 'v-1') });
    const delivery = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.order(order, { delivery })));
    assert.ok(answers.every((answer) => answer.status === 200));
    assert.equal((await walletOf(server, 'v-1')).points, 40);
  });

  test('stores an order that nobody can be found for, and joins it when a later word names the buyer', async (t) => {
    const server = await createServerFixture(t, open);
    const lost = await (await server.order(createOrder({ visitorRef: 'forged' }))).json();
    assert.deepEqual([lost.joined, lost.points], [false, 0]);
    const found = await (await server.order(createOrder({ customerId: 'anna' }))).json();
    assert.deepEqual([found.joined, found.points], [true, 40]);
  });

  test('counts what a visitor did before signing in for the customer, on every device', async (t) => {
    const server = await createServerFixture(t, open);
    await server.order(createOrder({ visitorRef: await referenceOf(server, 'phone') }));
    await server.order(createOrder({ orderId: 'order-2', customerId: 'anna' }));
    const signedIn = { customerToken: 'customer:anna' };
    assert.equal((await walletOf(server, 'phone', signedIn)).points, 80);
    assert.equal((await walletOf(server, 'laptop', signedIn)).points, 80);
    assert.equal((await walletOf(server, 'stranger')).points, 0);
    assert.equal((await walletOf(server, 'laptop', { customerToken: 'customer:boris' })).points, 0);
    assert.equal((await walletOf(server, 'phone')).points, 80);
  });

  test('brings no erased visitor back by the reference on its cart', async (t) => {
    const server = await createServerFixture(t, open);
    const visitorRef = await referenceOf(server, 'visitor-1');
    await server.act('visitor-1', { type: 'forget' });
    const answer = await (await server.order(createOrder({ visitorRef }))).json();
    assert.deepEqual([answer.joined, answer.points], [false, 0]);
    assert.deepEqual(await server.db.query('select anonymous_id from visitor'), []);
  });

  test('refuses wrong signatures, old timestamps and unreadable orders', async (t) => {
    const server = await createServerFixture(t, open);
    const statusOf = async (answer: Promise<Response>): Promise<unknown> => {
      const response = await answer;
      return [response.status, (await response.json()).reason];
    };
    assert.deepEqual(await statusOf(server.order(createOrder(), { secret: 'wrong' })), [
      401,
      'token-invalid',
    ]);
    const old = server.now() - 6 * 60_000;
    assert.deepEqual(await statusOf(server.order(createOrder(), { at: old })), [401, 'token-expired']);
    assert.deepEqual(await statusOf(server.order(createOrder(), { delivery: 'x' })), [400, 'bad-request']);
    assert.deepEqual(await statusOf(server.order(createOrder({ status: 'odd' }))), [400, 'bad-request']);
    assert.deepEqual(await statusOf(server.order(createOrder({ total: { value: 1.5, currency: 'EUR' } }))), [
      400,
      'bad-request',
    ]);
    assert.deepEqual(await statusOf(server.post('/v1/orders', createOrder())), [401, 'token-invalid']);
    assert.equal((await server.db.query('select 1 from shop_order')).length, 0);
  });

  test('earns nothing in another currency, and lets points expire', async (t) => {
    const server = await createServerFixture(t, open);
    const visitorRef = await referenceOf(server, 'v-1');
    const foreign = createOrder({ orderId: 'order-2', visitorRef, total: { value: 2000, currency: 'USD' } });
    assert.equal((await (await server.order(foreign)).json()).points, 0);
    await server.order(createOrder({ visitorRef }));
    server.advance(366 * 86_400_000);
    const wallet = await walletOf(server, 'v-1');
    assert.equal(wallet.points, 0);
    assert.deepEqual(
      wallet.entries.map((entry) => entry.kind),
      ['expired', 'earned'],
    );
    assert.equal((await walletOf(server, 'v-1')).entries.length, 2);
  });

  test('keeps the ledger append-only and balanced, whoever writes', async (t) => {
    const server = await createServerFixture(t, open);
    await server.order(createOrder({ visitorRef: await referenceOf(server, 'v-1') }));
    await assert.rejects(server.db.query('update posting set points = points * 2'), /append-only/);
    await assert.rejects(server.db.query('delete from movement'), /append-only/);
    const oneSided = `insert into posting (movement_id, account, points) select id, 'redeemed', 5 from movement`;
    await assert.rejects(server.db.query(oneSided), /do not sum to zero/);
  });
});
