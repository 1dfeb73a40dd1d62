import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import type { Check } from './page-report.ts';

const campaigns = [
  { id: 'hello', slot: 'home-top' },
  { id: 'tour', slot: 'overlay' },
];

/** A page of a shop that has the script: what it says of itself, and what the SDK heard of it. */
const pageOf = (events: readonly string[], body: string): string => `<!doctype html><title>Shop</title>
<script>
  const told = ${JSON.stringify(['page_viewed', ...events])};
  window.regulars = {
    idle: () => Promise.resolve(),
    inspect: () => ({
      consent: { state: 'answered', granted: ['necessary', 'analytics'] },
      events: told.map((name) => ({ event: { name } })),
      problems: [],
      campaigns: ${JSON.stringify(campaigns)},
    }),
  };
</script>
<script type="module" src="/regulars.js" data-key="k" data-endpoint="/regulars"></script>
${body}`;

const layer = (event: string): string => `<script>dataLayer = [{ event: '${event}' }];</script>`;
const linked = (type: string): string =>
  `<script type="application/ld+json">{ "@type": "${type}", "name": "Pot" }</script>`;
const buy = '<button class="buy">Buy</button>';

const pages: Readonly<Record<string, string>> = {
  '/right/p': pageOf(
    ['product_viewed'],
    `${layer('view_item')}${linked('Product')}<div itemscope itemtype="https://schema.org/Product"></div>${buy}`,
  ),
  '/right/cart': pageOf(
    ['cart_viewed'],
    `${layer('view_cart')}<regulars-slot name="home-top"></regulars-slot>`,
  ),
  '/right/order': pageOf(['order_placed'], layer('purchase')),
  '/own/p': pageOf(['product_viewed', 'cart_product_added'], buy),
  '/wrong/p': pageOf([], `${linked('Product')}${buy}${buy}`),
  '/wrong/cart': pageOf([], layer('add_to_cart')),
  '/wrong/order': pageOf([], linked('Order')),
  '/bare': pageOf([], ''),
};
const files: Readonly<Record<string, string>> = {
  '/regulars/health': '{"ok":true}',
  '/regulars/v1/document/k.json': JSON.stringify({
    campaigns: [
      { trigger: { on: 'click', selector: '.buy' } },
      { trigger: { on: 'selector', selector: '[[' } },
    ],
  }),
};

async function openShop(
  t: TestContext,
): Promise<(...paths: string[]) => Promise<ReadonlyMap<string, Check>>> {
  const server = createServer(({ url = '' }, answer) => {
    const type = files[url] ? 'application/json' : url.endsWith('.js') ? 'text/javascript' : 'text/html';
    answer.setHeader('content-type', type).end(files[url] ?? pages[url] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.REGULARS_CONFIG_DIR = tempFolder();
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (...paths) => {
    const { out, err } = await callCli('doctor', ...paths.map((path) => origin + path), '--json');
    assert.ok(out, err);
    const { checks } = JSON.parse(out) as { readonly checks: readonly Check[] };
    return new Map(checks.map((one) => [one.id, one]));
  };
}

test('doctor recognises products, carts, orders, slots and selectors on pages, and cures each that is not', {
  timeout: 120_000,
}, async (t) => {
  const look = await openShop(t);
  const expect = (
    found: ReadonlyMap<string, Check>,
    lines: Readonly<Record<string, readonly [Check['state'], RegExp, RegExp?]>>,
  ): void => {
    for (const [id, [state, says, cure]] of Object.entries(lines)) {
      const check = found.get(id);
      assert.equal(check?.state, state, `${id}: ${check?.says}`);
      assert.match(check?.says ?? '', says, id);
      if (cure) assert.match(check?.cure ?? '', cure, id);
      else assert.equal(check?.cure, undefined, id);
    }
  };
  await t.test('everything is there', async () => {
    expect(await look('/right/p', '/right/cart', '/right/order'), {
      product: ['good', /view_item in the data layer and Product in JSON-LD and Product in microdata/],
      cart: ['good', /view_cart in the data layer/],
      order: ['good', /purchase in the data layer/],
      slots: ['good', /All 1 slots are found/],
      // A selector that no browser understands is on no page.
      selectors: ['unseen', /Not on these pages: \[\[/, /regulars-pick/],
    });
  });
  await t.test('the shop calls by itself; what no page can show is said so', async () => {
    expect(await look('/own/p'), {
      product: ['good', /the shop’s own call/],
      cart: ['good', /the shop’s own call/],
      order: ['unseen', /No page that was given shows one/, /address of the page after an order/],
      slots: ['bad', /None of the slots is on these pages: home-top/, /<regulars-slot name="home-top">/],
    });
  });
  await t.test('the page tells, and nothing comes of it', async () => {
    expect(await look('/wrong/p', '/wrong/cart', '/wrong/order'), {
      product: ['bad', /Product in JSON-LD\), but no event came of it/, /An id or a price is missing there/],
      cart: ['bad', /add_to_cart in the data layer/, /An id or a price/],
      order: ['bad', /Order in JSON-LD/, /An id or a price/],
      slots: ['bad', /home-top/, /where it shall show/],
      selectors: ['bad', /\.buy matches 2 elements/, /regulars-pick/],
    });
  });
  await t.test('a page that has nothing', async () => {
    expect(await look('/bare'), {
      product: ['unseen', /No page/, /regulars\.track\('product_viewed'/],
      cart: ['unseen', /No page/, /regulars\.track\('cart_viewed'/],
      selectors: ['bad', /Not on these pages/, /pick them anew/],
    });
  });
});
