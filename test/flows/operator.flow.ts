import { type APIRequestContext, type Browser, type Page, request } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy, cardsIn, look } from './shopper.ts';

/** A page that is signed in as the operator. */
async function operatorPage(browser: Browser, operator: APIRequestContext, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: await operator.storageState() });
  return context.newPage();
}

/** A shopper who said yes, and their id. */
async function greet(page: Page): Promise<string> {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await idle(page);
  return (await page.evaluate(() => globalThis.regulars?.inspect?.().anonymousId)) ?? '';
}

const send = (page: Page): Promise<unknown> => page.evaluate(() => globalThis.regulars?.flush?.());

test('without a session every page and every call answers 401', async ({ operator, demo }) => {
  const overview = await (await operator.get('/regulars/operator/')).text();
  const linked = [...overview.matchAll(/(?:href|action)="(\/regulars\/operator\/[^"]*)"/g)].map(
    (one) => one[1] ?? '',
  );
  const apis = [
    'me',
    'live',
    'overview',
    'visitors',
    'decisions',
    'orders',
    'deliveries',
    'plays',
    'visitors/x',
    'visitors/x/export',
  ];
  const gets = [
    ...new Set([
      ...linked,
      ...apis.map((one) => `/regulars/operator/api/${one}`),
      '/regulars/operator/visitors/x',
      '/regulars/operator/nothing',
    ]),
  ];
  expect(linked.length).toBeGreaterThan(6);
  const stranger = await request.newContext({ baseURL: demo.url });
  for (const path of gets) expect((await stranger.get(path)).status(), path).toBe(401);
  for (const path of [
    'pauses',
    'tool-token',
    'accounts',
    'accounts/1',
    'accounts/1/link',
    'visitors/x/erase',
    'password',
    'sign-out',
  ]) {
    const answered = await stranger.post(`/regulars/operator/api/${path}`, {
      headers: { origin: demo.url },
      data: {},
    });
    expect(answered.status(), path).toBe(401);
  }
  await stranger.dispose();
});

test('the printed link signs in once', async ({ operator, demo }) => {
  expect((await operator.get('/regulars/operator/api/me')).status()).toBe(200);
  const stranger = await request.newContext();
  const again = await stranger.post(demo.operatorLink, { headers: { origin: demo.url } });
  expect(again.status()).toBe(401);
  expect(await again.text()).toContain('was used before');
  await stranger.dispose();
});

test('the pages show what a shopper sent, and follow while more arrives', async ({
  page,
  browser,
  operator,
  demo,
  watch,
}) => {
  test.setTimeout(100_000);
  const id = await greet(page);
  await look(page, '/p/linden-board');
  const order = await buy(page, '/p/pickle-jar');
  await idle(page);
  await send(page);
  const desk = await operatorPage(browser, operator, demo.url);
  const short = id.slice(0, 13);
  const faults: string[] = [];
  desk.on('pageerror', (error) => faults.push(String(error)));
  desk.on('console', (one) => one.type() === 'error' && faults.push(one.text()));

  await test.step('orders, decisions and deliveries', async () => {
    await desk.goto('/regulars/operator/orders');
    const row = desk.getByRole('row').filter({ hasText: order });
    await expect(row).toContainText('visitor-ref');
    await expect(row).toContainText(short);
    await desk.goto('/regulars/operator/decisions');
    await expect(desk.getByRole('table').first()).toContainText('welcome-tour');
    await desk.goto('/regulars/operator/deliveries');
    await expect(desk.getByRole('row').filter({ hasText: short }).first()).toContainText('IndexedDB');
  });

  await test.step('the journey, live', async () => {
    await desk.goto('/regulars/operator/visitors');
    await desk.getByRole('link', { name: short }).first().click();
    const journey = desk.locator('#content');
    await expect(journey).toContainText('page viewed');
    await expect(journey).toContainText(order);
    await expect(desk.locator('#live')).toHaveAttribute('data-state', 'on');
    // A reload would lose this mark.
    await desk.evaluate(() => Object.assign(globalThis, { mark: true }));
    const title = 'Help · Parapet';
    await expect(journey).not.toContainText(title);
    await page.goto('/help');
    expect(await page.title()).toBe(title);
    await idle(page);
    await send(page);
    await expect(journey).toContainText(title);
    expect(await desk.evaluate(() => 'mark' in globalThis)).toBe(true);
  });
  expect(faults).toEqual([]);
  expect(watch.errors).toEqual([]);
  await desk.context().close();
});

test('a paused campaign leaves the next page and the page that is open', async ({
  page,
  browser,
  operator,
  demo,
}) => {
  await greet(page);
  const slot = page.locator('regulars-slot[name="home-for-you"]');
  expect(await cardsIn(page, 'home-for-you')).not.toEqual([]);
  const desk = await operatorPage(browser, operator, demo.url);
  await desk.goto('/regulars/operator/');
  const row = desk.getByRole('row').filter({ hasText: 'home-for-you' });
  await row.getByRole('button', { name: /^Pause/ }).click();
  await expect(row).toContainText('paused');

  // The page asks the control file when it gets the focus.
  const asked = page.waitForResponse('**/regulars/v1/control/*');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await asked;
  await expect(slot.locator('regulars-product-card')).toHaveCount(0);
  await expect(slot.locator('shop-card').first()).toBeVisible();
  await page.goto('/');
  await idle(page);
  await expect(slot.locator('regulars-product-card')).toHaveCount(0);

  await row.getByRole('button', { name: /^Resume/ }).click();
  await expect(row).not.toContainText('paused');
  await page.goto('/');
  expect(await cardsIn(page, 'home-for-you')).not.toEqual([]);
  await desk.context().close();
});
