import type { Page } from '@playwright/test';
import { allowAutomation, expect, idle, test } from './fixtures.ts';

/** What a shop holds back: one line, which settings travel with. */
const start = (consent: string): string =>
  `window.regularsConfig = ${JSON.stringify({
    key: 'demo-key',
    endpoint: '/regulars',
    document: '/regulars/v1/document/demo-key.json',
    consent,
  })}; import('/sdk/regulars.js');`;

/** How each platform marks a script that it holds back, and what its yes to statistics does on the page. */
const platforms: readonly { readonly name: string; readonly mark: string; readonly yes: string }[] = [
  {
    name: 'cookiebot',
    mark: 'data-cookieconsent="statistics"',
    yes: `window.Cookiebot = { hasResponse: true, consent: { necessary: true, preferences: false, statistics: true, marketing: false } };
      dispatchEvent(new Event('CookiebotOnConsentReady')); dispatchEvent(new Event('CookiebotOnAccept'));`,
  },
  {
    name: 'onetrust',
    mark: 'class="optanon-category-C0002"',
    yes: `window.OneTrust = { IsAlertBoxClosed: () => true }; window.OnetrustActiveGroups = ',C0001,C0002,';
      dispatchEvent(new CustomEvent('OneTrustGroupsUpdated', { detail: ['C0001', 'C0002'] }));`,
  },
  {
    name: 'usercentrics',
    mark: 'data-usercentrics="Regulars"',
    yes: `const detail = { consent: { type: 'EXPLICIT', status: 'SOME_ACCEPTED' }, services: {},
        categories: { essential: { state: 'ALL_ACCEPTED' }, functional: { state: 'ALL_ACCEPTED' }, marketing: { state: 'ALL_DENIED' } } };
      window.__ucCmp = { getConsentDetails: () => Promise.resolve(detail) };
      dispatchEvent(new CustomEvent('UC_CONSENT', { detail }));`,
  },
  {
    name: 'cookieyes',
    mark: 'data-cookieyes="cookieyes-analytics"',
    yes: `window.getCkyConsent = () => ({ activeLaw: 'gdpr', isUserActionCompleted: true,
        categories: { necessary: true, functional: false, analytics: true, performance: false, advertisement: false } });
      document.dispatchEvent(new CustomEvent('cookieyes_consent_update', { detail: { accepted: ['necessary', 'analytics'], rejected: [] } }));`,
  },
  {
    name: 'complianz',
    mark: 'data-category="statistics"',
    yes: `document.cookie = 'cmplz_statistics=allow; path=/';
      document.dispatchEvent(new CustomEvent('cmplz_status_change', { detail: { category: 'statistics', value: 'allow' } }));`,
  },
];

/** A page of another shop, with a stand-in for the platform's own script. */
async function serve(page: Page, body: string): Promise<void> {
  await page.route('**/platform.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A shop</title><body data-regulars-page="home"><h1>A shop</h1>${body}</body></html>`,
    }),
  );
  await page.goto('/platform.html');
}

const namesOf = async (page: Page): Promise<string[]> => {
  await idle(page);
  const journey = await page.evaluate(() => globalThis.regulars?.exportJourney?.());
  return (journey?.events ?? []).map(({ name }) => name);
};

test.beforeEach(({ page }) => allowAutomation(page));

for (const { name, mark, yes } of platforms) {
  test(`${name} holds the script back until its yes, and its answer is known when the script comes`, async ({
    page,
    watch,
  }) => {
    const asked: string[] = [];
    page.on('request', (one) => one.url().includes('/sdk/') && asked.push(one.url()));
    // Platforms put a copy of the marked script into the page, as a classic script.
    const restart = `for (const held of document.querySelectorAll('script[type="text/plain"]')) {
      const script = document.createElement('script'); script.textContent = held.textContent; held.replaceWith(script); }`;
    await serve(
      page,
      `<script type="text/plain" ${mark}>${start(name)}</script>
       <button onclick="${`${yes} ${restart}`.replaceAll('"', '&quot;')}">Accept</button>`,
    );
    await page.waitForLoadState('load');
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    await page.getByRole('button', { name: 'Accept' }).click();
    await expect.poll(() => namesOf(page)).toContain('page_viewed');
    expect(await page.evaluate(() => globalThis.regulars?.inspect?.().consent.granted)).toContain(
      'analytics',
    );
    expect(watch.errors).toEqual([]);
  });
}

test('consent mode is followed from a script tag, its default is no answer', async ({ page, watch }) => {
  const tag = `<script type="module" src="/sdk/regulars.js" data-key="demo-key" data-endpoint="/regulars"
    data-document="/regulars/v1/document/demo-key.json" data-consent="google"></script>`;
  await serve(
    page,
    `<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
      gtag('consent', 'default', { analytics_storage: 'granted', wait_for_update: 500 });</script>${tag}`,
  );
  await idle(page);
  const answer = () => page.evaluate(() => globalThis.regulars?.inspect?.().consent.state);
  expect(await answer()).toBe('pending');
  expect(watch.sent).toEqual([]);
  await page.evaluate("gtag('consent', 'update', { analytics_storage: 'granted' })");
  await expect.poll(() => namesOf(page)).toContain('page_viewed');
  await page.evaluate("gtag('consent', 'update', { analytics_storage: 'denied' })");
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(watch.errors).toEqual([]);
});

test('a platform of an unknown name is a problem, and consent stays pending', async ({ page, watch }) => {
  await serve(page, `<script type="module">${start('cookiebotx')}</script>`);
  await idle(page);
  const codes = () => page.evaluate(() => globalThis.regulars?.inspect?.().problems.map(({ code }) => code));
  await expect.poll(codes).toEqual(['consent-unavailable']);
  expect(await page.evaluate(() => globalThis.regulars?.inspect?.().consent.state)).toBe('pending');
  expect(watch.sent).toEqual([]);
});
