import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { parseDocument } from '@regulars/schema';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

const picker = (page: Page): Locator => page.locator('regulars-pick');
const press = (page: Page, name: string): Promise<void> =>
  picker(page).getByRole('button', { name, exact: true }).click();

/** Points at an element, writes what the step says, and adds it. */
async function addStep(
  page: Page,
  target: Locator,
  [title, body]: readonly [string, string],
  path?: string,
): Promise<void> {
  await press(page, 'Point at an element');
  await target.click();
  await picker(page).getByRole('textbox', { name: 'Title' }).fill(title);
  await picker(page).getByRole('textbox', { name: 'Text', exact: true }).fill(body);
  if (path !== undefined)
    await picker(page)
      .getByRole('textbox', { name: /Only on pages/ })
      .fill(path);
  await press(page, 'Add to the tour');
}

test.beforeEach(({ page }) => allowAutomation(page));

test('a tour of three steps over two pages is picked, played, copied, and runs in the shop as it is', async ({
  page,
  context,
  watch,
  violations,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/?regulars-pick');
  await test.step('pointing swallows the press: the cart is not opened', async () => {
    await addStep(
      page,
      page.locator('.js-search:visible'),
      ['Looking for something?', 'Type a word: *basil*.'],
      '',
    );
    await addStep(page, page.locator('.js-cart:visible'), ['Your cart', 'It lives **here**.'], '');
    expect(new URL(page.url()).pathname).toBe('/');
  });
  await page.goto('/c/garden');
  await test.step('on the next page the steps are still there', async () => {
    await expect(picker(page).locator('ol li')).toHaveCount(2);
    await addStep(page, page.locator('.js-filter').first(), ['A shorter shelf', 'Choose a brand.'], '/c/*');
  });
  await test.step('the whole tour plays in place, the page it is on aside', async () => {
    await press(page, 'Play the tour');
    await expect(page.locator('regulars-tour [part="box"]')).toContainText('Looking for something?');
    await page.keyboard.press('Escape');
    await expect(page.locator('regulars-tour')).toHaveCount(0);
  });
  await picker(page).getByRole('textbox', { name: 'Name of the tour' }).fill('First walk');
  await press(page, 'Copy the whole tour');
  await expect(picker(page).getByRole('status')).toContainText('paste it');
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.widget.props.steps.map(({ target }: { target: unknown }) => target)).toEqual([
    expect.arrayContaining(['.js-search']),
    expect.arrayContaining(['.js-cart']),
    expect.arrayContaining(['.js-filter']),
  ]);
  const document = {
    formatVersion: 1,
    revision: 99,
    zone: 'UTC',
    fallbackLocales: ['en'],
    campaigns: [copied],
  };
  const parsed = parseDocument(JSON.stringify(document));
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  await press(page, 'Close the picker');

  await test.step('set live with the priority that the README names, shoppers get it before the welcome tour', async () => {
    const shop = JSON.parse(readFileSync(new URL('../../demo/campaigns.json', import.meta.url), 'utf8'));
    const own = { ...copied, status: 'live', priority: 60 };
    const live = { ...shop, revision: 99, campaigns: [...shop.campaigns, own] };
    expect(parseDocument(JSON.stringify(live)).ok).toBe(true);
    await page.route('**/v1/document/demo-key.json*', (route) => route.fulfill({ json: live }));
    await page.goto('/');
    await answer(page, 'yes');
    const box = page.locator('regulars-tour [part="box"]');
    await expect(box).toContainText('Type a word: basil.');
    await page.locator('regulars-tour').getByRole('button', { name: 'Next' }).click();
    await expect(box).toContainText('Your cart');
  });
  expect(watch.errors).toEqual([]);
  expect(violations).toEqual([]);
});

test('axe finds nothing in the picker', async ({ page }) => {
  await page.goto('/?regulars-pick');
  await press(page, 'Point at an element');
  await page.locator('.js-cart:visible').click();
  const { violations: found, passes } = await new AxeBuilder({ page }).include('regulars-pick').analyze();
  expect(found.map(({ id }) => id)).toEqual([]);
  expect(passes.length).toBeGreaterThan(0);
});

test('the picker opens for a signed token of its own alone, and on the tab’s next pages until it is closed', async ({
  page,
  operator,
  demo,
}) => {
  await page.route('**/plain.html*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A shop</title><body><h1>A shop</h1>
        <script type="module" src="/sdk/regulars.js" data-key="demo-key" data-endpoint="/regulars"></script></body></html>`,
    }),
  );
  const tokenFor = async (tool: string): Promise<string> => {
    const answered = await operator.post('/regulars/operator/api/tool-token', {
      headers: { origin: demo.url },
      data: { tools: [tool] },
    });
    return ((await answered.json()) as { token: string }).token;
  };
  const asked = page.waitForResponse('**/regulars/v1/actions');
  await page.goto(`/plain.html?regulars-pick=${await tokenFor('debug')}`);
  await asked;
  await idle(page);
  await expect(picker(page)).toHaveCount(0);
  await page.goto(`/plain.html?regulars-pick=${await tokenFor('pick')}`);
  await expect(picker(page).getByRole('button', { name: 'Point at an element' })).toBeVisible();
  await page.goto('/plain.html');
  await press(page, 'Close the picker');
  await page.goto('/plain.html');
  await idle(page);
  await expect(picker(page)).toHaveCount(0);
});

test('the picker works behind a login: the press on what signs out is swallowed too', async ({ page }) => {
  await page.goto('/account');
  await page.locator('.door').first().click();
  await expect(page.locator('.who')).toBeVisible();
  await page.goto('/account?regulars-pick');
  await press(page, 'Point at an element');
  await page.locator('.who button').click();
  await expect(picker(page).getByRole('textbox', { name: 'Title' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.who')).toBeVisible();
});
