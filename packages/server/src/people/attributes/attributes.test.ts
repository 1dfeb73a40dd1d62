import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { CampaignDocument, PulledFacts } from '@regulars/schema';
import type { ShopHook } from '@regulars/server';
import {
  CAMPAIGNS,
  createBatch,
  createEvent,
  createOrder,
  createServerFixture,
  describeOnDatabases,
  type OpenTestDatabase,
  PROGRAM,
  SECRETS,
  type ServerFixture,
  START,
} from '../../../../../test/support/server-fixture.ts';
import { createClient, RegularsClientError, type ServerClient } from '../../client/index.ts';
import { createContext } from '../../context.ts';
import { rankCustomers } from './rank-customers.ts';

const DAY_MS = 86_400_000;
const EDITOR = { name: 'crm', role: 'editor', key: 'editor-key-0123456789-0123456789-0123' } as const;
const VIEWER = { name: 'desk', role: 'viewer', key: 'viewer-key-0123456789-0123456789-0123' } as const;
const ADMIN = { name: 'boss', role: 'admin', key: 'admin-key-0123456789-0123456789-01234' } as const;

const asking = (names: readonly string[], more: object = {}): CampaignDocument => ({
  ...CAMPAIGNS,
  campaigns: [
    {
      id: 'asking',
      status: 'live',
      trigger: { on: 'page' },
      placement: { slot: 'corner' },
      widget: { type: 'announcement', props: { form: 'bar', body: 'body' } },
      content: { en: { body: 'Hello' } },
      audience: { any: names.map((name) => ({ attr: `customer.${name}`, op: 'exists' as const })) },
      ...more,
    },
  ],
});

interface Shop {
  readonly server: ServerFixture;
  readonly crm: ServerClient;
  readonly boss: ServerClient;
  facts(anonymousId: string, token?: string): Promise<PulledFacts>;
}

async function openShop(t: TestContext, open: OpenTestDatabase, campaigns: CampaignDocument): Promise<Shop> {
  const server = await createServerFixture(t, open, { campaigns, apiKeys: [VIEWER, EDITOR, ADMIN] });
  const as = (apiKey: string): ServerClient =>
    createClient({
      url: 'https://api.example/regulars',
      apiKey,
      fetch: (request) => server.handler.fetch(request),
    });
  return {
    server,
    crm: as(EDITOR.key),
    boss: as(ADMIN.key),
    async facts(anonymousId, token) {
      const outcome = await server.act(anonymousId, { type: 'facts' }, token ? { customerToken: token } : {});
      assert.ok(outcome.ok, JSON.stringify(outcome));
      return outcome.result as PulledFacts;
    },
  };
}

/** The job of the hour, on the fixture's database. */
function rank({ db, now }: ServerFixture, campaigns: CampaignDocument): Promise<boolean> {
  return rankCustomers(
    createContext({
      db,
      basePath: '/regulars',
      keys: [],
      secrets: SECRETS,
      shopHook: {} as ShopHook,
      campaigns,
      program: PROGRAM,
      now,
    }),
  );
}

const valuesOf = ({ attributes }: Pick<PulledFacts, 'attributes'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));

describeOnDatabases('attributes of people', (open) => {
  test('come from the orders of a person: how many, their value less refunds, days since the first', async (t) => {
    const { server, facts } = await openShop(
      t,
      open,
      asking(['known', 'id', 'orders', 'lifetimeValue', 'tenureDays', 'rfm']),
    );
    await server.order(createOrder({ customerId: 'ana', placedAt: START - 40 * DAY_MS }));
    await server.order(createOrder({ orderId: 'order-2', customerId: 'ana', placedAt: START - DAY_MS }));
    await server.order(
      createOrder({
        orderId: 'order-2',
        status: 'partially-returned',
        customerId: 'ana',
        refunded: { value: 500, currency: 'EUR' },
      }),
    );
    await server.order(createOrder({ orderId: 'order-3', status: 'cancelled', customerId: 'ana' }));
    const { attributes, shown } = await facts('phone', 'customer:ana');
    assert.deepEqual(shown, {});
    assert.equal(typeof attributes.id?.value, 'string');
    assert.notEqual(attributes.id?.value, 'ana');
    assert.deepEqual(valuesOf({ attributes: { ...attributes, id: { value: 'x', at: 0 } } }), {
      known: true,
      id: 'x',
      orders: 2,
      lifetimeValue: { value: 3500, currency: 'EUR' },
      tenureDays: 40,
    });
    assert.ok(Object.values(attributes).every(({ at }) => at === START));
  });

  test('of somebody who never bought are zero orders and nothing more', async (t) => {
    const { facts } = await openShop(
      t,
      open,
      asking(['known', 'id', 'orders', 'lifetimeValue', 'tenureDays']),
    );
    assert.deepEqual(valuesOf(await facts('stranger')), { known: false, orders: 0 });
  });

  test('leave the server only when the published campaigns name them', async (t) => {
    const { crm, facts } = await openShop(t, open, asking(['score.churn']));
    await crm.setAttributes('customer:ana', { attributes: { 'score.churn': 0.8, fraudRisk: 0.9 } });
    assert.deepEqual(valuesOf(await facts('phone', 'customer:ana')), { 'score.churn': 0.8 });
  });

  test('do not leave for a draft or for a campaign that ended', async (t) => {
    for (const more of [{ status: 'draft' }, { schedule: { to: '2026-02-01T00:00' } }]) {
      const { crm, facts } = await openShop(t, open, asking(['score.churn'], more));
      await crm.setAttributes('customer:ana', { attributes: { 'score.churn': 0.8 } });
      assert.deepEqual(await facts('phone', 'customer:ana'), { attributes: {}, shown: {} });
    }
  });

  test('set by the backend keep their time, merge, go with null, and win over our own count', async (t) => {
    const { server, crm, facts } = await openShop(t, open, asking(['segment', 'score.churn', 'orders']));
    const at = START - 3 * DAY_MS;
    await crm.setAttributes('customer:ana', { attributes: { segment: ['vip', 'press'], orders: 12 }, at });
    const view = await crm.setAttributes('customer:ana', { attributes: { 'score.churn': 0.25 } });
    assert.deepEqual(view.attributes.segment, { value: ['vip', 'press'], at });
    assert.deepEqual((await facts('phone', 'customer:ana')).attributes, {
      segment: { value: ['vip', 'press'], at },
      orders: { value: 12, at },
      'score.churn': { value: 0.25, at: START },
    });
    await crm.setAttributes('customer:ana', { attributes: { segment: null, orders: null } });
    assert.deepEqual(valuesOf(await facts('phone', 'customer:ana')), { orders: 0, 'score.churn': 0.25 });
    assert.deepEqual(valuesOf(await crm.readAttributes('customer:ana')), { orders: 0, 'score.churn': 0.25 });
    server.advance(DAY_MS);
    await crm.setAttributes('customer:ana', { attributes: { segment: 'x' }, at: START + 9 * DAY_MS });
    assert.equal((await crm.readAttributes('customer:ana')).attributes.segment?.at, START + DAY_MS);
  });

  test('refuse names of ours, wild values, unknown visitors, and keys without the role', async (t) => {
    const { server, crm } = await openShop(t, open, asking(['segment']));
    const refused = async (attributes: object, person = 'customer:ana'): Promise<number> =>
      crm.setAttributes(person, { attributes } as never).then(
        () => 200,
        (error: unknown) => (error instanceof RegularsClientError ? error.status : 0),
      );
    for (const attributes of [
      { id: 'x' },
      { known: true },
      { factsAgeHours: 1 },
      { 'ageHours.score': 1 },
      { '': 1 },
      { 'a b': 1 },
      { deep: { any: 'thing' } },
      { long: 'x'.repeat(201) },
      Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`n${at}`, at])),
    ])
      assert.equal(await refused(attributes), 400, JSON.stringify(attributes).slice(0, 60));
    assert.equal(await refused({ segment: 'x' }, 'visitor:nobody'), 404);
    const viewer = createClient({
      url: 'https://api.example/regulars',
      apiKey: VIEWER.key,
      fetch: (request) => server.handler.fetch(request),
    });
    await assert.rejects(viewer.setAttributes('customer:ana', { attributes: { segment: 'x' } }), {
      status: 403,
    });
    const path = '/v1/people/customer:ana/attributes';
    assert.equal((await server.get(path)).status, 401);
  });

  test('rank buyers in fifths by recency, frequency and value; equal ones share a score', async (t) => {
    const document = asking(['rfm', 'rfm.recency', 'rfm.frequency', 'rfm.monetary']);
    const { server, facts } = await openShop(t, open, document);
    const buyers = ['one', 'two', 'three', 'four', 'five'];
    for (const [place, customerId] of buyers.entries())
      for (let times = 0; times <= (place === 4 ? 1 : 0); times += 1)
        await server.order(
          createOrder({
            orderId: `${customerId}-${times}`,
            customerId,
            total: { value: place < 2 ? 1000 : 1000 * (place + 1), currency: 'EUR' },
            placedAt: START - (10 - place) * DAY_MS,
          }),
        );
    assert.equal(await rank(server, document), true);
    // Recency: five different days. Frequency: four bought once (4 of 5 are not better), one twice. Value: two share a place.
    const bands = ['1-4-2', '2-4-2', '3-4-3', '4-4-4', '5-5-5'];
    for (const [place, name] of buyers.entries())
      assert.equal(valuesOf(await facts(`d-${name}`, `customer:${name}`)).rfm, bands[place]);
    assert.deepEqual(valuesOf(await facts('d-one', 'customer:one')), {
      rfm: '1-4-2',
      'rfm.recency': 1,
      'rfm.frequency': 4,
      'rfm.monetary': 2,
    });
  });

  test('leave a band that the shop itself set, and count none where no campaign asks', async (t) => {
    const asked = await openShop(t, open, asking(['rfm']));
    await asked.server.order(createOrder({ customerId: 'ana' }));
    await asked.crm.setAttributes('customer:ana', { attributes: { rfm: 'champion' } });
    await rank(asked.server, asking(['rfm']));
    assert.deepEqual(valuesOf(await asked.facts('d', 'customer:ana')), { rfm: 'champion' });
    const other = await openShop(t, open, asking(['orders']));
    assert.equal(await rank(other.server, asking(['orders'])), false);
  });

  test('are exported with the person and erased with it', async (t) => {
    const { server, crm, boss } = await openShop(t, open, asking(['segment']));
    await crm.setAttributes('customer:ana', { attributes: { segment: 'vip' } });
    const held = (await boss.exportPerson('customer:ana')).attributes as readonly object[];
    assert.deepEqual(held.length, 1);
    await boss.erasePerson('customer:ana');
    assert.deepEqual(await server.db.query('select * from person_attribute'), []);
  });
});

describeOnDatabases('what other devices saw', (open) => {
  const scoped = asking(['known'], { id: 'poll', frequency: { maxShows: 3, scope: 'person' } });
  const told = (name: string, anonymousId: string, t: number, props: object = {}): object =>
    createBatch(
      [
        createEvent({
          name,
          t,
          props: { campaignId: 'poll', widget: 'announcement', slot: 'corner', ...props },
        }),
      ],
      {
        anonymousId,
        sentAt: t,
      },
    );

  test('reaches every device of a customer but the one that told it, and no other person', async (t) => {
    const { server, facts } = await openShop(t, open, scoped);
    await facts('phone', 'customer:ana');
    await facts('desk', 'customer:ana');
    await facts('other', 'customer:bob');
    for (const batch of [
      told('experience_shown', 'phone', START - 5000),
      told('holdout_reached', 'phone', START - 4000),
      told('experience_dismissed', 'phone', START - 3000, { slot: undefined, cause: 'button' }),
      told('experience_dismissed', 'phone', START - 2000, { slot: undefined, cause: 'failed' }),
      told('experience_shown', 'other', START - 1000),
    ])
      assert.equal((await server.post('/v1/batch', batch)).status, 200);
    assert.deepEqual((await facts('desk', 'customer:ana')).shown, {
      poll: {
        shows: [START - 5000, START - 4000],
        count: 2,
        dismissed: 1,
        completed: 0,
        clicked: 0,
        dismissedAt: START - 3000,
      },
    });
    assert.deepEqual((await facts('phone', 'customer:ana')).shown, {});
    assert.deepEqual((await facts('other', 'customer:bob')).shown, {});
  });

  test('is asked for campaigns of the scope alone', async (t) => {
    const { server, facts } = await openShop(
      t,
      open,
      asking(['known'], { id: 'poll', frequency: { maxShows: 3 } }),
    );
    await facts('phone', 'customer:ana');
    await facts('desk', 'customer:ana');
    await server.post('/v1/batch', told('experience_shown', 'phone', START - 5000));
    assert.deepEqual((await facts('desk', 'customer:ana')).shown, {});
  });
});
