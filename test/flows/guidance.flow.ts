import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

const bar = (page: Page) => page.locator('regulars-announcement [part="box"]');

/** How often something moved up or down that no act of the visitor explains. */
const shifts = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as { shifted?: number }).shifted ?? 0);

test.beforeEach(async ({ page }) => {
  await allowAutomation(page);
  await page.addInitScript(() => {
    const seen = globalThis as { shifted?: number };
    seen.shifted = 0;
    // Letters change their width when the shop's own font comes; what moves down or up would be ours.
    type Shift = PerformanceEntry & {
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
    };
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput && sources.some(({ previousRect: was, currentRect: is }) => was.y !== is.y))
          seen.shifted = (seen.shifted ?? 0) + 1;
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

test('an announcement fills the reserved line without a shift, also before the answer, and stays closed', async ({
  page,
  watch,
  violations,
}) => {
  await page.goto('/');
  await expect(bar(page)).toContainText('Herb week');
  await idle(page);
  expect(await shifts(page)).toBe(0);
  await expect(bar(page).getByRole('link')).toHaveAttribute('href', '/c/garden');
  await answer(page, 'yes');
  await page.locator('regulars-announcement').getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.site-line')).toBeVisible();
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(page.locator('.site-line')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  expect(watch.errors).toEqual([]);
  expect(violations).toEqual([]);
});
