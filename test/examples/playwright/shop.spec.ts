import { expect, type Page, test } from '@playwright/test';
import type { Inspection } from 'regulars';
import { campaigns } from './campaigns.ts';
import { idle, openShop } from './open-shop.ts';

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-20T12:00:00Z'));

const inspect = (page: Page): Promise<Inspection> => page.evaluate(() => globalThis.regulars.inspect());

test('greets a first visit with the tour, and not again once it is dismissed', async ({ page }) => {
  await openShop(page, { document: campaigns, force: true });
  await page.locator('#consent-yes').click();
  const tour = page.locator('regulars-tour');
  await expect(tour.getByText('Type a word here.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await idle(page);

  await page.reload();
  await page.locator('#consent-yes').click();
  await idle(page);
  const [welcome] = (await inspect(page)).campaigns;
  expect(welcome?.outcome).toBe('refused');
  await expect(tour).toBeHidden();
});

test('opens nothing by itself in a test that does not ask for it', async ({ page }) => {
  await openShop(page, { document: campaigns });
  await page.locator('#consent-yes').click();
  await idle(page);
  expect((await inspect(page)).slots.overlay).toBe(null);
});

test('sends and stores nothing after a no', async ({ page }) => {
  const backend = await openShop(page, { document: campaigns, force: true });
  await page.locator('#consent-no').click();
  await page.evaluate(() => globalThis.regulars.track('search_performed', { term: 'lantern' }));
  await page.evaluate(() => globalThis.regulars.flush());
  expect(backend.events).toEqual([]);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('delivers the search after a yes', async ({ page }) => {
  const backend = await openShop(page, { document: campaigns });
  await page.locator('#consent-yes').click();
  await page.evaluate(() => globalThis.regulars.track('search_performed', { term: 'lantern' }));
  await page.evaluate(() => globalThis.regulars.flush());
  const found = backend.events.find(({ name }) => name === 'search_performed');
  expect(found?.props).toEqual({ term: 'lantern' });
});
