import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { fillAddress, look, viewOf } from './shopper.ts';

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

/** Buys so many of a product, paying with points when asked to. */
async function buyMany(page: Page, path: string, { pieces = 1, withPoints = false }): Promise<void> {
  await page.goto(path);
  await page.locator('#quantity').selectOption(String(pieces));
  await page.locator('form.buy').getByRole('button').click();
  await expect(page.locator('#cart')).toBeVisible();
  await page.goto('/checkout');
  if (withPoints) await page.locator('.points-form button').click();
  await fillAddress(page);
  await page.locator('#place button').click();
  await page.waitForURL('**/order/*');
}

test('a shopper becomes a regular: quest, prices of the tier, an open door, points at the checkout, streak and board', async ({
  page,
  demo,
  operator,
}) => {
  test.setTimeout(120_000);
  const rewards = (name: string) => page.locator(`regulars-${name}`);
  const seen = (name: string, text: string) => rewards(name).getByText(text).first();
  const openMine = async (): Promise<void> => {
    await look(page, '/rewards');
    await page.evaluate(() => globalThis.regulars?.flush?.());
  };
  const wallet = async (): Promise<number> => {
    await expect.poll(() => stateOf(page, 'rewards-wallet')).toBe('ready');
    const view = await viewOf(page, 'rewards-wallet');
    return view?.type === 'wallet' && view.state === 'ready' ? (view.known?.points ?? -1) : -1;
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await allowAutomation(page);
  await page.goto('/account');
  await answer(page, 'yes');
  await page.locator('.door').nth(2).click();
  await look(page, '/p/butterfly-bar');
  await expect(page.locator('.early-note')).toContainText('Opens for everybody on');
  await expect(page.locator('form.buy')).toHaveCount(0);
  for (const slug of ['window-feeder', 'bee-hotel']) await look(page, `/p/${slug}`);
  await expect(page.locator('.member')).toHaveCount(0);

  // Browsing and buying finish the quest; 145 euro make a sprout.
  await buyMany(page, '/p/window-feeder', { pieces: 5 });
  await expect
    .poll(async () => {
      await openMine();
      return seen('quest', 'Finished. Well done!').isVisible();
    })
    .toBe(true);
  await expect(seen('tier', 'Sprout')).toBeVisible();

  // A colleague gives 100 points.
  const given = await operator.post('/regulars/operator/api/people/customer:customer-noa/goodwill', {
    data: { id: `gift-${Date.now()}`, points: 100, reason: 'a late parcel' },
    headers: { origin: demo.url },
  });
  expect(given.ok(), await given.text()).toBe(true);

  // The door is open, and prices are those of the tier.
  await page.goto('/p/butterfly-bar');
  await expect(page.locator('.early-note')).toContainText('Yours before everybody else');
  await expect(page.locator('.big-price .member')).toHaveText('Sprout price €15.20');

  // Three days of the shop's clock: a streak, and the points of the order can be spent.
  try {
    for (const days of [1, 2, 3]) {
      // A visit counts once it is delivered: the next look shows it.
      await expect
        .poll(async () => {
          await openMine();
          return rewards('streak').locator('.number').innerText();
        })
        .toBe(String(days));
      if (days < 3) await page.getByRole('button', { name: 'Let a day pass' }).click();
    }
    await rewards('leaderboard').getByRole('textbox').fill('Noa of the birds');
    await rewards('leaderboard').getByRole('button', { name: 'Save' }).click();
    const rows = rewards('leaderboard').getByRole('row');
    await expect(rows.filter({ hasText: 'Noa of the birds' })).toContainText('145');
    // The head, the shopper of this test, and those who were simulated.
    expect(await rows.count()).toBeGreaterThan(3);

    // At the checkout points pay half of what the cart comes to.
    await openMine();
    const before = await wallet();
    expect(before).toBeGreaterThanOrEqual(100 + 145 + 40);
    await buyMany(page, '/p/butterfly-bar', { withPoints: true });
    await openMine();
    expect(await wallet()).toBe(before - 200);
    await expect(seen('wallet', 'Spent')).toBeVisible();
  } finally {
    await page.goto('/rewards');
    await page.getByRole('button', { name: 'Back to today' }).click();
  }
});
