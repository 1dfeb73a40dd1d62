import type { ActionOutcome, ProgramDocument } from '@regulars/schema';
import { createHandler, type Database, type Handler, openDatabase } from '@regulars/server';
import { CAMPAIGNS, PROGRAM, SECRETS } from '../../support/server-fixture.ts';
import { findPostgres, startPostgres } from '../../tools/lib/postgres.mjs';

const wide = { burst: 1e9, perSecond: 1e9 };
const coupon = { type: 'coupon', template: 'ten-off' } as const;

/** One unit to win in `stocked`; ten codes of `ten-off`; a point for each cent, and a cent for each point. */
const program: ProgramDocument = {
  ...PROGRAM,
  earn: [{ id: 'base', on: 'order_placed', points: 1, per: 1 }],
  spend: { checkout: { points: 1, value: 1 } },
  coupons: { 'ten-off': { from: 'generator', pattern: 'RACE-########', max: 10 } },
  pools: {
    stocked: {
      version: 1,
      rulesUrl: '/rules',
      fallback: 1,
      prizes: [
        { label: { en: 'Mug' }, weight: 1_000_000, stock: 1, reward: { type: 'coupon', template: 'mug' } },
        { label: { en: 'Next time' }, weight: 1, reward: { type: 'none' } },
      ],
    },
    always: {
      version: 1,
      rulesUrl: '/rules',
      fallback: 0,
      prizes: [
        { label: { en: '10 % off' }, weight: 1, reward: coupon },
        { label: { en: '10 % off again' }, weight: 1, reward: coupon },
      ],
    },
  },
};

/** A shop on tables of its own. */
export interface RaceShop {
  readonly db: Database;
  readonly handler: Handler;
  act(anonymousId: string, action: object): Promise<ActionOutcome>;
  close(): Promise<void>;
}

/** A PostgreSQL cluster; each race begins with empty tables. */
export interface RaceGround {
  open(): Promise<RaceShop>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with 16 connections; `null` when it is not installed: on the embedded database nothing races. */
export async function openRaces(): Promise<RaceGround | null> {
  const bin = findPostgres();
  if (bin === undefined) return null;
  const cluster = await startPostgres(bin);
  const db = await openDatabase({ url: cluster.url, connections: 16 });
  return {
    async open() {
      await empty(db);
      return openShop(db);
    },
    async stop() {
      await db.close();
      await cluster.stop();
    },
  };
}

async function empty(db: Database): Promise<void> {
  const tables = await db.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'migration'",
  );
  // The ledger refuses to be emptied; here, between two rounds, the table's owner says otherwise.
  await db.script(
    'alter table movement disable trigger movement_kept; alter table posting disable trigger posting_kept',
  );
  await db.script(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
  await db.script(
    'alter table movement enable trigger movement_kept; alter table posting enable trigger posting_kept',
  );
}

async function openShop(db: Database): Promise<RaceShop> {
  const handler = createHandler({
    db,
    basePath: '/regulars',
    keys: [{ key: 'shop-key', origins: ['https://shop.example'] }],
    secrets: SECRETS,
    shopHook: {
      mintCoupon: async ({ claimId }) => ({ code: claimId }),
      verifyCustomerToken: async () => null,
    },
    campaigns: CAMPAIGNS,
    program,
    limits: { action: wide, person: wide, campaign: wide, order: wide },
    logger: () => undefined,
  });
  await handler.ready;
  return {
    db,
    handler,
    act: (anonymousId, action) => act(handler, anonymousId, action),
    close: () => handler.stop(),
  };
}

async function act(handler: Handler, anonymousId: string, action: object): Promise<ActionOutcome> {
  const body = JSON.stringify({ v: 1, key: 'shop-key', anonymousId, action });
  const init = { method: 'POST', body, headers: { origin: 'https://shop.example' } };
  const answer = await handler.fetch(new Request('https://api.example/regulars/v1/actions', init), {});
  return (await answer.json()) as ActionOutcome;
}
