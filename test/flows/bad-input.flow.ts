import type { Page, Route } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { documentFile, expectShopWorks, problemsOf, tourBox } from './shopper.ts';

interface Campaign {
  id: string;
  audience?: unknown;
  widget: { type: string; props: { steps?: { target?: string; onMissing?: string }[] } };
}
interface Source {
  campaigns: Campaign[];
}

/** The order of the demo's campaigns that a home page can show. */
const list = 'home-for-you';
const tour = 'welcome-tour';

/** Serves the demo's own document with a change made to its text. */
async function change(page: Page, write: (source: Source) => string): Promise<void> {
  await page.route(documentFile, async (route) => {
    const answered = await route.fetch();
    await route.fulfill({ response: answered, body: write((await answered.json()) as Source) });
  });
}

/** Changes one campaign and leaves the others as they are. */
const changeOne = (page: Page, id: string, edit: (campaign: Campaign) => void): Promise<void> =>
  change(page, (source) => {
    const found = source.campaigns.find((one) => one.id === id);
    if (found) edit(found);
    return JSON.stringify(source);
  });

const listCards = (page: Page) => page.locator(`regulars-slot[name="${list}"] regulars-product-card`);

test.beforeEach(async ({ page }) => {
  await allowAutomation(page);
});

test.afterEach(async ({ page, faults }) => {
  await expectShopWorks(page);
  expect(faults).toEqual([]);
});

/** Campaigns that are refused, with the one problem each is named by. */
const refused: readonly (readonly [what: string, problem: string, edit: (campaign: Campaign) => void])[] = [
  [
    'an unknown operator',
    `operator-unknown ${tour}`,
    (one) => {
      one.audience = { attr: 'session.count', op: 'resembles', value: 1 };
    },
  ],
  [
    'an unknown widget',
    `widget-unknown ${tour}`,
    (one) => {
      one.widget.type = 'hologram';
    },
  ],
];

for (const [what, problem, edit] of refused) {
  test(`${what} refuses that campaign alone and is named once`, async ({ page }) => {
    await changeOne(page, tour, edit);
    await page.goto('/');
    await answer(page, 'yes');
    await expect(listCards(page).first()).toBeVisible();
    await idle(page);
    expect(await problemsOf(page)).toEqual([problem]);
    await expect(tourBox(page)).toHaveCount(0);
  });
}

test('a selector that matches nothing skips its step, and is named once', async ({ page }) => {
  await changeOne(page, tour, ({ widget }) => {
    const [first] = widget.props.steps ?? [];
    if (first) Object.assign(first, { target: '.nowhere', waitMs: 50 });
  });
  await page.goto('/');
  await answer(page, 'yes');
  await expect(listCards(page).first()).toBeVisible();
  await expect.poll(() => problemsOf(page)).toEqual([`target-missing ${tour}/search`]);
  await page.goto('/c/garden');
  // A step that was left out is not counted.
  await expect(tourBox(page)).toContainText('1 of 2');
});

test('keys named __proto__ change nothing', async ({ page }) => {
  await change(page, (source) =>
    JSON.stringify(source)
      .replace('{', '{"__proto__":{"polluted":1},')
      .replaceAll('"props":{', '"props":{"__proto__":{"polluted":1},')
      // Where a widget has no props of its own.
      .replaceAll('},}', '}}'),
  );
  await page.goto('/');
  await answer(page, 'yes');
  await expect(listCards(page).first()).toBeVisible();
  await expect(tourBox(page)).toContainText('1 of 3');
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await problemsOf(page)).toEqual([]);
});

/** Documents of which nothing can be used, with the one problem that says so. */
const useless: readonly (readonly [what: string, problem: RegExp, body: () => string])[] = [
  ['a document that is not JSON', /^document-invalid$/, () => '<!doctype html><h1>Login</h1>'],
  [
    'a document of 10 MB',
    /^document-unavailable .*demo-key\.json$/,
    () => `{"formatVersion":1,"campaigns":[],"pad":"${'x'.repeat(10_000_000)}"}`,
  ],
];

for (const [what, problem, body] of useless) {
  test(`${what} leaves every place to the shop and is named once`, async ({ page }) => {
    await page.route(documentFile, (route) =>
      route.fulfill({ contentType: 'application/json', body: body() }),
    );
    await page.goto('/');
    await answer(page, 'yes');
    await idle(page);
    expect(await problemsOf(page)).toEqual([expect.stringMatching(problem)]);
    await expect(page.locator(`regulars-slot[name="${list}"] shop-card`).first()).toBeVisible();
  });
}

/** A backend that misbehaves, and whether what was recorded is still there to be sent later. */
const servers: readonly (readonly [what: string, answer: (route: Route) => Promise<void> | void])[] = [
  ['is down', (route) => route.abort('connectionrefused')],
  ['answers 500', (route) => route.fulfill({ status: 500, body: 'Internal Server Error' })],
  [
    'asks to wait',
    (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '120' },
        json: { retryAfterMs: 120_000, now: Date.now() },
      }),
  ],
  [
    'answers garbage',
    (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '\u0000<b>{"type":' }),
  ],
  ['never answers', () => undefined],
];

for (const [what, misbehave] of servers) {
  test(`a backend that ${what} leaves the shop unharmed, and the journey waits for it`, async ({ page }) => {
    await page.route('**/regulars/v1/{batch,actions}*', misbehave);
    await page.goto('/');
    await answer(page, 'yes');
    await expect(listCards(page).first()).toBeVisible();
    await expect(tourBox(page)).toContainText('1 of 3');
    // The queue keeps what was recorded; only the delivery waits.
    const kept = JSON.stringify(await page.evaluate(() => globalThis.regulars?.exportJourney?.()));
    expect(kept).toContain('page_viewed');
    await expect.poll(() => problemsOf(page), { timeout: 15_000 }).toContain('delivery-waits http');
    expect(new Set(await problemsOf(page)).size).toBe((await problemsOf(page)).length);
  });
}
