import { randomUUID } from 'node:crypto';
import { after, describe, type TestContext } from 'node:test';
import type { PGlite } from '@electric-sql/pglite';
import type { ActionOutcome, CampaignDocument, ProgramDocument } from '@regulars/schema';
import {
  createHandler,
  type Database,
  type Handler,
  type HandlerOptions,
  type LogLine,
  openDatabase,
  type ShopHook,
  signWebhook,
} from '@regulars/server';
import { migrate } from '../../packages/server/src/db/migrate.ts';
import { wrapPglite } from '../../packages/server/src/db/pglite-database.ts';
import { createPglite } from './pglite-image.ts';

/** 2026-03-01, noon UTC. */
export const START = Date.UTC(2026, 2, 1, 12);
export const SECRETS = {
  token: 'token-secret-for-tests-0123456789abcdef',
  webhook: 'webhook-secret-for-tests-0123456789',
};

/** Opens a fresh set of tables. */
export type OpenTestDatabase = () => Promise<Database>;

/** Runs the same tests on PGlite in memory and, when `DATABASE_URL_TEST` is set, on PostgreSQL. */
export function describeOnDatabases(name: string, tests: (open: OpenTestDatabase) => void): void {
  describe(`${name} on PGlite`, () => {
    let shared: Promise<PGlite> | undefined;
    after(async () => (await shared)?.close());
    tests(async () => {
      shared ??= createPglite();
      const pglite = await shared;
      const schema = newSchema();
      await pglite.exec(`create schema ${schema}; set search_path to ${schema}`);
      const db = wrapPglite(pglite, 'memory', async () => undefined);
      await migrate(db);
      return { ...db, close: async () => undefined };
    });
  });
  const url = process.env.DATABASE_URL_TEST;
  if (url === undefined) return;
  describe(`${name} on PostgreSQL`, () => {
    tests(() => openDatabase({ url, schema: newSchema() }));
  });
}

function newSchema(): string {
  return `t_${randomUUID().replaceAll('-', '')}`;
}

/** A server with a clock and a shop of its own. */
export interface ServerFixture {
  readonly db: Database;
  readonly handler: Handler;
  readonly minted: string[];
  readonly log: LogLine[];
  /** Moves the clock. */
  advance(ms: number): void;
  now(): number;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Performs an action as a visitor. */
  act(anonymousId: string, action: object, more?: object): Promise<ActionOutcome>;
  /** Posts a signed order webhook. */
  order(
    order: object,
    more?: { readonly delivery?: string; readonly at?: number; readonly secret?: string },
  ): Promise<Response>;
  /** Signs in as the first administrator; answers the headers of a signed-in page. */
  signIn(): Promise<Record<string, string>>;
}

/** Races ask fifty times at once; the limits have tests of their own. */
const WIDE_LIMITS: HandlerOptions['limits'] = {
  person: { burst: 1000, perSecond: 1000 },
  action: { burst: 2000, perSecond: 1000 },
};

function withoutLimits({ limits, ...rest }: Partial<HandlerOptions>): Partial<HandlerOptions> {
  return rest;
}

/** Builds a server; everything is closed when the test ends. */
export async function createServerFixture(
  t: TestContext,
  open: OpenTestDatabase,
  options: Partial<HandlerOptions> = {},
): Promise<ServerFixture> {
  const clock = { now: START };
  const minted: string[] = [];
  const log: LogLine[] = [];
  const db = options.db ?? (await open());
  const handler = createHandler({
    db,
    basePath: '/regulars',
    keys: [{ key: 'shop-key', origins: ['https://shop.example'] }],
    secrets: SECRETS,
    shopHook: createTestShop(minted),
    campaigns: CAMPAIGNS,
    program: PROGRAM,
    now: () => clock.now,
    logger: (line) => log.push(line),
    limits: { ...WIDE_LIMITS, ...options.limits },
    ...withoutLimits(options),
  });
  await handler.ready;
  t.after(async () => {
    await handler.stop();
    await db.close();
  });
  const base = { db, handler, minted, log, now: () => clock.now };
  const advance = (ms: number): void => {
    clock.now += ms;
  };
  return { ...base, advance, ...createClient(handler, base.now) };
}

function createClient(
  handler: Handler,
  now: () => number,
): Pick<ServerFixture, 'get' | 'post' | 'act' | 'order' | 'signIn'> {
  const origin = { origin: 'https://shop.example' };
  const send = (path: string, init: RequestInit): Promise<Response> =>
    handler.fetch(new Request(`https://api.example/regulars${path}`, init), { address: '203.0.113.7' });
  const post: ServerFixture['post'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      body:
        typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      headers: { ...origin, 'content-type': 'text/plain', ...headers },
    });
  return {
    post,
    get: (path, headers = {}) => send(path, { headers }),
    async act(anonymousId, action, more = {}) {
      const answer = await post('/v1/actions', { v: 1, key: 'shop-key', anonymousId, action, ...more });
      return (await answer.json()) as ActionOutcome;
    },
    order(order, { delivery = randomUUID(), at = now(), secret = SECRETS.webhook } = {}) {
      const body = JSON.stringify(order);
      const timestamp = String(Math.floor(at / 1000));
      return post('/v1/orders', body, {
        'x-regulars-timestamp': timestamp,
        'x-regulars-delivery': delivery,
        'x-regulars-signature': signWebhook(secret, timestamp, body),
      });
    },
    async signIn() {
      const link = await handler.operatorLink();
      const init = { method: 'POST', headers: { origin: 'https://api.example' } };
      const answer = await handler.fetch(new Request(`https://api.example${link}`, init));
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
      return { cookie, origin: 'https://api.example' };
    },
  };
}

/** Knows customers by tokens `customer:<id>`; mints one code per claim id. */
function createTestShop(minted: string[]): ShopHook {
  return {
    async mintCoupon({ claimId }) {
      minted.push(claimId);
      return { code: `CODE-${claimId.slice(0, 8)}` };
    },
    async verifyCustomerToken(token) {
      const customerId = /^customer:(\w+)$/.exec(token)?.[1];
      return customerId === undefined ? null : { customerId, expiresAt: START + 1e12 };
    },
  };
}

/** A valid event; `more` overrides. */
export function createEvent(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    v: 1,
    id: randomUUID(),
    name: 'product_viewed',
    t: START - 1000,
    sid: 'session-1',
    seq: 1,
    tab: 'tab-1',
    tseq: 1,
    page: { url: 'https://shop.example/p/1', title: 'Mug' },
    props: { product: { id: 'p1', title: 'Mug' } },
    consent: ['analytics'],
    ...more,
  };
}

/** A batch of events. */
export function createBatch(
  events: readonly unknown[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    v: 1,
    key: 'shop-key',
    batchId: randomUUID(),
    sentAt: START,
    store: 'idb',
    anonymousId: 'visitor-1',
    events,
    ...more,
  };
}

/** A paid order of 20 EUR. */
export function createOrder(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    orderId: 'order-1',
    status: 'paid',
    total: { value: 2000, currency: 'EUR' },
    items: [{ productId: 'p1', quantity: 1, price: { value: 2000, currency: 'EUR' } }],
    placedAt: START,
    ...more,
  };
}

const wheel = (id: string, more: object): CampaignDocument['campaigns'][number] => ({
  id,
  status: 'live',
  trigger: { on: 'page' },
  placement: { slot: 'order-wheel' },
  widget: { type: 'wheel', props: { draw: 'thank-you', showOdds: true, rulesUrl: '/rules/thank-you' } },
  content: {},
  ...more,
});

/** `wheel` asks for a paid order; `open-wheel` for nothing; `stocked-wheel` has one unit of its only prize. */
export const CAMPAIGNS: CampaignDocument = {
  formatVersion: 1,
  revision: 3,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: [
    wheel('wheel', { audience: { did: 'order_placed' }, notes: 'for colleagues' }),
    wheel('open-wheel', {
      widget: { type: 'wheel', props: { draw: 'always', showOdds: true, rulesUrl: '/rules/always' } },
    }),
    wheel('stocked-wheel', {
      widget: { type: 'wheel', props: { draw: 'stocked', showOdds: true, rulesUrl: '/rules/stocked' } },
    }),
    wheel('draft-wheel', { status: 'draft' }),
    wheel('late-wheel', { schedule: { to: '2026-02-01T00:00' } }),
  ],
};

const coupon = { type: 'coupon', template: 'ten-off', validDays: 30 } as const;
const pool = (
  prizes: ProgramDocument['pools'][string]['prizes'],
  more = {},
): ProgramDocument['pools'][string] => ({
  version: 1,
  rulesUrl: '/rules',
  prizes,
  fallback: 1,
  ...more,
});

export const PROGRAM: ProgramDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  currency: 'EUR',
  earn: [{ id: 'base', on: 'order_placed', points: 2, per: 100 }],
  expiry: { model: 'rolling', days: 365 },
  pools: {
    'thank-you': pool([
      { label: { en: '10 % off' }, weight: 1, reward: coupon },
      { label: { en: '50 points' }, weight: 1, reward: { type: 'points', points: 50 } },
    ]),
    always: pool([
      { label: { en: '10 % off', bg: '10 % отстъпка' }, weight: 1_000_000, reward: coupon },
      { label: { en: 'Nothing' }, weight: 1, reward: { type: 'none' } },
    ]),
    stocked: pool([
      { label: { en: 'Mug' }, weight: 1_000_000, stock: 1, reward: coupon },
      { label: { en: 'Next time' }, weight: 1, reward: { type: 'none' } },
    ]),
  },
};
