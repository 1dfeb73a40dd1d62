import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

/** A link for a campaign; what is not given is as the form offers it first. */
async function makeLink(
  operator: APIRequestContext,
  url: string,
  more: Readonly<Record<string, string>>,
): Promise<string> {
  const answered = await operator.post('/regulars/operator/api/previews', {
    headers: { origin: url },
    data: { campaignId: 'garden-week', page: '/', ...more },
  });
  expect(answered.ok(), await answered.text()).toBe(true);
  const { link } = await answered.json();
  return link;
}

/** Everything that the browser keeps for the shop, but the tab's own memory of the tool. */
const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, document.cookie];
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of (await indexedDB.databases()).sort((a, b) => (a.name! < b.name! ? -1 : 1))) {
      const db = await ask(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        found.push(
          name,
          store,
          await ask(rows.getAllKeys()),
          await ask(db.transaction(store).objectStore(store).getAll()),
        );
      }
      db.close();
    }
    return JSON.stringify(found);
  });

const bar = (page: Page) => page.locator('regulars-preview');

test.describe('preview', () => {
  test.beforeEach(({ page }) => allowAutomation(page));

  test('C11 a preview link plays a campaign for a chosen visitor and records nothing', async ({
    page,
    operator,
    demo,
    watch,
  }) => {
    await page.goto('/');
    await answer(page, 'yes');
    await idle(page);
    await page.evaluate(() => globalThis.regulars?.flush?.());
    // Leave the page, so that nothing of it is under way.
    await page.goto('/regulars/health');
    const before = await dump(page);
    watch.sent.length = 0;

    await page.goto(
      await makeLink(operator, demo.url, {
        campaignId: 'daily-card',
        page: '/rewards',
        locale: 'bg',
        outcome: '1',
      }),
    );
    await expect(bar(page)).toContainText('Preview');
    await expect(bar(page)).toContainText('prize 2');
    expect(page.url()).not.toContain('regulars-preview');
    const card = page.locator('regulars-slot[name="rewards-scratch"] regulars-scratch');
    await expect(card.getByRole('button').first()).toBeVisible();
    await expect(bar(page)).toContainText('It is on the page');
    const found = await new AxeBuilder({ page }).include('regulars-preview').analyze();
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath('card.png') });
    await page.goto('/help');
    await expect(bar(page)).toContainText('Preview');
    await idle(page);
    await page.goto('/regulars/health');
    expect(await dump(page)).toBe(before);
    expect(watch.sent.filter((one) => !one.endsWith('/actions'))).toEqual([]);
    expect(watch.errors).toEqual([]);
  });

  test('a preview says why a visitor would not see the campaign, shows it on demand, and ends', async ({
    page,
    operator,
    demo,
  }) => {
    await page.goto(await makeLink(operator, demo.url, { persona: 'customer', campaignId: 'welcome-tour' }));
    await expect(bar(page)).toContainText('customer');
    await expect(bar(page).locator('li').first()).toContainText('visit');
    await expect(page.locator('regulars-tour')).toHaveCount(0);
    await bar(page).getByRole('button', { name: 'Show it now' }).click();
    await expect(page.locator('regulars-overlay regulars-tour')).toContainText('Looking for something?');
    await page.screenshot({ path: test.info().outputPath('tour.png') });
    await bar(page).getByRole('button', { name: 'End the preview' }).click();
    await expect(bar(page)).toHaveCount(0);
    await page.reload();
    await idle(page);
    await expect(bar(page)).toHaveCount(0);
  });

  test('a preview without consent shows what such a visitor sees', async ({ page, operator, demo }) => {
    await page.goto(
      await makeLink(operator, demo.url, { persona: 'new', campaignId: 'welcome-tour', consent: 'none' }),
    );
    await expect(bar(page)).toContainText('refused');
    await expect(bar(page).locator('.state')).toContainText(/consent|allow/i);
    await expect(page.locator('regulars-tour')).toHaveCount(0);
  });

  test('a broken token tells so, and the shop goes on as for anybody', async ({ page, watch }) => {
    await page.goto('/?regulars-preview=abc');
    await expect(bar(page)).toContainText('This preview link is not valid');
    await answer(page, 'yes');
    await idle(page);
    await page.evaluate(() => globalThis.regulars?.flush?.());
    await expect.poll(() => watch.sent).toContain('POST /regulars/v1/batch');
  });
});
