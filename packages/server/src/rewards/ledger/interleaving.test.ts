import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  assertBooks,
  DAY_MS,
  postSigned,
  programWith,
  referenceOf,
  tell,
  walletOf,
} from '../../../../../test/support/reward-steps.ts';
import {
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../../test/support/server-fixture.ts';

const PEOPLE = 3;
const RUNS = 12;

/** One thing that may happen; `who` and `which` are taken modulo what there is. */
type Step =
  | { readonly type: 'order'; readonly who: number; readonly value: number }
  | { readonly type: 'deliver' | 'cancel'; readonly which: number }
  | { readonly type: 'refund'; readonly which: number; readonly part: number }
  | { readonly type: 'spend'; readonly who: number; readonly points: number }
  | { readonly type: 'wait'; readonly days: number }
  | { readonly type: 'merge'; readonly who: number }
  | { readonly type: 'read'; readonly who: number };

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const which = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('order' as const),
      who,
      value: fc.integer({ min: 1, max: 300 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('deliver' as const), which }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('cancel' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('refund' as const),
      which,
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('spend' as const),
      who,
      points: fc.integer({ min: 1, max: 250 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('merge' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('read' as const), who }) },
);

interface Told {
  readonly orderId: string;
  readonly value: number;
  readonly who: number;
}

/** What has happened so far, beside the server's own books. */
interface World {
  readonly server: ServerFixture;
  readonly orders: Told[];
  readonly signedIn: Set<number>;
  payments: number;
}

const asCustomer = ({ signedIn }: World, one: number): object =>
  signedIn.has(one) ? { customerToken: 'customer:anna' } : {};

async function happen(world: World, one: Step): Promise<void> {
  const { server, orders } = world;
  if (one.type === 'wait') return server.advance(one.days * DAY_MS);
  if (one.type === 'merge') world.signedIn.add(one.who);
  if (one.type === 'merge' || one.type === 'read') {
    await walletOf(server, `v-${one.who}`, asCustomer(world, one.who));
    return;
  }
  if (one.type === 'order') {
    const order = { orderId: `order-${orders.length}`, value: one.value, who: one.who };
    orders.push(order);
    await tell(server, { orderId: order.orderId, value: order.value }, `v-${one.who}`);
    return;
  }
  if (one.type === 'spend') return spend(world, one.who, one.points);
  const order = orders[one.which % Math.max(1, orders.length)];
  if (!order) return;
  const { orderId, value } = order;
  const word =
    one.type === 'refund'
      ? { status: 'partially-returned', refunded: { value: Math.round(value * one.part), currency: 'EUR' } }
      : { status: one.type === 'deliver' ? 'delivered' : 'cancelled' };
  await tell(server, { orderId, value, ...word }, `v-${order.who}`);
}

/** Pays with points: goes through exactly when the wallet has them. */
async function spend(world: World, one: number, points: number): Promise<void> {
  const { server } = world;
  const before = await walletOf(server, `v-${one}`, asCustomer(world, one));
  world.payments += 1;
  const answer = await postSigned(server, '/v1/spend', {
    orderId: `payment-${world.payments}`,
    points,
    total: { value: points, currency: 'EUR' },
    visitorRef: await referenceOf(server, `v-${one}`),
  });
  assert.equal(answer.status, before.points >= points ? 200 : 409);
  const after = await walletOf(server, `v-${one}`, asCustomer(world, one));
  assert.equal(after.points, before.points >= points ? before.points - points : before.points);
}

/** No payment may draw on a lot after its end. */
async function assertNothingExpiredWasSpent(server: ServerFixture): Promise<void> {
  const rows = await server.db.query(
    `select d.id from movement d join movement lot on lot.id = d.lot_id
     where d.kind = 'spent' and lot.expires_at is not null and lot.expires_at <= d.t`,
  );
  assert.deepEqual(rows, []);
}

/** Wallets are the sum of their lots, and owe nothing while they hold something. */
async function assertWallets(world: World): Promise<void> {
  const { server } = world;
  for (let one = 0; one < PEOPLE; one++) {
    const wallet = await walletOf(server, `v-${one}`, asCustomer(world, one));
    assert.ok(wallet.points >= 0 && wallet.pending >= 0);
    assert.ok(wallet.points === 0 || wallet.debt === undefined, 'what is owed is paid first');
    const shown = wallet.entries.reduce((sum, { points }) => sum + points, 0);
    if (wallet.entries.length < 50) {
      assert.equal(shown, wallet.points + wallet.pending - (wallet.debt ?? 0), 'the history adds up');
    }
  }
}

describeOnDatabases('ledger', (open) => {
  test('any interleaving of earning, waiting, ending, paying, refunds, cancelling and merging keeps the books', async (t) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
        const program = programWith({
          expiry: { model: 'rolling', days: 40 },
          pending: { after: 'delivered', days: 7 },
          spend: { checkout: { points: 1, value: 1 } },
        });
        const server = await createServerFixture(t, open, { program });
        const world: World = { server, orders: [], signedIn: new Set(), payments: 0 };
        for (const one of steps) {
          await happen(world, one);
          await assertBooks(server);
        }
        await assertWallets(world);
        await assertNothingExpiredWasSpent(server);
        await assertBooks(server);
      }),
      { numRuns: RUNS },
    );
  });
});
