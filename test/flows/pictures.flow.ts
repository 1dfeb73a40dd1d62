import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy, look, tourBox } from './shopper.ts';

interface Look {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  /** Prefix of the shop's paths; none: English. */
  readonly locale?: 'bg' | 'he';
}

const phone = { width: 360, height: 640 };
const desktop = { width: 1280, height: 800 };
const looks: readonly Look[] = [
  { name: 'phone-light', size: phone, scheme: 'light' },
  { name: 'phone-dark', size: phone, scheme: 'dark' },
  { name: 'desktop-light', size: desktop, scheme: 'light' },
  { name: 'desktop-dark', size: desktop, scheme: 'dark' },
  { name: 'desktop-bg', size: desktop, scheme: 'light', locale: 'bg' },
  { name: 'phone-he', size: phone, scheme: 'light', locale: 'he' },
];

/** Nothing of ours is under way, and the letters are there; for pictures that still come the comparison waits by itself. */
async function settle(page: Page): Promise<void> {
  await idle(page);
  await page.evaluate(() => document.fonts.ready);
}

/** Puts one order number and one day in the place of the real ones, in the page and in our elements. */
async function fixOrder(page: Page): Promise<void> {
  await page.evaluate(() => {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
    const day = 86_400_000;
    const today = format.format(new Date());
    const inAYear = format.format(Date.now() + 365 * day);
    const visit = (root: Node): void => {
      for (const node of root.childNodes) {
        if (node instanceof Text)
          node.data = node.data
            .replace(/P\d{8}/, 'P10482607')
            .replace(today, format.format(Date.UTC(2026, 5, 1)))
            .replace(inAYear, format.format(Date.UTC(2027, 5, 1)));
        visit(node);
        if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
      }
    };
    visit(document.body);
  });
}

/** Brings a slot below the sticky header where it is not wholly on the screen. */
const bring = (page: Page, slot: string): Promise<void> =>
  page.locator(`regulars-slot[name="${slot}"]`).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const header = document.querySelector('.site-header')?.getBoundingClientRect().height ?? 0;
    if (bottom > innerHeight) scrollBy({ top: top - header - 16, behavior: 'instant' });
  });

/** Compares what is on the screen. */
async function take(page: Page, name: string): Promise<void> {
  await fixOrder(page);
  // Nothing under the pointer, so nothing looks touched.
  await page.mouse.move(1, 1);
  await expect(page).toHaveScreenshot([`${name}.png`]);
}

test.use({ prizes: 'own' });

test.describe.configure({ mode: 'parallel' });

for (const { name, size, scheme, locale } of looks) {
  const at = (path: string): string => (locale ? `/${locale}${path}` : path);

  test(`the story as a shopper sees it, ${name}`, async ({ page }) => {
    await allowAutomation(page);
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(at('/'));
    await answer(page, 'yes');
    await expect(tourBox(page)).toBeVisible();
    await settle(page);
    await take(page, `${name}-1-home-tour`);

    await test.step('category with the second step', async () => {
      await page.locator('regulars-tour [part~="next"]').click();
      await idle(page);
      await page.goto(at('/c/garden'));
      await expect(tourBox(page)).toBeVisible();
      await settle(page);
      await take(page, `${name}-2-category-tour`);
      await page.keyboard.press('Escape');
      await expect(tourBox(page)).toBeHidden();
      await bring(page, 'category-rising');
      await expect(page.locator('regulars-slot[name="category-rising"] regulars-carousel')).toBeVisible();
      await settle(page);
      await take(page, `${name}-7-category-list`);
    });
    await test.step('product with a list', async () => {
      await look(page, at('/p/enamel-milk-pot'));
      await look(page, at('/p/linden-board'));
      const list = page.locator('regulars-slot[name="product-similar"]');
      await bring(page, 'product-similar');
      await expect(list.locator('regulars-carousel')).toBeVisible();
      await settle(page);
      await take(page, `${name}-3-product-list`);
    });
    await test.step('cart', async () => {
      await page.locator('form.buy').getByRole('button').click();
      await expect(page.locator('#cart')).toBeVisible();
      await expect(page.locator('regulars-slot[name="cart-suggest"] regulars-carousel')).toBeVisible();
      await settle(page);
      await take(page, `${name}-4-cart`);
      if (size === phone) {
        // There the fold of the drawer cuts its list.
        await page
          .locator('regulars-slot[name="cart-suggest"]')
          .evaluate((list) => list.scrollIntoView({ block: 'start', behavior: 'instant' }));
        await settle(page);
        await take(page, `${name}-9-cart-list`);
      }
    });
    await test.step('order with the wheel', async () => {
      await buy(page, at('/p/pickle-jar'));
      await expect(page.locator('regulars-wheel').getByRole('table')).toBeVisible();
      await bring(page, 'order-wheel');
      await settle(page);
      await take(page, `${name}-5-order-wheel`);
      await expect(page.locator('regulars-slot[name="order-next"] regulars-carousel')).toBeVisible();
      await bring(page, 'order-next');
      await settle(page);
      await take(page, `${name}-8-order-list`);
    });
    await test.step('account with the wallet', async () => {
      await page.goto(at('/account'));
      await expect(page.locator('regulars-wallet')).toBeVisible();
      // Its height is known when all of it was read.
      await page.waitForLoadState('networkidle');
      await settle(page);
      await bring(page, 'account-wallet');
      await settle(page);
      await take(page, `${name}-6-account-wallet`);
    });
  });
}
