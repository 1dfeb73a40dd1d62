import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { tourBox } from './shopper.ts';

/** Leaves the tour that greets newcomers and asks for the one with two ways. */
async function ask(page: Page): Promise<void> {
  await allowAutomation(page);
  await page.goto('/help');
  await answer(page, 'yes');
  await expect(tourBox(page)).toContainText('Looking for something?');
  await page.keyboard.press('Escape');
  await expect(tourBox(page)).toHaveCount(0);
  await page.locator('.js-guide').press('Enter');
  await expect(tourBox(page)).toContainText('What may we show you?');
  // It is placed before it is seen, and takes the focus then: who presses earlier presses nothing.
  await expect(tourBox(page)).toBeFocused();
}

const press = (page: Page, name: string): Promise<void> =>
  // The step's own button: a list inside the step has a "Next" of its own.
  page.locator('regulars-tour').getByRole('button', { name, exact: true }).first().press('Enter');

test('a tour branches by the answer, holds a list in a step, goes back by its own button, and ends', async ({
  page,
  watch,
  violations,
}) => {
  await ask(page);
  const picture = page.locator('regulars-tour').getByRole('img', { name: 'A window sill with plants' });
  await expect(picture).toBeVisible();
  await press(page, 'What others like');
  await expect(tourBox(page)).toContainText('What others take home');
  const list = page.locator('regulars-tour regulars-carousel');
  await expect(list.locator('regulars-product-card').first()).toBeVisible();
  await press(page, 'Next');
  await expect(tourBox(page)).toContainText('And here it all ends up');
  await press(page, 'Once more');
  await expect(tourBox(page)).toContainText('What may we show you?');
  await press(page, 'What others like');
  await press(page, 'Next');
  await press(page, 'Thank you');
  await expect(tourBox(page)).toHaveCount(0);
  expect(watch.errors).toEqual([]);
  expect(violations).toEqual([]);
});

test('the other way goes on by what the visitor really does: a department opened, a filter set', async ({
  page,
}) => {
  await ask(page);
  await press(page, 'The shelves');
  await expect(tourBox(page)).toContainText('Open a department');
  const department = page.locator('.departments a').first();
  await Promise.all([page.waitForURL('**/c/*'), department.click()]);
  await expect(tourBox(page)).toContainText('Make the shelf shorter');
  await page.locator('.js-filters').getByRole('checkbox').first().check();
  await expect(tourBox(page)).toContainText('And here it all ends up');
});

test('a tour that is put off stays away from the next page and is not over', async ({ page }) => {
  await ask(page);
  await press(page, 'In an hour');
  await expect(tourBox(page)).toHaveCount(0);
  await idle(page);
  await page.goto('/c/garden');
  await idle(page);
  await expect(tourBox(page)).toHaveCount(0);
  const told = await page.evaluate(async () => {
    const journey = await globalThis.regulars?.exportJourney?.();
    return (journey?.events ?? []).map(({ name }) => name);
  });
  expect(told).not.toContain('tour_completed');
});
