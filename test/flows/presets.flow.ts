import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callCli } from '../support/call-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { allowAutomation, expect, test } from './fixtures.ts';

async function regulars(...argv: string[]): Promise<string> {
  const { code, out, err } = await callCli(...argv);
  expect(code, `regulars ${argv.join(' ')}: ${err} ${out}`).toBe(0);
  return out;
}

/** Each preset: its campaign, a page of the demo shop that has its place, and what a marketer edits first. */
const presets = [
  ['first-visit-tour', 'first-visit-tour', '/c/garden', {}, 'Find it fast'],
  ['cart-saver', 'cart-saver', '/c/garden', {}, 'Your cart is kept'],
  ['win-back', 'win-back', '/', { '"/new"': '"/c/garden"' }, 'Good to see you again'],
  [
    'free-shipping-bar',
    'free-shipping',
    '/cart',
    { '"slot": "free-shipping"': '"slot": "cart-progress"' },
    'shipping',
  ],
  ['second-order', 'second-order', '/', {}, 'Goes with your last order'],
  [
    'welcome-wheel',
    'welcome-wheel',
    '/rewards',
    { '"slot": "order-wheel"': '"slot": "rewards-scratch"' },
    'One turn, on the house',
  ],
  [
    'three-tier',
    'account-tier',
    '/account',
    { '"slot": "account-tier"': '"slot": "account-steps"' },
    'Your tier',
  ],
] as const;

// Pools of one prize are a test's own: no document that validate lets through.
test.use({ prizes: 'own' });

test('every preset goes into what is live, and its preview plays on a phone', async ({
  browser,
  operator,
  demo,
}) => {
  test.setTimeout(150_000);
  const folder = tempFolder();
  process.env.REGULARS_CONFIG_DIR = folder;
  const made = await operator.post('/regulars/operator/api/command-token', { headers: { origin: demo.url } });
  await regulars('login', `${demo.url}/regulars`, '--token', (await made.json()).token);
  const live = await regulars('history', 'campaigns', '--show', 'live');
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await allowAutomation(phone);
  for (const [preset, campaign, path, edits, words] of presets)
    await test.step(preset, async () => {
      const file = join(folder, 'campaigns.json');
      const program = join(folder, 'program.json');
      const earning = await regulars('history', 'program', '--show', 'live');
      await writeFile(file, live);
      await writeFile(program, earning);
      await regulars('init', preset, '--into', file);
      const text = await readFile(file, 'utf8');
      await writeFile(
        file,
        Object.entries(edits).reduce((all, [from, to]) => all.replaceAll(from, to), text),
      );
      await regulars('validate', file, program);
      if ((await readFile(program, 'utf8')) !== earning) await regulars('publish', program);
      await regulars('push', file);
      await phone.goto((await regulars('preview', campaign, '--page', path, '--no-qr')).trim());
      const bar = phone.locator('regulars-preview');
      const state = bar.locator('.state');
      await expect(state).toBeVisible();
      // What opens by itself may do so before the button is pressed, and takes the button away.
      await expect(async () => {
        const isShown = /shown/.test((await state.getAttribute('class')) ?? '');
        if (!isShown) await bar.getByRole('button', { name: 'Show it now' }).click({ timeout: 500 });
        await expect(state).toHaveClass(/shown/, { timeout: 3000 });
      }).toPass({ timeout: 20_000 });
      await expect(phone.getByText(words).first()).toBeInViewport();
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await phone.screenshot({ path: test.info().outputPath(`${preset}.png`) });
    });
  await context.close();
});
