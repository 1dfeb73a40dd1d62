import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { viewOf } from './shopper.ts';

/** Signs in at the shop's own door and opens the page of rewards. */
async function openRewards(page: Page): Promise<void> {
  await allowAutomation(page);
  await page.goto('/');
  await answer(page, 'yes');
  await page.goto('/account');
  await page.locator('.door').first().click();
  await page.goto('/rewards');
  await idle(page);
}

const stateOf = async (page: Page, slot: string): Promise<string> => {
  const view = await viewOf(page, slot);
  return view !== null && 'state' in view ? view.state : 'nothing';
};

/** Everything that the page and the browser's storage hold, as text. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const rows: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        rows.push(JSON.stringify(all.result));
      }
      db.close();
    }
    const shown = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map(({ shadowRoot }) => (shadowRoot ? shadowRoot.innerHTML + shown(shadowRoot) : ''))
        .join('');
    return [
      ...rows,
      document.documentElement.outerHTML,
      shown(document),
      JSON.stringify({ ...localStorage }),
    ].join('\n');
  });

test('every element of the rewards stands on its page, accessible and without a fault', async ({
  page,
  faults,
  violations,
}) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openRewards(page);
  for (const slot of ['tier', 'wallet', 'prizes', 'quest', 'streak', 'badges', 'board', 'friends']) {
    await expect.poll(() => stateOf(page, `rewards-${slot}`), slot).toBe('ready');
  }
  for (const slot of ['scratch', 'box', 'reels', 'quiz']) {
    const place = page.locator(`regulars-slot[name="rewards-${slot}"]`);
    await place.scrollIntoViewIfNeeded();
    await expect(place.locator('h2')).toBeVisible();
  }
  await expect(page.locator('regulars-countdown [part="time"]')).toBeVisible();
  const { violations: found } = await new AxeBuilder({ page }).include('main').analyze();
  expect(found.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes.map(({ target }) => target))}`)).toEqual(
    [],
  );
  expect(faults).toEqual([]);
  expect(violations).toEqual([]);
});

test('W44 a prize is won, collected once, found among the prizes, and used in the cart; no code was anywhere before', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const answers: string[] = [];
  page.on('response', async (one) => {
    if (/\/v1\/|\/rewards/.test(one.url())) answers.push(await one.text().catch(() => ''));
  });
  await openRewards(page);
  const game = page.locator('regulars-reels');
  await game.scrollIntoViewIfNeeded();
  await game.getByRole('button', { name: 'Start the reels' }).click();
  await expect(game.locator('.result')).toContainText('You won');
  const before = `${await everything(page)}\n${answers.join('\n')}`;
  await game.getByRole('button', { name: 'Get my prize' }).click();
  const code = (await game.locator('code').textContent()) ?? '';
  expect(code.length).toBeGreaterThan(5);
  // Asked as yes or no: what was held is too long to be printed.
  expect(before.includes(code)).toBe(false);
  expect(/"(stock|weight|seed|serverSeed)":/.test(before)).toBe(false);
  await page.reload();
  await expect(game.locator('code')).toHaveText(code);
  const prizes = page.locator('regulars-prizes');
  await expect(prizes.locator('code')).toHaveText(code);
  await prizes.getByRole('button', { name: 'Use in my cart' }).click();
  await expect(prizes.getByText('It is in your cart.')).toBeVisible();
});

test('a scratch card and a quiz are played by keyboard alone', async ({ page }) => {
  test.setTimeout(90_000);
  await openRewards(page);
  const press = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await page.locator('regulars-scratch').scrollIntoViewIfNeeded();
  await press('Take a card');
  await press('Reveal');
  await expect(page.locator('regulars-scratch .result')).toContainText('You won');
  const quiz = page.locator('regulars-quiz');
  await quiz.scrollIntoViewIfNeeded();
  await quiz.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(quiz.locator('legend')).toHaveText('What do swifts eat?');
  await quiz.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(quiz.locator('.reason')).toContainText('Not enough answers were right');
  await quiz.getByRole('button', { name: 'Try again' }).press('Enter');
  await quiz.getByRole('radio').nth(1).check();
  await quiz.getByRole('button', { name: 'Next question' }).press('Enter');
  await quiz.getByRole('radio').nth(0).check();
  await quiz.getByRole('button', { name: 'Finish' }).press('Enter');
  await expect(quiz.locator('.result')).toContainText('You won');
});
