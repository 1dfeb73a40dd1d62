import assert from 'node:assert/strict';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Feed } from '@regulars/schema';
import { createClient } from '@regulars/server/client';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
  START,
} from '../../../../test/support/server-fixture.ts';
import { smallIndex } from '../../../../test/support/small-index.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const DAY_MS = 86_400_000;
const key = 'viewer-key-0123456789-0123456789-0123';
const apiKeys = [
  { name: 'mail', role: 'viewer' as const, key },
  { name: 'admin', role: 'admin' as const, key: 'admin-key-0123456789-0123456789-0123' },
];
const all = ['functional', 'analytics', 'personalization'];

/** The small index on disk, its products with pages and pictures. */
function writeIndex(change: (card: Record<string, unknown>) => object = (card) => card): string {
  const folder = join(tempFolder(), 'index');
  mkdirSync(folder);
  for (const [path, body] of Object.entries(smallIndex)) {
    const name = path.replace('/index/', '');
    const cards = (): string =>
      JSON.stringify(
        JSON.parse(body).map((card: { id: string }) =>
          change({
            ...card,
            url: `/p/${card.id}`,
            image: { src: `https://pictures.example/${card.id}.jpg`, width: 10, height: 10 },
          }),
        ),
      );
    writeFileSync(join(folder, name), name.startsWith('cards') ? cards() : body);
  }
  return folder;
}

type Event = readonly [name: string, id: string, more?: object];

/** What a browser told, and the customer signed in with it. */
async function tell(
  server: ServerFixture,
  who: string,
  events: readonly Event[],
  consent = all,
): Promise<void> {
  const made = events.map(([name, id, more], at) =>
    createEvent({ name, t: START - DAY_MS + at * 1000, props: { product: { id }, ...more }, consent }),
  );
  assert.equal((await server.post('/v1/batch', createBatch(made, { anonymousId: who }))).status, 200);
}

describeOnDatabases('lists for mails', (open) => {
  const start = async (t: Parameters<typeof createServerFixture>[0], more: object = {}) => {
    const server = await createServerFixture(t, open, {
      apiKeys,
      feeds: { index: writeIndex(), shop: 'https://shop.example' },
      ...more,
    });
    const client = createClient({
      ...{ url: 'https://api.example/regulars', apiKey: key, now: server.now },
      fetch: (request) => server.handler.fetch(request),
    });
    const follow = (address: string) => server.handler.fetch(new Request(address));
    return { server, client, follow };
  };
  const idsOf = ({ items }: Feed) => items.map(({ product, source }) => `${product.id} ${source}`);

  test('ranks what a customer did on the shop’s pages with the code of the browser, and names what led to each', async (t) => {
    const { server, client } = await start(t);
    await tell(server, 'ana', [
      ['product_viewed', 'cup'],
      ['product_viewed', 'tea'],
    ]);
    const feed = await client.makeFeed('visitor:ana');
    // The browser's own order for the same journey: recommendations.test.ts.
    assert.deepEqual(idsOf(feed).slice(0, 4), ['t1 index', 't2 index', 't3 index', 't4 index']);
    assert.deepEqual(
      feed.items.map(({ because }) => because),
      ['tea', 'tea', 'tea', 'cup'],
    );
    assert.deepEqual([feed.personal, feed.indexVersion, feed.strategy], [true, 'small-1', 'for-you']);
    assert.equal(feed.expiresAt, server.now() + 30 * DAY_MS);
  });

  test('leaves out what was bought, what lies in the cart and what is sold out, and knows the other strategies', async (t) => {
    const sold = (card: Record<string, unknown>) => (card.id === 't3' ? { ...card, inStock: false } : card);
    const { server, client } = await start(t, {
      feeds: { index: writeIndex(sold), shop: 'https://shop.example' },
    });
    await tell(server, 'ana', [
      ['product_viewed', 'cup'],
      ['product_viewed', 'tea'],
      ['cart_product_added', 't1'],
      ['wishlist_product_added', 'p5'],
      ['wishlist_product_added', 'p6'],
      ['wishlist_product_removed', 'p5'],
    ]);
    await server.db.query(
      `insert into shop_order (order_id, status, total, currency, items, person_id, placed_at, received_at)
       select 'o1', 'paid', 100, 'EUR', '[{"productId":"t2"}]', v.person_id, $1, $1 from visitor v where v.anonymous_id = 'ana'`,
      [START],
    );
    const ids = idsOf(await client.makeFeed('visitor:ana', { max: 12 })).map((id) => id.split(' ')[0]);
    for (const gone of ['t1', 't2', 't3']) assert.ok(!ids.includes(gone), `${gone} in ${ids}`);
    assert.ok(ids.includes('t4'));
    assert.deepEqual(idsOf(await client.makeFeed('visitor:ana', { strategy: 'wishlist' })), ['p6 recent']);
    assert.deepEqual(idsOf(await client.makeFeed('visitor:ana', { strategy: 'popular', max: 2 })), [
      'p1 popular',
      'p2 popular',
    ]);
  });

  test('makes best sellers of what was recorded without leave to personalise, and says so', async (t) => {
    const { server, client } = await start(t);
    await tell(server, 'ana', [['product_viewed', 'tea']], ['functional', 'analytics']);
    const feed = await client.makeFeed('visitor:ana');
    assert.deepEqual(idsOf(feed)[0], 'p1 popular');
    assert.equal(feed.personal, false);
  });

  test('its addresses lead to picture and page as they are now, are cached, and hold for their days', async (t) => {
    const { server, client, follow } = await start(t);
    await tell(server, 'ana', [['product_viewed', 'tea']]);
    const [first] = (await client.makeFeed('visitor:ana', { days: 2 })).items;
    assert.ok(first);
    const [image, link] = [await follow(first.image), await follow(first.link)];
    assert.deepEqual([image.status, image.headers.get('location')], [302, 'https://pictures.example/t1.jpg']);
    assert.deepEqual([link.status, link.headers.get('location')], [302, 'https://shop.example/p/t1']);
    assert.equal(image.headers.get('cache-control'), 'private, max-age=600');
    server.advance(2 * DAY_MS + 1000);
    const late = await follow(first.link);
    assert.deepEqual([late.status, (await late.json()).reason], [401, 'token-expired']);
  });

  test('takes no address that it did not sign, leads to no script, and none once the person is erased', async (t) => {
    const script = (card: Record<string, unknown>) => ({ ...card, url: 'javascript:alert(1)' });
    const { server, client, follow } = await start(t, {
      feeds: { index: writeIndex(script), shop: 'https://shop.example' },
    });
    await tell(server, 'ana', [['product_viewed', 'tea']]);
    const [first] = (await client.makeFeed('visitor:ana')).items;
    assert.ok(first);
    const foreign = await follow(first.link.replace(/feeds\/[^/]+/, 'feeds/not.a.token'));
    assert.deepEqual([foreign.status, (await foreign.json()).reason], [401, 'token-invalid']);
    assert.equal((await follow(first.link)).status, 404);
    assert.equal((await follow(first.image)).status, 302);
    const admin = { authorization: `Bearer ${apiKeys[1]?.key}` };
    const erased = await server.handler.fetch(
      new Request('https://api.example/regulars/v1/people/visitor:ana', { method: 'DELETE', headers: admin }),
    );
    assert.equal(erased.status, 200);
    assert.equal((await follow(first.image)).status, 404);
    await assert.rejects(client.makeFeed('visitor:ana'), { reason: 'not-found' });
  });

  test('refuses strangers, wrong wishes, servers without an index, and too many at once', async (t) => {
    const { server, client, follow } = await start(t, { limits: { feed: { burst: 2, perSecond: 0.01 } } });
    await tell(server, 'ana', [['product_viewed', 'tea']]);
    const path = '/v1/people/visitor:ana/feed';
    assert.equal((await server.post(path, {})).status, 401);
    await assert.rejects(client.makeFeed('visitor:nobody'), { reason: 'not-found' });
    await assert.rejects(client.makeFeed('visitor:ana', { max: 99 }), { reason: 'bad-request' });
    const [first] = (await client.makeFeed('visitor:ana')).items;
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await follow(first?.image ?? '')).status);
    assert.deepEqual(statuses, [302, 302, 429]);
    const bare = await start(t, { feeds: undefined });
    await tell(bare.server, 'ana', [['product_viewed', 'tea']]);
    await assert.rejects(bare.client.makeFeed('visitor:ana'), { reason: 'not-found' });
  });

  test('takes up a new index within a minute, and keeps the old one while a build writes', async (t) => {
    const index = writeIndex();
    const { server, client } = await start(t, { feeds: { index } });
    await tell(server, 'ana', [['product_viewed', 'tea']]);
    assert.equal((await client.makeFeed('visitor:ana')).indexVersion, 'small-1');
    const file = join(index, 'manifest.json');
    const manifest = JSON.parse(smallIndex['/index/manifest.json'] ?? '');
    writeFileSync(file, '{ half');
    server.advance(61_000);
    assert.equal((await client.makeFeed('visitor:ana')).indexVersion, 'small-1');
    writeFileSync(file, JSON.stringify({ ...manifest, version: 'small-2' }));
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    server.advance(61_000);
    assert.equal((await client.makeFeed('visitor:ana')).indexVersion, 'small-2');
  });
});
