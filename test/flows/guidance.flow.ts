import { AxeBuilder } from '@axe-core/playwright';
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

/** Leaves the tour that greets newcomers. */
async function leaveTour(page: Page): Promise<void> {
  await expect(page.locator('regulars-tour [part="box"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('regulars-tour [part="box"]')).toHaveCount(0);
}

test('the help button is worked by keys alone, starts the tour again, and keeps tips off', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('regulars-launcher')).toHaveCount(0);
  await answer(page, 'yes');
  await leaveTour(page);
  const launcher = page.locator('regulars-launcher');
  await launcher.getByRole('button', { name: 'Help' }).focus();
  await page.keyboard.press('Enter');
  await test.step('the list as a screen reader has it', async () => {
    await expect(launcher.locator('[part="base"]')).toMatchAriaSnapshot(`
      - dialog "How can we help?":
        - heading "How can we help?" [level=2]
        - button "Close"
        - heading "Show me round" [level=3]
        - list:
          - listitem:
            - button "A short walk round the shop"
        - heading "Good to know" [level=3]
        - list:
          - listitem:
            - link "Delivery and returns"
        - heading "Code for our support" [level=3]
        - switch "Tips" [checked]
      - button "Help" [expanded]
    `);
  });
  await test.step('axe finds nothing', async () => {
    const { violations: found, passes } = await new AxeBuilder({ page })
      .include({ fromShadowDom: ['regulars-overlay', 'regulars-launcher'] })
      .analyze();
    expect(found.map(({ id }) => id)).toEqual([]);
    expect(passes.length).toBeGreaterThan(0);
  });
  await launcher.getByRole('switch', { name: 'Tips' }).press('Space');
  await expect(launcher.getByRole('switch', { name: 'Tips' })).not.toBeChecked();
  await launcher.getByRole('button', { name: 'A short walk round the shop' }).press('Enter');
  await expect(page.locator('regulars-tour [part="box"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await idle(page);
  await page.reload();
  await idle(page);
  await launcher.getByRole('button', { name: 'Help' }).click();
  await expect(launcher.getByRole('switch', { name: 'Tips' })).not.toBeChecked();
});

test('missions tick themselves off as the visitor shops, and a hint is read once', async ({ page }) => {
  await page.goto('/');
  await answer(page, 'yes');
  await leaveTour(page);
  for (const path of ['/p/enamel-milk-pot', '/p/linden-board', '/p/swan-watering-can']) {
    await page.goto(path);
    await idle(page);
  }
  await page.goto('/account');
  const list = page.locator('regulars-checklist');
  await expect(list).toMatchAriaSnapshot(`
    - region "Settle in":
      - heading "Settle in" [level=2]
      - status: 1 of 3 done
      - button "Show or hide the steps" [expanded]
      - button "Close the list"
      - list:
        - listitem: /Look at three things/
        - listitem:
          - link /Go.*Search for a word/
        - listitem:
          - button /Go.*Take the short walk/
  `);
  const { violations: found } = await new AxeBuilder({ page })
    .include({ fromShadowDom: ['regulars-slot[name="account-steps"]', 'regulars-checklist'] })
    .analyze();
  expect(found.map(({ id }) => id)).toEqual([]);
  await page.goto('/c/garden');
  const hint = page.locator('regulars-hint');
  await expect(hint.getByRole('button', { name: 'Too much to choose from?' })).toBeVisible();
  await page.locator('.js-filter').first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(hint.getByRole('dialog', { name: 'Too much to choose from?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.js-filter').first()).toBeFocused();
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(hint).toHaveCount(0);
});
