import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { look, tourBox, tourButton } from './shopper.ts';

test.beforeEach(({ page }) => allowAutomation(page));

const launcher = (page: Page) => page.locator('regulars-launcher');
const checklist = (page: Page) => page.locator('regulars-checklist');

/** Does what the list asks for: the walk to its end, a word searched, three products looked at. */
async function finishMissions(page: Page): Promise<void> {
  await tourButton(page, 'Next').click();
  await idle(page);
  await page.goto('/c/garden');
  await tourButton(page, 'Next').click();
  await tourButton(page, 'Done').click();
  await expect(tourBox(page)).toHaveCount(0);
  await look(page, '/search?q=basil');
  for (const path of ['/p/enamel-milk-pot', '/p/linden-board', '/p/swan-watering-can'])
    await look(page, path);
}

test('whoever finished every mission collects the reward of the pool, once, and finds it again', async ({
  page,
  faults,
  violations,
}) => {
  test.setTimeout(60_000);
  await page.goto('/account');
  await answer(page, 'yes');
  await expect(checklist(page).locator('[part="reward"]')).toContainText('Yours when every step is done.');
  await expect(checklist(page).getByRole('button', { name: 'Collect it' })).toHaveCount(0);
  await finishMissions(page);
  await page.goto('/account');
  await expect(checklist(page).getByRole('status').first()).toHaveText('All done. Well done!');
  const drawn: string[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('/v1/actions') && one.postData()?.includes('"draw"')) drawn.push(one.url());
  });
  await checklist(page).getByRole('button', { name: 'Collect it' }).press('Enter');
  const code = checklist(page).locator('[part="reward"] code');
  await expect(code).toHaveText(/\S{6,}/);
  await expect(checklist(page).locator('[part="reward"] strong')).toHaveText('€5 off');
  const text = (await code.textContent()) ?? '';
  await page.reload();
  await expect(code).toHaveText(text);
  expect(drawn).toHaveLength(1);
  await test.step('the server has it among the prizes of this person', async () => {
    await page.goto('/rewards');
    await expect(page.locator('regulars-prizes').getByText(text)).toBeVisible();
  });
  expect(faults).toEqual([]);
  expect(violations).toEqual([]);
});

test('a prize that was won and left waits in the help button and is collected there', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto('/rewards');
  await answer(page, 'yes');
  await expect(tourBox(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const game = page.locator('regulars-reels');
  await game.scrollIntoViewIfNeeded();
  await game.getByRole('button', { name: 'Start the reels' }).click();
  await expect(game.locator('.result')).toContainText('You won');
  await page.goto('/help');
  await launcher(page).getByRole('button', { name: 'Help' }).press('Enter');
  const prizes = launcher(page).getByRole('list', { name: 'Prizes to collect' });
  await prizes.getByRole('button', { name: /10% off.*Collect/ }).press('Enter');
  const code = prizes.locator('code');
  await expect(code).toHaveText(/\S{6,}/);
  const text = (await code.textContent()) ?? '';
  await page.goto('/rewards');
  await expect(page.locator('regulars-prizes').getByText(text)).toBeVisible();
});

test('the code of the help button leads the shop’s people to this visitor', async ({ page, operator }) => {
  await page.goto('/');
  await answer(page, 'yes');
  await idle(page);
  await expect(tourBox(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await launcher(page).getByRole('button', { name: 'Help' }).click();
  const code = launcher(page).getByRole('list', { name: 'Code for our support' }).locator('code');
  await expect(code).toHaveText(/^[0-9A-Z]{6}$/);
  const text = (await code.textContent()) ?? '';
  await expect
    .poll(async () => (await operator.get(`/regulars/operator/why?q=${text}`)).text())
    .toContain(`Browser ${text}`);
});
