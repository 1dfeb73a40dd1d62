import type { Page, Route } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { documentFile, expectShopWorks, problemsOf, tourBox } from './shopper.ts';

const controlFile = '**/regulars/v1/control/*';
const listCards = (page: Page) => page.locator('regulars-slot[name="home-for-you"] regulars-product-card');

test.beforeEach(async ({ page }) => {
  test.slow();
  await allowAutomation(page);
});

test.afterEach(async ({ page, faults }) => {
  await expectShopWorks(page);
  expect(faults).toEqual([]);
});

/** Ways in which a file cannot be had. */
const ways: readonly (readonly [what: string, respond: (route: Route) => Promise<void> | void])[] = [
  ['answers 500', (route) => route.fulfill({ status: 500, body: 'Internal Server Error' })],
  ['answers 429', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '120' }, body: '' })],
  ['never answers', () => undefined],
];

for (const [what, respond] of ways) {
  test(`a document that ${what} is named once; the stored copy decides on the next visit`, async ({
    page,
  }) => {
    await page.route(documentFile, respond);
    await page.goto('/');
    await answer(page, 'yes');
    await expect
      .poll(() => problemsOf(page), { timeout: 20_000 })
      .toEqual([expect.stringMatching(/^document-unavailable .*demo-key\.json$/)]);
    await expect(page.locator('regulars-slot[name="home-for-you"] shop-card').first()).toBeVisible();
    await page.unroute(documentFile);
    await page.goto('/c/garden');
    await idle(page);
    await page.route(documentFile, respond);
    await page.goto('/');
    await expect(listCards(page).first()).toBeVisible();
    await page.unroute(documentFile);
  });

  test(`a control file that ${what} is named once, and what is held decides`, async ({ page }) => {
    await page.route(controlFile, respond);
    await page.goto('/');
    await answer(page, 'yes');
    await expect(listCards(page).first()).toBeVisible();
    await expect(tourBox(page)).toContainText('1 of 3');
    expect(await problemsOf(page)).toEqual([expect.stringMatching(/^control-unanswered .*demo-key\.json$/)]);
    await page.unroute(controlFile);
  });
}

/** A file of the build that does not come, where it would be needed, and the problem that names it. */
const chunks: readonly (readonly [chunk: string, path: string, problem: string])[] = [
  ['settle-winners', '/', 'decision-failed'],
  ['lists-part', '/', 'part-unavailable recommendations'],
  ['make-list', '/', 'list-failed'],
  ['load-widgets', '/', 'element-unavailable carousel'],
  ['lit', '/', 'element-unavailable carousel'],
  ['tour', '/', 'element-unavailable tour'],
  ['data-layer', '/', 'collector-unavailable data-layer'],
  ['structured-data', '/p/enamel-milk-pot', 'collector-unavailable structured-data'],
  ['reach-backend', '/', 'delivery-unavailable'],
  ['rewards', '/', 'part-unavailable rewards'],
  ['open-tools', '/?regulars-debug', 'tools-unavailable'],
];

for (const [chunk, path, problem] of chunks) {
  test(`a page without its file ${chunk} goes on, and names it once`, async ({ page }) => {
    const pattern = new RegExp(`/sdk/chunks/${chunk}-[\\w-]{8}\\.js$`);
    let refused = 0;
    await page.route(pattern, (route) => {
      refused++;
      return route.abort();
    });
    await page.goto(path);
    await answer(page, 'yes');
    await expect.poll(() => problemsOf(page), { timeout: 20_000 }).toContain(problem);
    expect(refused).toBeGreaterThan(0);
    const found = await problemsOf(page);
    expect(new Set(found).size).toBe(found.length);
    await page.unroute(pattern);
  });
}
