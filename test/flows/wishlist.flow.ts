import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { cardsIn, tourBox } from './shopper.ts';

const heartOf = (page: Page, id: string) => page.locator(`main [data-regulars-heart="${id}"]`).first();
const count = (page: Page) => page.locator('.desktop-bar .wish-count');
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await idle(page);
};
/** The tour of a first visit is closed wherever it stands in the way. */
const withoutTour = async (page: Page): Promise<void> => {
  await allowAutomation(page);
  await page.addLocatorHandler(tourBox(page), () => page.keyboard.press('Escape'));
};
const signIn = async (page: Page): Promise<void> => {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Ana' }).click();
  await page.waitForURL('**/account');
};

test('what a shopper puts a heart on waits on the wish list, goes into the cart from there, and joins the account’s at sign-in', async ({
  page,
  watch,
  browser,
  baseURL,
}) => {
  await withoutTour(page);
  await page.goto('/wishlist');
  await expect(page.locator('.wish-how')).toBeVisible();
  await answer(page, 'yes');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();

  await test.step('hearts on a card of the shop and on a product page', async () => {
    await open(page, '/c/kitchen');
    await expect(heartOf(page, 'par-301')).toBeVisible();
    await heartOf(page, 'par-301').focus();
    await page.keyboard.press('Enter');
    await expect(heartOf(page, 'par-301')).toHaveAttribute('aria-pressed', 'true');
    await expect(page).toHaveURL(/\/c\/kitchen$/);
    await open(page, '/p/window-feeder');
    await page.locator('.product-picture .heart').click();
    await expect(count(page)).toHaveText('2');
  });

  await test.step('the list, a card taken off it, another put into the cart', async () => {
    await open(page, '/wishlist');
    expect(await cardsIn(page, 'wishlist')).toEqual(['par-801', 'par-301']);
    const cards = page.locator('regulars-slot[name="wishlist"] regulars-product-card');
    await cards
      .first()
      .getByRole('button', { name: /^Add to cart/ })
      .click();
    await expect(page.locator('.desktop-bar .js-cart-count')).toHaveText('1');
    await cards.nth(1).locator('[part="heart"]').click();
    await expect(count(page)).toHaveText('1');
    await open(page, '/wishlist');
    // What lies in the cart is still what was saved.
    expect(await cardsIn(page, 'wishlist')).toEqual(['par-801']);
  });

  await test.step('signing in joins it with what the account had, on every device', async () => {
    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    const elsewhere = await other.newPage();
    await withoutTour(elsewhere);
    await signIn(elsewhere);
    await answer(elsewhere, 'yes');
    await open(elsewhere, '/p/swan-watering-can');
    await elsewhere.locator('.product-picture .heart').click();
    await expect(count(elsewhere)).toHaveText('1');
    await signIn(page);
    await open(page, '/wishlist');
    expect(await cardsIn(page, 'wishlist')).toEqual(['par-801', 'par-101']);
    await open(elsewhere, '/wishlist');
    expect(await cardsIn(elsewhere, 'wishlist')).toEqual(['par-801', 'par-101']);
    await other.close();
  });

  await test.step('a list that cannot be shown says so, with nothing lost', async () => {
    await page.route('**/index/manifest.json', (route) => route.abort());
    await page.route('**/products.json*', (route) => route.abort());
    await page.goto('/wishlist');
    await expect(count(page)).toHaveText('2');
    const retry = page.getByRole('link', { name: 'Try again' });
    await expect(retry).toBeVisible();
    await page.unrouteAll();
    await retry.click();
    expect(await cardsIn(page, 'wishlist')).toEqual(['par-801', 'par-101']);
  });
  expect(watch.errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
});
