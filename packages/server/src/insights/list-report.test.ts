import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CampaignDocument } from '@regulars/schema';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';
import { ratioDifference, ratioOf } from './ratio-rule.ts';
import type { ListReport } from './read-list-report.ts';

const key = 'viewer-key-0123456789-0123456789-0123';
const DAY_MS = 86_400_000;
const document: CampaignDocument = {
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns: [
    {
      ...{ id: 'for-you', name: 'For you', status: 'live', holdout: 0.5 },
      ...{ trigger: { on: 'page' }, placement: { slot: 'home' }, content: { en: { title: 'For you' } } },
      widget: { type: 'carousel', props: { strategy: 'for-you' } },
    },
  ],
};
const options = { campaigns: document, apiKeys: [{ name: 'viewer', role: 'viewer' as const, key }] };
const common = {
  ...{ campaignId: 'for-you', slot: 'home', widget: 'carousel', strategy: 'for-you', source: 'index' },
  indexVersion: 'v7',
};

/** Tells the server what a visitor did with a card. */
async function card(
  server: ServerFixture,
  who: string,
  name: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const { t = START - 2 * DAY_MS, ...props } = more;
  const own = name === 'recommendation_shown' ? { productIds: ['p1'] } : { productId: 'p1', position: 0 };
  const event = createEvent({ name, t, props: { ...common, ...own, ...props } });
  const answer = await server.post('/v1/batch', createBatch([event], { anonymousId: who }));
  assert.equal(answer.status, 200);
}

async function order(
  server: ServerFixture,
  who: string,
  products: readonly string[],
  more: { at?: number; status?: string } = {},
): Promise<void> {
  const { at = START - DAY_MS, status = 'paid' } = more;
  const items = products.map((productId) => ({
    productId,
    quantity: 2,
    price: { value: 500, currency: 'EUR' },
  }));
  await server.db.query(
    `insert into shop_order (order_id, status, total, currency, items, anonymous_id, placed_at, received_at)
     values ($1, $2, 1000, 'EUR', $3, $4, $5, $5)`,
    [`${who}-${products.join('-')}-${at}`, status, JSON.stringify(items), who, at],
  );
}

const reportOf = async (server: ServerFixture, query = ''): Promise<ListReport> => {
  const answer = await server.get(`/v1/list-reports?campaign=for-you${query}`, {
    authorization: `Bearer ${key}`,
  });
  const { reports } = (await answer.json()) as { reports: ListReport[] };
  assert.ok(reports[0]);
  return reports[0];
};

describeOnDatabases('lists', (open) => {
  test('R39 a purchase within seven days of a click names widget, position, model and variant; another product does not', async (t) => {
    const server = await createServerFixture(t, open, options);
    const click = { productId: 'p3', position: 4, variantId: 'b' };
    await card(server, 'ana', 'recommendation_clicked', { ...click, position: 2, t: START - 3 * DAY_MS });
    await card(server, 'ana', 'recommendation_clicked', click);
    await order(server, 'ana', ['p3', 'p9']);
    // Another visitor, too late, before the click, and taken back.
    await order(server, 'eva', ['p3']);
    await card(server, 'leo', 'recommendation_clicked', { ...click, t: START - 9 * DAY_MS });
    await order(server, 'leo', ['p3']);
    await order(server, 'ana', ['p3'], { at: START - 4 * DAY_MS });
    await order(server, 'ana', ['p3'], { at: START - 3600_000, status: 'cancelled' });
    const { purchases } = await reportOf(server);
    assert.deepEqual(purchases, [
      {
        ...{ orderId: `ana-p3-p9-${START - DAY_MS}`, productId: 'p3', placedAt: START - DAY_MS },
        ...{
          clickedAt: START - 2 * DAY_MS,
          quantity: 2,
          value: 1000,
          currency: 'EUR',
          position: 4,
          variantId: 'b',
        },
        ...common,
      },
    ]);
    // A longer window takes the late one in.
    assert.equal((await reportOf(server, '&window=10')).purchases.length, 2);
  });

  test('R39 an order that names a variant of the card is its purchase, whether it was clicked or put into the cart; the product itself still is', async (t) => {
    const server = await createServerFixture(t, open, options);
    const variants = ['p1-s', 'p1-m', 'p1'];
    for (const [who, act, bought] of [
      ['ana', 'clicked', ['p1-m', 'p1-s']],
      ['eva', 'added', ['p1-s']],
      ['leo', 'clicked', ['p1']],
      // Nobody’s: a variant the card did not have, and an order of a visitor who saw another card.
      ['ivo', 'clicked', ['p2-s']],
    ] as const) {
      await card(server, who, `recommendation_${act}`, { variants });
      await order(server, who, bought);
    }
    await card(server, 'mia', 'recommendation_clicked', { productId: 'p2', variants: ['p2-s'] });
    await order(server, 'mia', ['p1-m']);
    const { arms, purchases } = await reportOf(server);
    assert.deepEqual(
      purchases.map(({ orderId, productId }) => `${orderId.split('-')[0]} ${productId}`).sort(),
      ['ana p1-m', 'ana p1-s', 'eva p1-s', 'leo p1'],
    );
    assert.deepEqual([arms[0]?.purchases, arms[0]?.revenue], [4, { EUR: 4000 }]);
  });

  test('the operator’s page of lists says when no campaign has one, when nobody saw it, and what came of it; a failure is a sentence', async (t) => {
    const none = await createServerFixture(t, open, {
      ...options,
      campaigns: { ...document, campaigns: [] },
    });
    const pageOf = async (server: ServerFixture): Promise<readonly [number, string]> => {
      const answer = await server.get('/operator/lists', await server.signIn());
      return [answer.status, await answer.text()];
    };
    assert.match((await pageOf(none))[1], /No live campaign shows a list\./);
    const server = await createServerFixture(t, open, options);
    const admin = await server.signIn();
    const read = async (): Promise<string> => (await server.get('/operator/lists', admin)).text();
    assert.match(await read(), /For you[\s\S]*Nobody has seen this list yet\./);
    for (const strategy of ['for-you', 'trending'])
      await card(server, 'ana', 'recommendation_viewed', { strategy, productId: strategy });
    const page = await read();
    assert.match(page, /For you: strategies[\s\S]*trending/);
    assert.match(page, /data-topics="[^"]*batch/);
    await server.db.query('alter table event rename to gone');
    const failed = await server.get('/operator/lists', { ...admin, accept: 'text/html' });
    const sentence = await failed.text();
    await server.db.query('alter table gone rename to event');
    assert.equal(failed.status, 503);
    assert.match(sentence, /<main[\s\S]*<p/);
    assert.doesNotMatch(sentence, /relation|select|Error/);
  });

  test('counts what came of each strategy of a list that tries several, without who was held out', async (t) => {
    const server = await createServerFixture(t, open, options);
    for (const [who, strategy, variantId] of [
      ['ana', 'for-you', undefined],
      ['eva', 'trending', undefined],
      ['leo', 'trending', 'b'],
      ['ivo', 'popular', 'holdout'],
    ] as const) {
      for (const productId of ['p1', 'p2'])
        await card(server, who, 'recommendation_viewed', { strategy, variantId, productId });
      if (who !== 'ana') await card(server, who, 'recommendation_clicked', { strategy, variantId });
    }
    const { strategies } = await reportOf(server);
    assert.deepEqual(strategies, [
      { strategy: 'for-you', views: 2, clicks: 0 },
      { strategy: 'trending', views: 4, clicks: 2 },
    ]);
  });

  test('counts clicks and purchases per card seen by arm, against those who saw best sellers', async (t) => {
    const server = await createServerFixture(t, open, options);
    for (let at = 0; at < 30; at += 1) {
      const arms = [
        ['mine', undefined, at % 2 === 0],
        ['held', 'holdout', at % 10 === 0],
      ] as const;
      for (const [name, variantId, clicks] of arms) {
        const who = `${name}-${at}`;
        await card(server, who, 'recommendation_shown', { variantId });
        for (const productId of ['p1', 'p2'])
          await card(server, who, 'recommendation_viewed', { variantId, productId });
        if (clicks) await card(server, who, 'recommendation_clicked', { variantId });
        if (clicks && at % 4 === 0) await order(server, who, ['p1']);
      }
    }
    const { arms, sampleRatio, proven } = await reportOf(server);
    assert.deepEqual(
      arms.map(({ id, visitors, views, clicks, purchases, revenue }) => [
        id,
        visitors,
        views,
        clicks,
        purchases,
        revenue,
      ]),
      [
        ['shown', 30, 60, 15, 8, { EUR: 8000 }],
        ['held-out', 30, 60, 3, 2, { EUR: 2000 }],
      ],
    );
    assert.equal(arms[0]?.clickRate?.rate, 0.25);
    assert.equal(arms[0]?.clickDifference?.difference, 0.2);
    assert.ok((arms[0]?.clickDifference?.low ?? 0) > 0);
    assert.deepEqual([proven, sampleRatio?.isOff], [true, false]);
    const admin = await server.signIn();
    const read = async (): Promise<string> => (await server.get('/operator/lists', admin)).text();
    const page = await read();
    assert.match(page, /For you: Proven: the interval leaves zero out\./);
    // Rate with its interval, then the difference in points with its own.
    assert.match(page, />25 % \(1\d[\d.]* … 3\d[\d.]*\)<[\s\S]*>\+20 \(\+[\d.]+ … \+[\d.]+\)</);
    assert.match(page, />held out<[\s\S]*>5 % \(/);
    assert.match(page, /Purchases that followed a click[\s\S]*for-you, index/);
    assert.doesNotMatch(page, /Do not believe these numbers/);
    server.advance(3_600_000);
    for (let at = 0; at < 60; at += 1)
      await card(server, `more-${at}`, 'recommendation_shown', { variantId: undefined });
    assert.match(await read(), /role="status">For you: Do not believe these numbers/);
    const gone = await server.get('/v1/list-reports?campaign=nothing', { authorization: `Bearer ${key}` });
    assert.equal(gone.status, 404);
  });
});

test('an interval counts visitors: the same clicks by fewer people prove less', () => {
  // 400 people who saw one card, every fourth clicked it; 40 who saw ten, every fourth clicked all.
  const [views, goals] = [400, 100];
  const many = ratioOf({ visitors: 400, views, goals, viewsViews: 400, goalsGoals: 100, goalsViews: 100 });
  const few = ratioOf({ visitors: 40, views, goals, viewsViews: 4000, goalsGoals: 1000, goalsViews: 1000 });
  assert.deepEqual([many?.rate, few?.rate], [0.25, 0.25]);
  // One view each is a share: the textbook interval, 1.96 x sqrt(0.25 x 0.75 / 400) = 0.0424.
  assert.ok(Math.abs((many?.high ?? 0) - 0.2925) < 0.0003);
  assert.ok((few?.high ?? 0) - 0.25 > 3 * ((many?.high ?? 0) - 0.25));
  const none = { visitors: 1, views: 0, goals: 0, viewsViews: 0, goalsGoals: 0, goalsViews: 0 };
  assert.equal(ratioOf(none), null);
  assert.equal(ratioDifference(many, null), null);
});
