import assert from 'node:assert/strict';
import { test } from 'node:test';
import { supportCode } from '@regulars/core/rules';
import type { CampaignDocument } from '@regulars/schema';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';

const key = 'viewer-key-0123456789-0123456789-0123';
const document: CampaignDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  audiences: { warm: { attr: 'session.count', op: 'gte', value: 2 } },
  campaigns: [
    {
      id: 'second-order',
      name: 'Second order',
      status: 'live',
      goal: { event: 'order_placed', withinHours: 72 },
      holdout: 0.5,
      audience: { all: [{ use: 'warm' }, { attr: 'device.type', op: 'eq', value: 'phone' }] },
      trigger: { on: 'page' },
      placement: { slot: 'home-top' },
      widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
      content: { en: { text: 'Hello' } },
    },
  ],
};

async function ask(server: ServerFixture, path: string): Promise<Record<string, never>> {
  return (await server.get(`/v1${path}`, { authorization: `Bearer ${key}` })).json();
}

const options = { campaigns: document, apiKeys: [{ name: 'viewer', role: 'viewer' as const, key }] };

describeOnDatabases('insights', (open) => {
  test('finds past decisions by code, customer and order, with every failed condition in four languages', async (t) => {
    const server = await createServerFixture(t, open, options);
    const failed = [
      { path: '', result: false },
      { path: 'all[0]', result: false },
      { path: 'all[0].use(warm)', result: false, found: 1 },
      { path: 'all[1]', result: false, found: 'desktop' },
    ];
    const props = { campaignId: 'second-order', outcome: 'refused', reason: 'audience:false', failed };
    await server.post('/v1/batch', createBatch([createEvent({ name: 'experience_decided', props })]));
    await insertOrder(server, 'visitor-1', START);
    await server.db.query(
      "update person set customer_id = 'ana' where id = (select person_id from visitor where anonymous_id = 'visitor-1')",
    );
    const code = supportCode('visitor-1');
    for (const find of [code, code.toLowerCase(), 'visitor-1', 'ana', `visitor-1-${START}-paid`]) {
      const { visitors } = await ask(server, `/why?find=${find}`);
      const [visitor] = visitors as unknown as {
        code: string;
        decisions: { failed: { text: string; found: string }[]; sentence: string }[];
      }[];
      assert.equal(visitor?.code, code, find);
      const [decision] = visitor?.decisions ?? [];
      assert.equal(decision?.failed.length, 2, JSON.stringify(decision));
      assert.equal(decision?.failed[1]?.found, '"desktop"');
    }
    const sentences = new Set<string>();
    for (const locale of ['en', 'bg', 'pl', 'ru']) {
      const { visitors } = await ask(server, `/why?find=${code}&locale=${locale}`);
      sentences.add(
        JSON.stringify(
          (visitors as unknown as { decisions: { sentence: string }[] }[])[0]?.decisions[0]?.sentence,
        ),
      );
    }
    assert.equal(sentences.size, 4);
    assert.deepEqual(await ask(server, '/why?find=ZZZZZZ'), { visitors: [] });
  });

  test('reports people and goals by arm from the shop’s own orders, and what that proves', async (t) => {
    const server = await createServerFixture(t, open, options);
    const send = async (who: string, name: string, at = START - 1000): Promise<void> => {
      const props = { campaignId: 'second-order', widget: 'announcement', slot: 'home-top' };
      const dismissed = { campaignId: 'second-order', cause: 'button' };
      const event = createEvent({ name, t: at, props: name === 'experience_dismissed' ? dismissed : props });
      await server.post('/v1/batch', createBatch([event], { anonymousId: who }));
    };
    for (let at = 0; at < 20; at += 1) await send(`shown-${at}`, 'experience_shown');
    for (let at = 0; at < 20; at += 1) await send(`held-${at}`, 'holdout_reached');
    await send('shown-1', 'experience_dismissed');
    await send('shown-1', 'experience_shown');
    for (let at = 0; at < 12; at += 1) await insertOrder(server, `shown-${at}`, START + 1000);
    await insertOrder(server, 'held-1', START + 1000);
    // Too late, before it was shown, and taken back: none of them counts.
    await insertOrder(server, 'held-2', START + 73 * 3_600_000);
    await insertOrder(server, 'held-3', START - 5000);
    await insertOrder(server, 'held-4', START + 1000, 'cancelled');
    const report = (await ask(server, '/reports/second-order')) as unknown as Record<string, unknown>;
    assert.deepEqual(
      (report.arms as Record<string, unknown>[]).map(({ id, people, goals }) => [id, people, goals]),
      [
        ['shown', 20, 12],
        ['held-out', 20, 1],
      ],
    );
    assert.deepEqual(
      [report.eligible, report.shown, report.heldOut, report.dismissed, report.proven],
      [40, 20, 20, 1, true],
    );
    assert.equal((report.sampleRatio as { isOff: boolean }).isOff, false);
    const none = await server.get('/v1/reports/nothing', { authorization: `Bearer ${key}` });
    assert.equal(none.status, 404);
  });

  test('a share that was changed is no mismatch; people who do not fit the share of their time are', async (t) => {
    const publisher = { name: 'publisher', role: 'publisher' as const, key: `publisher-${key}` };
    const [campaign] = document.campaigns;
    const withShare = (holdout: number): CampaignDocument => ({
      ...document,
      campaigns: campaign ? [{ ...campaign, holdout }] : [],
    });
    const server = await createServerFixture(t, open, {
      campaigns: withShare(0.5),
      apiKeys: [...options.apiKeys, publisher],
    });
    let people = 0;
    const reach = async (shown: number, held: number): Promise<void> => {
      server.advance(1000);
      const props = { campaignId: 'second-order', widget: 'announcement', slot: 'home-top' };
      for (let at = 0; at < shown + held; at += 1) {
        const name = at < shown ? 'experience_shown' : 'holdout_reached';
        const event = createEvent({ name, t: server.now(), props });
        await server.post('/v1/batch', createBatch([event], { anonymousId: `person-${people++}` }));
      }
      server.advance(1000);
    };
    const publish = async (holdout: number, revision: number): Promise<void> => {
      const ask = (path: string, body: object): Promise<Response> =>
        server.handler.fetch(
          new Request(`https://api.example/regulars/v1/documents/campaigns/${path}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${publisher.key}` },
            body: JSON.stringify(body),
          }),
          { address: '203.0.113.9' },
        );
      const pushed = await ask('draft', { document: JSON.stringify({ ...withShare(holdout), revision }) });
      assert.equal(pushed.status, 200, await pushed.text());
      assert.equal((await ask('publish', {})).status, 200);
    };
    const isOff = async (): Promise<boolean> => {
      const report = (await ask(server, '/reports/second-order')) as unknown as Record<string, unknown>;
      return (report.sampleRatio as { isOff: boolean }).isOff;
    };
    await reach(30, 30);
    assert.equal(await isOff(), false);
    await publish(0.1, 1);
    // Three of forty are a tenth, not the half of 33 of 100.
    await reach(37, 3);
    assert.equal(await isOff(), false);
    // A campaign that was nobody's for a while and comes back keeps being counted by its share.
    await reach(5, 35);
    assert.equal(await isOff(), true);
  });
});

/** An order as the webhook stores it. */
async function insertOrder(
  server: ServerFixture,
  who: string,
  placedAt: number,
  status = 'paid',
): Promise<void> {
  await server.db.query(
    `insert into shop_order (order_id, status, total, currency, items, anonymous_id, placed_at, received_at)
     values ($1, $2, 1000, 'EUR', '[]', $3, $4, $4)`,
    [`${who}-${placedAt}-${status}`, status, who, placedAt],
  );
}
