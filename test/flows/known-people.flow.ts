import type { Browser, Page } from '@playwright/test';
import type { CampaignInspection } from '@regulars/core';
import { createClient } from '@regulars/server/client';
import { type RunningDemo, startDemoProcess } from '../support/demo.ts';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy } from './shopper.ts';

const apiKey = 'flow-key-0123456789-0123456789-0123456789';
const onHome = { on: 'page', pageType: 'home' };
const bar = {
  status: 'live',
  trigger: onHome,
  widget: { type: 'announcement', props: { form: 'bar', body: 'body' } },
  content: { en: { body: 'For you' } },
};
const campaigns = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: [
    {
      ...bar,
      id: 'once-a-person',
      placement: { overlay: 'bar' },
      frequency: { maxShows: 1, scope: 'person' },
    },
    {
      ...bar,
      id: 'win-back',
      placement: { slot: 'site-bar' },
      audience: {
        all: [
          { attr: 'customer.score.churn', op: 'gte', value: 0.7 },
          { attr: 'customer.ageHours.score.churn', op: 'lt', value: 24 },
          { attr: 'customer.orders', op: 'gte', value: 1 },
          { attr: 'customer.lifetimeValue', op: 'gt', value: { value: 0, currency: 'EUR' } },
        ],
      },
    },
  ],
};

let demo: RunningDemo;
test.beforeAll(async () => {
  demo = await startDemoProcess({ DEMO_API_KEY: apiKey, DEMO_CAMPAIGNS: JSON.stringify(campaigns) });
});
test.afterAll(() => demo.stop());

/** A device of its own on which a customer of the demo signed in. */
async function openDevice(browser: Browser, customer: number): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await allowAutomation(page);
  await page.goto('/account');
  await answer(page, 'yes');
  await page.locator('.door').nth(customer).click();
  await idle(page);
  return page;
}

const inspect = (page: Page, id: string): Promise<CampaignInspection | undefined> =>
  page.evaluate((name) => {
    const { campaigns: all = [] } = globalThis.regulars?.inspect?.() ?? {};
    return JSON.parse(JSON.stringify(all.find((one) => one.id === name) ?? null)) ?? undefined;
  }, id);

const whyOf = async (page: Page, id: string): Promise<string> => {
  const { reasons = [] } = (await inspect(page, id)) ?? {};
  const last = reasons.at(-1);
  return `${last?.step}:${last?.why}`;
};

const traceOf = async (page: Page, id: string) =>
  (await inspect(page, id))?.reasons.find(({ step }) => step === 'audience')?.trace ?? [];

test('what a customer saw on one device is not shown on the other, and another customer sees it', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const phone = await openDevice(browser, 0);
  await phone.goto('/');
  await idle(phone);
  await expect.poll(async () => (await inspect(phone, 'once-a-person'))?.outcome).toBe('shown');
  await phone.evaluate(() => globalThis.regulars?.flush?.());
  const desk = await openDevice(browser, 0);
  await desk.goto('/');
  await idle(desk);
  await expect.poll(() => whyOf(desk, 'once-a-person')).toBe('caps:max-shows:1/1');
  const other = await openDevice(browser, 1);
  await other.goto('/');
  await idle(other);
  await expect.poll(async () => (await inspect(other, 'once-a-person'))?.outcome).toBe('shown');
  for (const page of [phone, desk, other]) await page.context().close();
});

test('a campaign follows orders and a score of the shop’s backend, and tells how old it is', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const ana = await openDevice(browser, 0);
  await ana.goto('/');
  await idle(ana);
  // She bought nothing yet, and of the score nothing was said: neither yes nor no.
  await expect.poll(() => whyOf(ana, 'win-back')).toBe('audience:false');
  expect(await traceOf(ana, 'win-back')).toEqual([
    { path: '', result: false },
    { path: 'all[0]', result: null },
    { path: 'all[1]', result: null },
    { path: 'all[2]', result: false, found: 0, ageMs: expect.any(Number) },
    { path: 'all[3]', result: null },
  ]);
  const product = await ana.locator('a[href*="/p/"]').first().getAttribute('href');
  await buy(ana, product ?? '');
  const crm = createClient({ url: `${demo.url}/regulars`, apiKey });
  await expect
    .poll(async () => (await crm.readAttributes('customer:customer-ana')).attributes.orders?.value)
    .toBe(1);
  const at = Date.now() - 5 * 3_600_000;
  await crm.setAttributes('customer:customer-ana', { attributes: { 'score.churn': 0.9 }, at });

  const desk = await openDevice(browser, 0);
  await desk.goto('/');
  await idle(desk);
  await expect.poll(async () => (await inspect(desk, 'win-back'))?.outcome).toBe('shown');
  await expect(desk.getByText('For you').first()).toBeVisible();
  const trace =
    (await inspect(desk, 'win-back'))?.reasons.find(({ step }) => step === 'audience')?.trace ?? [];
  const score = trace.find(({ path }) => path === 'all[0]');
  expect(score).toMatchObject({ result: true, found: 0.9 });
  expect(Math.floor((score?.ageMs ?? 0) / 3_600_000)).toBe(5);

  const boris = await openDevice(browser, 1);
  await boris.goto('/');
  await idle(boris);
  await expect.poll(() => whyOf(boris, 'win-back')).toMatch(/^audience:(unknown|false)$/);
  for (const page of [ana, desk, boris]) await page.context().close();
});

test('a page of the script tag shares its visitor with subdomains by identity.js', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await allowAutomation(page);
  const config = `key: 'demo-key', endpoint: '/regulars', document: '/regulars/v1/document/demo-key.json'`;
  await page.route('**/tagged.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A shop</title><body data-regulars-page="home"><h1>A shop</h1>
        <script type="module">import { crossSubdomain } from '/sdk/identity.js';
          window.regularsConfig = { ${config}, parts: [crossSubdomain({ domain: location.hostname })] };
          await import('/sdk/regulars.js');</script></body></html>`,
    }),
  );
  await page.goto('/tagged.html');
  await idle(page);
  expect(await context.cookies()).toEqual([]);
  await page.evaluate(() => globalThis.regulars?.setConsent?.(['functional', 'analytics']));
  await idle(page);
  const id = await page.evaluate(async () => (await globalThis.regulars?.exportJourney?.())?.anonymousId);
  const shared = await context.cookies();
  expect(shared.map(({ name, value }) => [name, value])).toEqual([['regulars-id-demo-key', id]]);
  // The database is lost, the visitor is not.
  await page.evaluate(() => globalThis.regulars?.stop?.());
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('regulars/demo-key');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await page.reload();
  await idle(page);
  await page.evaluate(() => globalThis.regulars?.setConsent?.(['functional', 'analytics']));
  await idle(page);
  expect(await page.evaluate(async () => (await globalThis.regulars?.exportJourney?.())?.anonymousId)).toBe(
    id,
  );
  expect(await page.evaluate(() => globalThis.regulars?.inspect?.().problems)).toEqual([]);
  await context.close();
});
