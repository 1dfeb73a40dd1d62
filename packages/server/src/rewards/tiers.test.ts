import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProgramDocument, TierView } from '@regulars/schema';
import {
  DAY_MS,
  postSigned,
  prizesOf,
  programWith,
  resultOf,
  tell,
  walletOf,
} from '../../../../test/support/reward-steps.ts';
import {
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

const entry = (
  id: string,
  points: number,
): NonNullable<ProgramDocument['tiers']>['levels'][number]['entry'] => [
  { id, label: { en: id }, reward: { type: 'points', points } },
];
const LEVELS: NonNullable<ProgramDocument['tiers']>['levels'] = [
  { id: 'bronze', label: { en: 'Bronze', bg: 'Бронз' }, from: 0 },
  { id: 'silver', label: { en: 'Silver' }, from: 100, entry: entry('silver-hello', 10) },
  {
    id: 'gold',
    label: { en: 'Gold' },
    from: 500,
    times: 2,
    perks: [{ en: 'Free shipping' }],
    entry: [
      ...(entry('gold-hello', 20) ?? []),
      { id: 'gift', label: { en: 'A gift' }, reward: { type: 'coupon', template: 'gift' } },
    ],
  },
];

async function tierOf(server: ServerFixture): Promise<TierView> {
  const { tier } = resultOf(await server.act('v-1', { type: 'read', what: 'tier' }), 'read');
  assert.ok(tier);
  return tier;
}

describeOnDatabases('tiers', (open) => {
  test('W53 tiers come from points earned: spending keeps them, grace of thirty days, entry rewards once', async (t) => {
    const program = programWith({ tiers: { levels: LEVELS }, spend: { checkout: { points: 1, value: 1 } } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 600 });
    let tier = await tierOf(server);
    assert.deepEqual(
      [tier.current?.id, tier.points, tier.next, tier.keepUntil],
      ['gold', 600, undefined, undefined],
    );
    assert.equal((await walletOf(server)).points, 630, 'silver was jumped over and pays too');
    assert.deepEqual(
      (await prizesOf(server)).map(({ label, source }) => [label, source]),
      [['A gift', 'tier']],
    );
    const { visitorRef } = resultOf(await server.act('v-1', { type: 'visitor-ref' }), 'visitor-ref');
    const total = { value: 600, currency: 'EUR' };
    const paid = await postSigned(server, '/v1/spend', { orderId: 'paid-1', points: 600, total, visitorRef });
    assert.equal(paid.status, 200);
    assert.equal((await tierOf(server)).current?.id, 'gold', 'spending does not demote');
    server.advance(366 * DAY_MS);
    tier = await tierOf(server);
    assert.deepEqual(
      [tier.current?.id, tier.points, tier.keepUntil],
      ['gold', 0, server.now() + 29 * DAY_MS],
    );
    server.advance(30 * DAY_MS);
    assert.equal((await tierOf(server)).current?.id, 'bronze', 'the grace is over');
    await tell(server, { value: 600, orderId: 'order-2' });
    assert.equal((await tierOf(server)).current?.id, 'gold');
    const gifts = await server.db.query(`select 1 from award where source = 'tier'`);
    assert.equal(gifts.length, 3, 'nothing is paid a second time');
  });

  test('W53 of tiers jumped over only the highest pays, where the programme says so', async (t) => {
    const program = programWith({ tiers: { levels: LEVELS, skipped: 'highestOnly' } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 600 });
    assert.equal((await walletOf(server)).points, 620);
  });

  test('W53 whoever is in a tier already when tiers begin gets no entry reward', async (t) => {
    const first = await createServerFixture(t, open, { program: programWith() });
    await tell(first, { value: 600 });
    const server = await createServerFixture(t, open, {
      db: first.db,
      program: programWith({ tiers: { levels: LEVELS } }),
    });
    await tell(server, { value: 10, orderId: 'order-2' });
    assert.equal((await tierOf(server)).current?.id, 'gold');
    assert.equal((await walletOf(server)).points, 620, '600, and 10 doubled by the tier');
    assert.deepEqual(await prizesOf(server), []);
  });

  test('a return takes the tier with the points it was built on', async (t) => {
    const server = await createServerFixture(t, open, {
      program: programWith({ tiers: { levels: LEVELS } }),
    });
    await tell(server, { value: 120 });
    assert.equal((await tierOf(server)).current?.id, 'silver');
    await tell(server, { value: 120, status: 'returned' });
    const tier = await tierOf(server);
    assert.deepEqual(
      [tier.current?.id, tier.next],
      ['bronze', { id: 'silver', label: 'Silver', missing: 100 }],
    );
    const told = await server.db.query<{ content: unknown }>(
      `select content from outbox where type = 'tier_changed' order by t, content->>'to' desc`,
    );
    assert.deepEqual(
      told.map(({ content }) => content),
      [
        { from: 'bronze', to: 'silver' },
        { from: 'silver', to: 'bronze' },
      ],
    );
  });
});
