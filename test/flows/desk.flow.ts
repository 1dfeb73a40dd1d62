import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { CampaignDocument } from '@regulars/schema';
import { createHandler, serve } from '@regulars/server';
import { openInMemory } from '../support/pglite-image.ts';
import { CAMPAIGNS, PROGRAM, SECRETS } from '../support/server-fixture.ts';

// The desk needs no shop: a server alone, which wants a second person for what goes live.
const first = {
  ...CAMPAIGNS,
  revision: 1,
  campaigns: [
    {
      id: 'hello',
      name: 'Line above the shop',
      status: 'live',
      trigger: { on: 'page' },
      placement: { slot: 'site-bar' },
      widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
      content: { en: { text: 'Herb week' } },
    },
  ],
} satisfies CampaignDocument;

async function openDesk() {
  const db = await openInMemory();
  const handler = createHandler({
    ...{ db, basePath: '/regulars', secrets: SECRETS, campaigns: first, program: PROGRAM },
    keys: [{ key: 'shop-key', origins: ['https://shop.example'] }],
    // Nothing is won here.
    shopHook: {
      mintCoupon: () => Promise.reject(new Error('no coupons')),
      verifyCustomerToken: async () => null,
    },
    approval: true,
    logger: () => undefined,
  });
  const server = await serve({
    fetch: (request) => handler.fetch(request),
    handlers: [handler],
    port: 0,
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await db.close();
  };
  return { handler, stop, url: `${server.url}/regulars` };
}

/** Signs in by a link, as a person does, on a screen of their own. */
async function enter(browser: Browser, link: string, size: { width: number; height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport: size })).newPage();
  await page.goto(link);
  await page.getByRole('button').click();
  await page.waitForURL('**/operator/');
  return page;
}

/** Adds a colleague by the form of the page; answers the link to give them. */
async function invite(admin: Page, url: string, name: string, role: string): Promise<string> {
  await admin.goto(`${url}/operator/accounts`);
  await admin.getByLabel('Name').fill(name);
  await admin.getByLabel('Role').last().selectOption(role);
  await admin.getByRole('button', { name: 'Add and show sign-in link' }).click();
  return (await admin.locator('code.long').textContent()) ?? '';
}

const shownAt = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });

/** Changes the text of the document as it stands in the field, and keeps it as a draft. */
async function keep(page: Page, url: string, from: string, to: string, why: string): Promise<void> {
  await page.goto(`${url}/operator/documents`);
  await page.getByRole('link', { name: 'Change Campaigns' }).click();
  const field = page.getByLabel('Document (JSON)');
  await field.fill((await field.inputValue()).replace(from, to));
  await page.getByLabel('Why').fill(why);
  await page.getByRole('button', { name: 'Keep as draft' }).click();
}

test('two people take a draft live by buttons; who is too late is told what came in between, and goes on', async ({
  browser,
}) => {
  const desk = await openDesk();
  const { url } = desk;
  try {
    const origin = new URL(url).origin;
    const admin = await enter(browser, `${origin}${await desk.handler.operatorLink()}`, {
      width: 1280,
      height: 800,
    });
    const edna = await enter(browser, await invite(admin, url, 'Edna', 'editor'), {
      width: 360,
      height: 640,
    });
    const paula = await enter(browser, await invite(admin, url, 'Paula', 'publisher'), {
      width: 1280,
      height: 800,
    });
    const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text }).first();

    await test.step('a mistake is named with its line and its cure, and nothing typed is lost', async () => {
      await keep(edna, url, '"live"', '"livee"', 'Frost');
      await expect(edna.getByRole('alert')).toContainText('One mistake');
      await expect(edna.locator('#problems')).toContainText('campaigns[0].status');
      await expect(edna.getByLabel('Document (JSON)')).toHaveValue(/"livee"/);
      expect(await edna.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect((await new AxeBuilder({ page: edna }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      await shownAt(edna, 'mistake');
      await edna.getByLabel('Document (JSON)').fill(' ');
      await edna.getByRole('button', { name: 'Keep as draft' }).click();
      await expect(edna.locator('#problems li')).not.toHaveCount(0);
    });

    await test.step('an editor writes, and cannot publish; the author neither, whatever the role', async () => {
      await keep(edna, url, 'Herb week', 'Frost week', 'Frost');
      await expect(edna.locator('.changes').first()).toContainText('other words in en');
      await expect(edna.getByRole('button', { name: /Publish/ })).toHaveCount(0);
      await keep(paula, url, 'Frost week', 'Frost week!', 'Frost');
      await expect(paula.locator('main')).toContainText(
        'You wrote this draft. Somebody else has to publish it.',
      );
      await expect(paula.getByRole('button', { name: /Publish/ })).toHaveCount(0);
      await keep(edna, url, 'Frost week!', 'Frost week', 'Frost');
    });

    await test.step('the second person publishes; the history names both', async () => {
      await paula.goto(`${url}/operator/documents`);
      await expect(paula.locator('main')).toContainText('Written by Edna');
      await shownAt(paula, 'to-publish');
      await paula.getByRole('button', { name: 'Publish Campaigns' }).click();
      await expect(row(paula, 'live now')).toContainText('Paula (written by Edna)');
    });

    await test.step('a draft of which the base is gone gets 409, the words and the way on', async () => {
      await keep(edna, url, 'Frost week', 'Ice week', 'Ice');
      await paula.goto(`${url}/operator/documents`);
      // Typed into, the page is not taken from under anybody's hands: it stays as it was.
      await paula.getByLabel('Why (stands in the history)').fill('Ice');
      await admin.goto(`${url}/operator/documents`);
      await row(admin, 'from the server').getByRole('button', { name: 'Put live again' }).click();
      await expect(row(admin, 'live now')).toContainText('content of revision 1');
      const refused = paula.waitForResponse((answer) => answer.request().method() === 'POST');
      await paula.getByRole('button', { name: 'Publish Campaigns' }).click();
      expect((await refused).status()).toBe(409);
      await expect(paula.getByRole('alert')).toContainText('Revision 3 was published since this draft began');
      await shownAt(paula, 'stale');
      await paula.getByRole('link', { name: 'Back' }).click();
      await expect(paula.getByRole('button', { name: 'Publish Campaigns' })).toHaveCount(0);
      await edna.goto(`${url}/operator/documents`);
      await edna.getByRole('link', { name: 'Change Campaigns' }).click();
      await expect(edna.locator('.changes')).toContainText('other words in en');
      await shownAt(edna, 'between');
      await edna.getByRole('button', { name: 'Keep over revision 3' }).click();
      await expect(edna.locator('main')).toContainText('over revision 3');
      await paula.goto(`${url}/operator/documents`);
      await paula.getByRole('button', { name: 'Publish Campaigns' }).click();
      await expect(row(paula, 'live now')).toContainText('Ice');
    });

    await test.step('what cannot be refreshed says so, and comes back by itself', async () => {
      await paula.route('**/operator/documents', (route) => route.fulfill({ status: 503, body: '' }));
      const failed = paula.locator('#live');
      await keep(edna, url, 'Ice week', 'Snow week', 'Snow');
      await expect(failed).toHaveAttribute('data-state', 'failed');
      await expect(failed).toContainText('It shows an earlier state');
      await paula.unroute('**/operator/documents');
      await expect(paula.locator('main')).toContainText('over revision 4', { timeout: 15_000 });
      await paula.emulateMedia({ colorScheme: 'dark' });
      await shownAt(paula, 'dark');
    });
  } finally {
    await desk.stop();
  }
});
