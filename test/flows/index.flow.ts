import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { callCli } from '../support/call-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { cardsIn } from './shopper.ts';

let folder = '';
test.beforeEach(async ({ page }) => {
  folder = tempFolder();
  await allowAutomation(page);
});

/** Runs the command as a shop would, and puts what it wrote in the place of the demo's index. */
async function build(page: Page, ...options: readonly string[]): Promise<void> {
  const { code, err } = await callCli(
    'build-index',
    ...options,
    '--currency',
    'EUR',
    '--out',
    join(folder, 'index'),
  );
  expect(code, err).toBe(0);
  await page.route('**/index/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/index/', '');
    await route.fulfill({
      contentType: 'application/json',
      body: await readFile(join(folder, 'index', name)),
    });
  });
}

/** Looks at products of the export, as the shop's own script would tell it. */
async function viewed(page: Page, ids: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    for (const id of all) globalThis.regulars?.track?.('product_viewed', { product: { id, title: id } });
  }, ids);
  await idle(page);
}

test('an index of a small shop of its own shows its products, and follows the visitor', async ({
  page,
  watch,
}) => {
  const teas = ['assam', 'sencha', 'rooibos', 'oolong', 'mint', 'nettle'];
  const boots = ['hiker', 'wader', 'chelsea', 'derby', 'clog', 'brogue'];
  const rows = Array.from({ length: 60 }, (_, visitor) =>
    (visitor % 3 === 0 ? teas : boots).map((id, place) =>
      [`v${visitor}`, id, new Date(Date.UTC(2026, 9, 1 + (visitor % 28), 10, place)).toISOString()].join(),
    ),
  );
  await writeFile(join(folder, 'clicks.csv'), ['visitor_id,product_id,time', ...rows.flat()].join('\n'));
  const products = [...teas, ...boots].map(
    (id) => `${id},The ${id},/p/${id},4.50,${teas.includes(id) ? 'tea' : 'boots'}`,
  );
  await writeFile(join(folder, 'products.csv'), ['id,title,url,price,category', ...products].join('\n'));
  await build(page, '--clicks', join(folder, 'clicks.csv'), '--products', join(folder, 'products.csv'));

  await page.goto('/');
  await answer(page, 'yes');
  const popular = await cardsIn(page, 'home-for-you');
  expect(boots, 'two of three visitors look at boots').toContain(popular[0]);
  await expect(page.locator('regulars-product-card').getByText('The hiker')).toBeVisible();

  await viewed(page, ['assam', 'sencha']);
  await page.goto('/');
  const own = await cardsIn(page, 'home-for-you');
  expect(teas).toContain(own[0]);
  expect(own).not.toEqual(popular);
  expect(watch.errors).toEqual([]);
});

const data = process.env.REGULARS_DATA;

test('an index of the bol clicks shows its products, and follows the visitor', async ({ page, watch }) => {
  test.skip(!data, 'data absent');
  const clicks = join(data ?? '', 'bol-toy-clicks/train.txt');
  const sessions = new Map<string, string[]>();
  for await (const line of createInterface({ input: createReadStream(clicks) })) {
    const [session = '', id = ''] = line.split('\t');
    if (session !== 'SessionId') sessions.set(session, [...(sessions.get(session) ?? []), id]);
  }
  // The set has no product texts; a card needs a title.
  const ids = new Set([...sessions.values()].flat());
  await writeFile(
    join(folder, 'products.csv'),
    ['id,title', ...[...ids].map((id) => `${id},Product ${id}`)].join('\n'),
  );
  await build(page, '--clicks', clicks, '--products', join(folder, 'products.csv'));

  await page.goto('/');
  await answer(page, 'yes');
  const popular = await cardsIn(page, 'home-for-you');
  expect(popular.length).toBeGreaterThan(3);
  for (const id of popular) expect(ids).toContain(id);
  const companions = [...sessions.values()].find(
    (one) => new Set(one).size > 5 && !one.some((id) => popular.includes(id)),
  );
  await viewed(page, [...new Set(companions)].slice(0, 2));
  await page.goto('/');
  const own = await cardsIn(page, 'home-for-you');
  expect(own).not.toEqual(popular);
  for (const id of own) expect(ids).toContain(id);
  expect(watch.errors).toEqual([]);
});
