import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, test as base, expect, type Page, request } from '@playwright/test';
import { readDocuments } from '../../demo/src/documents.ts';
import { type RunningDemo, startDemoProcess } from '../support/demo.ts';
import { createBatch, createEvent } from '../support/server-fixture.ts';

/** The demo with holdouts: half of the visitors see best sellers. */
function campaignsWithHoldout(): string {
  const { campaigns } = readDocuments();
  const lists = ['home-for-you', 'category-rising', 'order-next'];
  const own = campaigns.campaigns.filter(({ id }) => lists.includes(id));
  return JSON.stringify({ ...campaigns, campaigns: own.map((one) => ({ ...one, holdout: 0.5 })) });
}

const test = base.extend<object, { readonly demo: RunningDemo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixture's dependencies from this pattern
    async ({}, use) => {
      const demo = await startDemoProcess({ DEMO_CAMPAIGNS: campaignsWithHoldout() });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

/** One visitor who saw two cards of a list, and may have clicked one. */
async function visit(
  shop: APIRequestContext,
  campaignId: string,
  { who, isHeldOut, clicks }: { readonly who: string; readonly isHeldOut: boolean; readonly clicks: boolean },
): Promise<void> {
  const strategy = isHeldOut ? 'popular' : 'for-you';
  const common = {
    ...{ campaignId, slot: campaignId, widget: 'carousel', strategy, source: 'index', indexVersion: 'v1' },
    ...(isHeldOut ? { variantId: 'holdout' } : {}),
  };
  const t = Date.now() - 60_000;
  const act = (name: string, props: object) => createEvent({ name, t, props: { ...common, ...props } });
  const card = { productId: 'par-101', position: 0 };
  const events = [
    act('recommendation_shown', { productIds: ['par-101', 'par-102'] }),
    act('recommendation_viewed', card),
    act('recommendation_viewed', { productId: 'par-102', position: 1 }),
    ...(clicks ? [act('recommendation_clicked', card)] : []),
  ];
  const batch = createBatch(events, { key: 'demo-key', anonymousId: who, sentAt: Date.now() });
  const answer = await shop.post('/regulars/v1/batch', { data: batch });
  expect(answer.status()).toBe(200);
}

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('the operator reads what lists came to: rates with intervals, the difference to best sellers, which numbers not to believe, and what nobody saw', async ({
  browser,
  demo,
}) => {
  const shop = await request.newContext({ baseURL: demo.url, extraHTTPHeaders: { origin: demo.url } });
  for (let at = 0; at < 30; at += 1) {
    await visit(shop, 'home-for-you', { who: `mine-${at}`, isHeldOut: false, clicks: at % 2 === 0 });
    await visit(shop, 'home-for-you', { who: `held-${at}`, isHeldOut: true, clicks: at % 10 === 0 });
    await visit(shop, 'category-rising', { who: `odd-${at}`, isHeldOut: at === 0, clicks: false });
  }
  await shop.post(demo.operatorLink);
  const context = await browser.newContext({
    baseURL: demo.url,
    storageState: await shop.storageState(),
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  await page.goto('/regulars/operator/');
  await page.getByRole('link', { name: 'Lists', exact: true }).click();
  const list = page.getByRole('region', { name: 'Home page list', exact: true });
  const shown = list.getByRole('row').filter({ hasText: /^shown/ });
  // Visitors, cards seen, clicks, their rate with its interval, the difference in points with its own.
  await expect(shown).toContainText(
    /^shown\s*30\s*60\s*15\s*25 % \(1\d[\d.]* … 3\d[\d.]*\)\s*\+20 \(\+[\d.]+ … \+[\d.]+\)/,
  );
  await expect(list.getByRole('row').filter({ hasText: /^held out/ })).toContainText('5 % (');
  await expect(page.getByText('Home page list: Proven: the interval leaves zero out.')).toBeVisible();
  await expect(page.getByText(/^Rising this week.*: Do not believe these numbers/)).toBeVisible();
  await expect(page.getByText('Nobody has seen this list yet.')).toBeVisible();
  // Fewer days, by the keyboard alone.
  await page.getByLabel('Days from click to order').fill('3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/window=3/);
  await expect(shown).toContainText('25 %');
  for (const [width, colorScheme] of [
    [1280, 'dark'],
    [360, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await isWide(page)).toBe(false);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
  await context.close();
  await shop.dispose();
});
