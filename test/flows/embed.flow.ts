import type { Page } from '@playwright/test';
import { allowAutomation, expect, idle, test } from './fixtures.ts';

const data =
  'data-key="demo-key" data-endpoint="/regulars" data-document="/regulars/v1/document/demo-key.json"';
const configuration = {
  key: 'demo-key',
  endpoint: '/regulars',
  document: '/regulars/v1/document/demo-key.json',
};

/** Puts a page of a shop that is not our demo onto the demo's origin. */
async function serve(page: Page, body: string, headers: Record<string, string> = {}): Promise<void> {
  await page.route('**/embed.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html lang="en"><title>A shop</title><body data-regulars-page="home"><h1>A shop</h1>${body}</body></html>`,
    }),
  );
  await page.route('**/embed.js', (route) => route.fallback());
  await page.goto('/embed.html');
}

/** The journey runs: after a grant the page view is recorded once. */
async function expectRunning(page: Page): Promise<void> {
  await idle(page);
  await page.evaluate(() =>
    globalThis.regulars?.setConsent?.(['functional', 'analytics', 'personalization']),
  );
  await idle(page);
  const journey = await page.evaluate(() => globalThis.regulars?.exportJourney?.());
  expect(JSON.stringify(journey).match(/"page_viewed"/g) ?? []).not.toHaveLength(0);
}

test.beforeEach(({ page }) => allowAutomation(page));

test('runs from one plain script tag', async ({ page, watch }) => {
  await serve(page, `<script type="module" src="/sdk/regulars.js" ${data}></script>`);
  await expectRunning(page);
  expect(watch.errors).toEqual([]);
});

test('runs when a tag manager injects it and strips the attributes', async ({ page, watch }) => {
  await serve(page, '');
  await page.evaluate((parameters) => {
    const tag = document.createElement('script');
    tag.type = 'module';
    tag.src = `/sdk/regulars.js?${new URLSearchParams(parameters)}`;
    document.head.append(tag);
  }, configuration);
  await expectRunning(page);
  // An address without the parameters would be another module to a browser, and fetched again.
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(files.filter((name) => /\/sdk\/chunks\//.test(name))).not.toHaveLength(0);
  expect(files.filter((name) => /\/sdk\/regulars\.js/.test(name))).toHaveLength(1);
  expect(await page.evaluate(() => globalThis.regulars?.inspect?.().problems)).toEqual([]);
  expect(watch.errors).toEqual([]);
});

test('takes its configuration from a JSON block', async ({ page, watch }) => {
  const block = `<script type="application/json" id="regulars-config">${JSON.stringify(configuration)}</script>`;
  await serve(page, `${block}<script type="module" src="/sdk/regulars.js"></script>`);
  await expectRunning(page);
  expect(watch.errors).toEqual([]);
});

test('takes its configuration from window.regularsConfig', async ({ page, watch }) => {
  await page.addInitScript((config) => {
    Object.assign(globalThis, { regularsConfig: config });
  }, configuration);
  await serve(page, '<script type="module" src="/sdk/regulars.js"></script>');
  await expectRunning(page);
  expect(watch.errors).toEqual([]);
});

test('runs when it is delayed until the first interaction, and keeps the calls made before', async ({
  page,
  watch,
}) => {
  await serve(page, '<script src="/sdk/stub.js"></script><button>Buy</button>');
  await page.evaluate(() => {
    globalThis.regulars?.setConsent?.(['functional', 'analytics', 'personalization']);
    globalThis.regulars?.track?.('search_performed', { term: 'mug' });
    addEventListener(
      'pointerdown',
      () => {
        const tag = document.createElement('script');
        tag.type = 'module';
        tag.src =
          '/sdk/regulars.js?key=demo-key&endpoint=/regulars&document=/regulars/v1/document/demo-key.json';
        document.head.append(tag);
      },
      { once: true },
    );
  });
  await page.getByRole('button', { name: 'Buy' }).click();
  await idle(page);
  const journey = JSON.stringify(await page.evaluate(() => globalThis.regulars?.exportJourney?.()));
  expect(journey).toContain('search_performed');
  expect(watch.errors).toEqual([]);
});

test('loaded twice is one instance and one named problem', async ({ page, watch }) => {
  const tag = `<script type="module" src="/sdk/regulars.js" ${data}></script>`;
  await serve(page, `${tag}<script type="module" src="/sdk/regulars.js?again" ${data}></script>`);
  await expectRunning(page);
  const problems = await page.evaluate(() => globalThis.regulars?.inspect?.().problems);
  expect((problems ?? []).map((one) => one.code)).toEqual(['loaded-twice']);
  expect(watch.errors).toEqual([]);
});

test('runs when the page has long been loaded', async ({ page, watch }) => {
  await serve(page, '');
  await page.waitForLoadState('load');
  await page.evaluate((parameters) => {
    Object.assign(globalThis, { regularsConfig: parameters });
    const tag = document.createElement('script');
    tag.type = 'module';
    tag.src = '/sdk/regulars.js';
    document.body.append(tag);
  }, configuration);
  await expectRunning(page);
  expect(watch.errors).toEqual([]);
});

test('a Trusted Types policy without lit-html leaves the page unharmed and names the directive once', async ({
  page,
  watch,
}, { project }) => {
  await serve(
    page,
    `<regulars-slot name="home-for-you"><p>Best sellers</p></regulars-slot><script type="module" src="/sdk/regulars.js" ${data}></script>`,
    {
      'content-security-policy': "default-src 'self'; trusted-types shop; require-trusted-types-for 'script'",
    },
  );
  await idle(page);
  await expect(page.getByText('Best sellers')).toBeVisible();
  // An engine without Trusted Types enforces nothing, and there is nothing to name.
  const enforced = await page.evaluate(() => 'trustedTypes' in globalThis);
  const findNamed = async () =>
    ((await page.evaluate(() => globalThis.regulars?.inspect?.().problems)) ?? []).filter(
      (one) => one.code === 'trusted-types-blocked',
    );
  // The elements are fetched on their own time.
  await expect.poll(findNamed, project.name).toHaveLength(enforced ? 1 : 0);
  const named = await findNamed();
  if (enforced) expect(named[0]?.message).toContain('lit-html');
  // What the browser itself says of the one refused policy, and nothing else.
  const refused =
    /^(Creating a TrustedTypePolicy named 'lit-html'|Content-Security-Policy: .*creating a Trusted Types policy) .*violates .*trusted-types shop/;
  expect(watch.errors.filter((one) => !refused.test(one))).toEqual([]);
});
