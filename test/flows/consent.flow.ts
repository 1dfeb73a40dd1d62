import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test, type Watch } from './fixtures.ts';
import { tourBox } from './shopper.ts';

/** What the browser holds of us: databases, cookies and storage keys that the shop did not make itself. */
async function held(page: Page): Promise<string[]> {
  const inPage = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map((one) => `database ${one.name}`),
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ]);
  const cookies = (await page.context().cookies()).filter((one) => !one.name.startsWith('shop-'));
  return [...inPage, ...cookies.map((one) => `cookie ${one.name}`)];
}

const tenPages = ['/', '/help', '/search?q=a', '/account', '/', '/help', '/bg/', '/pl/', '/ru/', '/'];

/** Ten pages on which nothing opens, is stored or is sent. */
async function expectNothing(page: Page, { sent, errors }: Watch): Promise<void> {
  for (const path of tenPages) {
    await page.goto(path);
    await idle(page);
    expect(await page.locator('regulars-tour').count()).toBe(0);
  }
  expect(await held(page)).toEqual([]);
  expect(sent).toEqual([]);
  expect(errors).toEqual([]);
}

for (const choice of ['pending', 'no'] as const) {
  test(`stores nothing, sends nothing and opens nothing on ten pages while the answer is ${choice}`, async ({
    page,
    watch,
  }) => {
    await allowAutomation(page);
    await page.goto('/');
    await idle(page);
    if (choice === 'no') await answer(page, 'no');
    await expectNothing(page, watch);
  });
}

test('stores nothing and sends nothing on ten pages after a visitor was forgotten who then said no', async ({
  page,
  watch,
}) => {
  await allowAutomation(page);
  await page.goto('/help');
  await answer(page, 'yes');
  await idle(page);
  await page.goto('/');
  await idle(page);
  expect(await held(page)).toContain('database regulars/demo-key');
  await page.evaluate(() => globalThis.regulars?.forget?.());
  await page.locator('#consent-change').click();
  await answer(page, 'no');
  await idle(page);
  await page.goto('/');
  await idle(page);
  watch.sent.length = 0;
  await expectNothing(page, watch);
});

test('starts the journey on the page of the answer and forgets it when the answer is taken back', async ({
  page,
  watch,
}) => {
  await allowAutomation(page);
  await page.goto('/help');
  await answer(page, 'yes');
  await expect.poll(() => watch.sent.filter((one) => one.endsWith('/batch')).length).toBeGreaterThan(0);
  expect(await held(page)).toContain('database regulars/demo-key');
  // On a phone the step is a sheet over the banner's place: the visitor leaves it first.
  await expect(tourBox(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tourBox(page)).toBeHidden();
  await page.locator('#consent-change').click();
  await answer(page, 'no');
  await idle(page);
  const events = await page.evaluate(() => globalThis.regulars?.exportJourney?.());
  expect(JSON.stringify(events ?? null)).not.toContain('page_viewed');
});
