import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { tourBox, tourButton } from './shopper.ts';

const sessionsOf = async (page: Page): Promise<string[]> => {
  const journey = await page.evaluate(() => globalThis.regulars?.exportJourney?.());
  return [...new Set((journey?.events ?? []).map((one) => one.sid))];
};

test('two tabs are one session, and one of them shows the tour', async ({ page, context, watch }) => {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await expect(tourBox(page)).toContainText('1 of 3');
  await idle(page);

  const second = await context.newPage();
  await allowAutomation(second);
  await second.goto('/c/garden');
  await idle(second);
  await expect(tourBox(second)).toHaveCount(0);
  await expect(tourBox(page)).toContainText('1 of 3');
  expect(await sessionsOf(second)).toHaveLength(1);
  expect(await sessionsOf(second)).toEqual(await sessionsOf(page));

  await test.step('the other tab goes on when the first is closed', async () => {
    await tourButton(page, 'Next').click();
    await idle(page);
    await page.close();
    await second.bringToFront();
    await expect(tourBox(second)).toContainText('2 of 3');
  });
  expect(watch.errors).toEqual([]);
});
