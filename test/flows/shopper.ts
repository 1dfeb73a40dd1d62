import type { Locator, Page } from '@playwright/test';
import type { WidgetView } from '@regulars/core';
import { expect, idle } from './fixtures.ts';

/** What a shopper does, in the words of the story. Every locator is what a person would look for. */
export const tourBox = (page: Page): Locator => page.locator('regulars-tour [part="box"]');

/** A button of the tour by its English label. */
export const tourButton = (page: Page, name: string): Locator =>
  page.locator('regulars-tour').getByRole('button', { name, exact: true });

/** What a slot shows now; `null`: the shop's own content. */
export const viewOf = (page: Page, slot: string): Promise<WidgetView | null> =>
  page.evaluate((name) => globalThis.regulars?.host?.read(name) ?? null, slot);

/** Ids of the cards of a list that is ready, in order. */
export async function cardsIn(page: Page, slot: string): Promise<string[]> {
  await expect.poll(async () => stateOf(await viewOf(page, slot))).toBe('ready');
  const view = await viewOf(page, slot);
  return view?.type === 'carousel' ? view.cards.map((card) => card.product.id) : [];
}

const stateOf = (view: WidgetView | null): string =>
  view !== null && 'state' in view ? view.state : 'nothing';

/** Opens a product page and waits until the visit is recorded. */
export async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await idle(page);
}

/** Buys what is on the product page, up to the thank-you page; returns the order id. */
export async function buy(page: Page, path: string, coupon?: string): Promise<string> {
  await page.goto(path);
  await page.locator('form.buy').getByRole('button').click();
  await expect(page.locator('#cart')).toBeVisible();
  // In the language of the product page.
  await page.goto(path.replace(/\/p\/.*$/, '/checkout'));
  if (coupon !== undefined) await enterCoupon(page, coupon);
  await fillAddress(page);
  await page.locator('#place button').click();
  await page.waitForURL('**/order/*');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export async function enterCoupon(page: Page, code: string): Promise<void> {
  await page.locator('#coupon').fill(code);
  await page.locator('form.coupon').getByRole('button').click();
  await page.waitForLoadState('load');
}

const address: Readonly<Record<string, string>> = {
  name: 'Anna Petrova',
  street: 'Shipka 12',
  postcode: '1504',
  city: 'Sofia',
  email: 'anna@example.com',
};

export async function fillAddress(page: Page): Promise<void> {
  for (const field of await page.locator('#place input:not([type=hidden])').all()) {
    const value = address[(await field.getAttribute('name')) ?? ''];
    if (value !== undefined) await field.fill(value);
  }
}

/** The file of campaigns, for a route. */
export const documentFile = '**/regulars/v1/document/*';

/** What the script says it met, each as its code and key. */
export const problemsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis.regulars?.inspect?.().problems ?? []).map(({ code, key }) => `${code} ${key ?? ''}`.trim()),
  );

/** The shop sells, whatever became of us. */
export async function expectShopWorks(page: Page): Promise<void> {
  await page.goto('/p/enamel-milk-pot');
  await page.locator('form.buy').getByRole('button').click();
  await expect(page.locator('#cart')).toBeVisible();
  await expect(page.locator('.js-cart-count').first()).toHaveAttribute('data-count', '1');
}
