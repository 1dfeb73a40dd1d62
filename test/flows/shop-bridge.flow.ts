import { createHash, randomUUID } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';
import { type Database, serve } from '@regulars/server';
import type { ShopBridge } from 'regulars';
import { type ShopBridgeBench, shopBridgeContract } from 'regulars/shop-bridge-contract';
import { readStock } from '../../demo/src/backend/stock.ts';
import { readDocuments } from '../../demo/src/documents.ts';
import { type OpenShop, openShop } from '../../demo/src/open-shop.ts';
import { openInMemory } from '../support/pglite-image.ts';

interface Shop {
  readonly url: string;
  readonly db: Database;
  readonly shop: OpenShop;
}

const test = base.extend<object, { readonly demo: Shop }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixture's dependencies from this pattern
    async ({}, use) => {
      const secret = createHash('sha256').update(randomUUID()).digest('hex');
      const db = await openInMemory();
      const { program } = readDocuments();
      const secrets = { customer: secret, webhook: secret };
      const shop = await openShop({ db, secrets, program, send: async () => new Response('{}') });
      const server = await serve({ fetch: shop.fetch, handlers: [], port: 0 });
      await use({ url: server.url, db, shop });
      await server.stop();
      await shop.webhook.stop();
      await db.close();
    },
    { scope: 'worker' },
  ],
});

const hooks = [
  'cart',
  'addToCart',
  'setVisitorReference',
  'priceAndStock',
  'productData',
  'thresholds',
  'applyCoupon',
  'wishlist',
  'saveWishlist',
  'customerToken',
] as const satisfies readonly (keyof ShopBridge)[];

type Hooks = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** The page's own hooks, called from here. */
function bridgeOf(page: Page): ShopBridge {
  const call =
    (name: string) =>
    (...args: unknown[]) =>
      page.evaluate(
        ([hook, given]) => {
          const { regularsConfig } = globalThis as unknown as { regularsConfig: { shop: Hooks } };
          return regularsConfig.shop[hook]?.(...given);
        },
        [name, args] as const,
      );
  return Object.fromEntries(hooks.map((name) => [name, call(name)]));
}

async function benchOf(page: Page, { url, db, shop }: Shop): Promise<ShopBridgeBench> {
  const stock = await readStock(db);
  const [productId = ''] = [...stock].find(([, left]) => left > 5) ?? [];
  const post = (path: string, fields: Record<string, string>): Promise<unknown> =>
    page.evaluate(
      ([to, body]) => fetch(to, { method: 'POST', body: new URLSearchParams(body) }).then(({ ok }) => ok),
      [path, fields] as const,
    );
  return {
    bridge: bridgeOf(page),
    reset: () => page.context().clearCookies(),
    productId,
    unknownProductId: 'no-such-product',
    coupon: {
      good: async () =>
        (await shop.hook.mintCoupon({ claimId: randomUUID(), template: 'percent-10', personId: 'p' })).code,
      bad: 'NO-SUCH-CODE',
    },
    async readVisitorReference() {
      const cart = (await page.context().cookies(url)).find(({ name }) => name === 'shop-cart');
      const [row] = await db.query<{ visitor_ref: string | null }>(
        'select visitor_ref from shop.cart where id = $1',
        [cart?.value ?? randomUUID()],
      );
      return row?.visitor_ref ?? null;
    },
    async signIn() {
      await post('/account/sign-in', { customer: 'customer-ana' });
    },
  };
}

test("the demo shop's hooks keep every promise of the contract", async ({ page, demo }) => {
  // The SDK is not what is tried here: the page loads its hooks, and nothing calls them but this test.
  await page.route('**/sdk/**', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(demo.url);
  await page.waitForFunction(() => 'regularsConfig' in globalThis);
  const cases = shopBridgeContract(await benchOf(page, demo));
  expect(cases).toHaveLength(12);
  for (const { name, run } of cases) await test.step(name, run);
});
