import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { look } from './shopper.ts';

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Regulars debug panel' });
const section = (page: Page, id: string): Locator => page.locator(`regulars-debug [data-section="${id}"]`);

/** Opens a section of the panel. */
async function unfold(page: Page, id: string): Promise<Locator> {
  const found = section(page, id);
  if ((await found.getAttribute('open')) === null) await found.locator('summary').first().click();
  return found;
}

/** Serves a page whose tag does not allow tools. */
async function serveWithoutTools(page: Page): Promise<void> {
  await page.route('**/plain.html*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A shop</title><body data-regulars-page="home"><h1>A shop</h1>
        <script type="module" src="/sdk/regulars.js" data-key="demo-key" data-endpoint="/regulars" data-document="/regulars/v1/document/demo-key.json"></script></body></html>`,
    }),
  );
}

test.beforeEach(({ page }) => allowAutomation(page));

test('the panel tells the journey, why and why not, the source of a list, and the queue', async ({
  page,
  watch,
}) => {
  await page.goto('/?regulars-debug');
  await expect(panel(page)).toBeVisible();
  await test.step('before the answer: popular products, and no tour for want of consent', async () => {
    const lists = await unfold(page, 'recommendations');
    await expect(lists).toContainText('home-for-you');
    await expect(lists).toContainText('fallback: popular products');
    const tour = section(page, 'campaigns').locator('[data-key="campaign-welcome-tour"]');
    await expect(tour).toContainText('consent');
    await expect(tour).not.toContainText('shown on');
    await expect(await unfold(page, 'journey')).toContainText('nothing is stored');
  });
  await answer(page, 'yes');
  await test.step('after the answer: what was recorded, decided and delivered', async () => {
    await expect(section(page, 'journey')).toContainText('IndexedDB');
    await expect(section(page, 'journey')).toContainText('page_viewed');
    const tour = section(page, 'campaigns').locator('[data-key="campaign-welcome-tour"]');
    await expect(tour.locator('.state.shown')).toBeVisible();
    const similar = section(page, 'campaigns').locator('[data-key="campaign-product-similar"]');
    await expect(similar.locator('.state')).not.toHaveText('shown');
    await similar.locator('summary').click();
    await expect(similar.locator('li.no').first()).toBeVisible();
    const delivery = await unfold(page, 'delivery');
    await expect(delivery).toContainText('http');
    await expect.poll(() => numberAfter(delivery, 'Delivered')).toBeGreaterThan(0);
    await expect.poll(() => numberAfter(delivery, 'Waiting')).toBe(0);
  });
  await test.step('on the next pages it comes back, and says when a list is personal', async () => {
    await look(page, '/p/enamel-milk-pot');
    await look(page, '/p/linden-board');
    await expect(panel(page)).toBeVisible();
    const lists = await unfold(page, 'recommendations');
    await expect(lists).toContainText('product-similar');
    await expect(lists).not.toContainText('fallback: popular products');
  });
  await test.step('axe finds nothing in it', async () => {
    const result = await new AxeBuilder({ page }).include('regulars-debug').analyze();
    expect(result.violations.map(({ id }) => id)).toEqual([]);
    expect(result.passes.length).toBeGreaterThan(0);
  });
  await test.step('closed, it stays away', async () => {
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await look(page, '/');
    await expect(panel(page)).toHaveCount(0);
  });
  expect(watch.errors).toEqual([]);
});

/** The number beside a term of a section. */
async function numberAfter(found: Locator, term: string): Promise<number> {
  const text = await found.locator(`dt:text-is("${term}") + dd`).first().textContent();
  return Number(text);
}

test('a tag without data-tools opens the panel for a signed token alone', async ({
  page,
  operator,
  demo,
}) => {
  await serveWithoutTools(page);
  const asked = page.waitForResponse(/\/sdk\/chunks\/open-tools/);
  await page.goto('/plain.html?regulars-debug');
  await asked;
  await idle(page);
  await expect(panel(page)).toHaveCount(0);

  await test.step('a token of somebody else opens nothing', async () => {
    const refused = page.waitForResponse('**/regulars/v1/actions');
    await page.goto('/plain.html?regulars-debug=eyJhbGciOiJub25lIn0.e30.');
    expect((await refused).ok()).toBe(false);
    await idle(page);
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step('a token for another tool opens nothing', async () => {
    const confirmed = page.waitForResponse('**/regulars/v1/actions');
    await page.goto(`/plain.html?regulars-debug=${await tokenFor('pick')}`);
    expect((await confirmed).ok()).toBe(true);
    await idle(page);
    await expect(panel(page)).toHaveCount(0);
  });

  await page.goto(`/plain.html?regulars-debug=${await tokenFor('debug')}`);
  await expect(panel(page)).toBeVisible();

  async function tokenFor(tool: string): Promise<string> {
    const answered = await operator.post('/regulars/operator/api/tool-token', {
      headers: { origin: demo.url },
      data: { tools: [tool] },
    });
    return ((await answered.json()) as { token: string }).token;
  }
});
