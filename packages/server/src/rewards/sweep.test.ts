import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  claimOf,
  DAY_MS,
  drawOf,
  programWith,
  resultOf,
  tell,
} from '../../../../test/support/reward-steps.ts';
import {
  CAMPAIGNS,
  createServerFixture,
  describeOnDatabases,
  SECRETS,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { createContext } from '../context.ts';
import { sweepRewards } from './sweep.ts';

/** Another process of the same shop, which only sweeps. */
function sweep(server: ServerFixture, program: ReturnType<typeof programWith>): Promise<number> {
  return sweepRewards(
    createContext({
      db: server.db,
      basePath: '',
      keys: [],
      secrets: SECRETS,
      shopHook: { mintCoupon: async () => ({ code: 'C' }), verifyCustomerToken: async () => null },
      campaigns: CAMPAIGNS,
      program,
      now: server.now,
      logger: () => undefined,
    }),
  );
}

const told = async (server: ServerFixture): Promise<readonly string[]> =>
  (await server.db.query<{ type: string }>('select type from outbox order by type')).map(({ type }) => type);

describeOnDatabases('sweep of rewards', (open) => {
  test('does what time alone does to people who do not come, and tells the shop once before it does', async (t) => {
    const tiers = {
      graceDays: 0,
      levels: [
        { id: 'bronze', label: { en: 'Bronze' }, from: 0 },
        { id: 'silver', label: { en: 'Silver' }, from: 50 },
      ],
    };
    const pending = { after: 'paid', days: 10 } as const;
    const program = programWith({ tiers, pending, expiry: { model: 'rolling', days: 60 } });
    const server = await createServerFixture(t, open, { program });
    await tell(server, { value: 100 });
    const { claimToken } = resultOf(await server.act('v-2', drawOf('open-wheel')), 'draw');
    await server.act('v-2', claimOf(claimToken));
    const kinds = async (): Promise<readonly string[]> =>
      (await server.db.query<{ kind: string }>('select kind from movement order by seq')).map(
        ({ kind }) => kind,
      );
    await sweep(server, program);
    assert.deepEqual(await kinds(), ['earned']);
    server.advance(10 * DAY_MS);
    await sweep(server, program);
    assert.deepEqual(await kinds(), ['earned', 'released']);
    server.advance(18 * DAY_MS);
    await sweep(server, program);
    assert.ok((await told(server)).includes('coupon_expiring'), 'two days before its end');
    server.advance(13 * DAY_MS);
    await sweep(server, program);
    await sweep(server, program);
    assert.equal((await told(server)).filter((type) => type === 'points_expiring').length, 1);
    server.advance(30 * DAY_MS);
    await sweep(server, program);
    assert.deepEqual(await kinds(), ['earned', 'released', 'expired']);
    server.advance(366 * DAY_MS);
    await sweep(server, program);
    const [tier] = await server.db.query('select tier from person_tier');
    assert.deepEqual(tier, { tier: 'bronze' });
  });
});
