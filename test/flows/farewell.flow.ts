import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { tourBox } from './shopper.ts';

/** All that the browser holds for the shop, of whomever. */
async function held(page: Page): Promise<unknown> {
  const inPage = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  // The cart is the shop's: it keeps there, on its server, the reference it was given.
  const cookies = (await page.context().cookies())
    .map(({ name }) => name)
    .filter((one) => one !== 'shop-cart');
  return { ...inPage, cookies };
}

const leave = {
  formatVersion: 1,
  revision: 999,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: [],
  farewell: true,
};

test('a farewell document leaves a browser like one that never saw us, and asks for itself alone', async ({
  page,
  browser,
  baseURL,
}) => {
  // A visitor with a yes, a journey, caps and a begun tour.
  await allowAutomation(page);
  await page.goto('/help');
  await answer(page, 'yes');
  await idle(page);
  await expect(tourBox(page)).toBeVisible();
  await page.goto('/');
  await idle(page);
  expect(JSON.stringify(await held(page))).toContain('regulars/demo-key');

  await page.route('**/regulars/v1/document/**', (route) =>
    route.fulfill({ contentType: 'application/json', body: JSON.stringify(leave) }),
  );
  for (const path of ['/help', '/', '/search?q=a']) {
    await page.goto(path);
    await idle(page);
  }
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (one) => {
    const { pathname } = new URL(one.url());
    if (pathname.startsWith('/regulars/')) asked.push(pathname);
  });
  await page.goto('/');
  await idle(page);
  await page.waitForLoadState('networkidle');
  // The script's own files aside, which the page names.
  expect(asked).toEqual(['/regulars/v1/document/demo-key.json']);
  expect(await page.locator('regulars-overlay').count()).toBe(0);

  // The same shop without the script, in a browser of its own.
  const fresh = await browser.newContext({ baseURL: baseURL ?? '' });
  await fresh.route('**/sdk/**', (route) => route.abort());
  const stranger = await fresh.newPage();
  await stranger.goto('/help');
  await answer(stranger, 'yes');
  await stranger.goto('/');
  await stranger.waitForLoadState('networkidle');
  expect(await held(page)).toEqual(await held(stranger));
  await fresh.close();
});
