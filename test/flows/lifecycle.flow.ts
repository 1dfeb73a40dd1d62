import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { callCli } from '../support/call-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

/** Runs the command line as a marketer does; it has to succeed. */
async function regulars(...argv: string[]): Promise<string> {
  const { code, out, err } = await callCli(...argv);
  expect(code, `regulars ${argv.join(' ')}: ${err} ${out}`).toBe(0);
  return out;
}

/** Goes to a control with the Tab key alone. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    if (await control.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not come to ${control}`);
}

test('a marketer takes a campaign from a file to live, asks why, pauses it and takes it back', async ({
  page,
  browser,
  operator,
  demo,
}) => {
  test.setTimeout(150_000);
  const folder = tempFolder();
  const file = join(folder, 'campaigns.json');
  process.env.REGULARS_CONFIG_DIR = folder;
  const desk = await (
    await browser.newContext({
      baseURL: demo.url,
      storageState: await operator.storageState(),
      viewport: { width: 360, height: 640 },
    })
  ).newPage();

  await test.step('sign in with a token of the operator page, on a phone', async () => {
    await desk.goto('/regulars/operator/own');
    await desk.getByRole('button', { name: 'Make a token' }).click();
    const line = (await desk.locator('code.long').textContent()) ?? '';
    const [, address = '', token = ''] = /login (\S+) --token (\S+)/.exec(line) ?? [];
    expect(await regulars('login', address, '--token', token)).toContain('as admin, admin');
  });

  await test.step('nothing waits yet, and the page says what to do', async () => {
    await desk.goto('/regulars/operator/documents');
    await expect(desk.locator('.empty').first()).toContainText('No draft waits');
  });

  await test.step('change what is live, check it, see what it does', async () => {
    await writeFile(file, await regulars('history', 'campaigns', '--show', '1'));
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('**Herb week:** every pot comes with its seeds.', 'Frost week: wool for every pot.'),
    );
    await regulars('validate', file);
    expect(await regulars('diff', file)).toContain('“Line above the shop” (garden-week): other words in en.');
    expect(await regulars('simulate', file, '--page-type', 'home')).toContain('✓ garden-week: won');
    await regulars('push', file, '--why', 'Frost');
  });

  await test.step('preview the draft on a phone, by the code that its camera reads', async () => {
    expect(await regulars('preview', 'garden-week', '--page', '/', '--locale', 'en')).toContain(
      'regulars-preview=',
    );
    await desk.goto('/regulars/operator/documents');
    await desk.getByLabel('Page of the shop').fill('https://elsewhere.example/');
    await desk.getByRole('button', { name: 'Make a preview link' }).click();
    await expect(desk.locator('main')).toContainText('That page is not the shop’s');
    await desk.goto('/regulars/operator/documents');
    await tabTo(desk, desk.locator('select[name="campaignId"]'));
    await desk.keyboard.type('Line above');
    await tabTo(desk, desk.getByRole('button', { name: 'Make a preview link' }));
    await desk.keyboard.press('Enter');
    await expect(desk.locator('.qr')).toBeVisible();
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await desk.screenshot({ path: test.info().outputPath('link.png'), fullPage: true });
    const link = (await desk.locator('code.long').textContent()) ?? '';
    const phone = await browser.newContext({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const small = await phone.newPage();
    await allowAutomation(small);
    await small.goto(link);
    await expect(small.locator('regulars-slot[name="site-bar"]')).toContainText('Frost week');
    await expect(small.locator('regulars-preview .state')).toHaveClass(/shown/);
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await small.screenshot({ path: test.info().outputPath('phone.png') });
    await phone.close();
    await page.goto('/');
    await expect(page.locator('regulars-slot[name="site-bar"]')).not.toContainText('Frost week');
  });

  await test.step('publish with the keyboard', async () => {
    await desk.goto('/regulars/operator/documents');
    await expect(desk.locator('.changes')).toContainText('other words in en');
    const found = await new AxeBuilder({ page: desk }).analyze();
    expect(found.violations.map(({ id }) => id)).toEqual([]);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await tabTo(desk, desk.getByRole('button', { name: 'Publish Campaigns' }));
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('row').filter({ hasText: 'live now' }).first()).toContainText('Frost');
  });

  const bar = page.locator('regulars-slot[name="site-bar"]');
  await test.step('a visitor sees it', async () => {
    await allowAutomation(page);
    await page.goto('/');
    await answer(page, 'yes');
    await expect(bar).toContainText('Frost week');
  });

  await test.step('why, by the code that the panel shows', async () => {
    await page.goto('/?regulars-debug');
    await idle(page);
    const panel = page.locator('regulars-debug');
    await panel.getByText('Campaigns', { exact: true }).click();
    const code =
      (await panel
        .locator('dd code')
        .filter({ hasText: /^[0-9A-Z]{6}$/ })
        .first()
        .textContent()) ?? '';
    await page.evaluate(() => globalThis.regulars?.flush?.());
    await expect(async () =>
      expect(await regulars('explain', 'garden-week', '--find', code)).toContain('garden-week'),
    ).toPass();
    await desk.goto(`/regulars/operator/why?q=${code}&locale=bg`);
    await expect(desk.getByRole('table')).toContainText('Line above the shop');
    const found = await new AxeBuilder({ page: desk }).analyze();
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('pause: the open page lets go, the next one does not open it', async () => {
    await regulars('pause', 'garden-week');
    const asked = page.waitForResponse('**/regulars/v1/control/*');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await asked;
    await expect(bar).not.toContainText('Frost week');
    await page.goto('/');
    await idle(page);
    await expect(bar).not.toContainText('Frost week');
    await regulars('pause', 'garden-week', '--resume');
  });

  await test.step('roll back; the page after the next has the old words', async () => {
    await regulars('rollback', '--why', 'Thaw');
    expect(await regulars('history')).toMatch(/3 .*back to 1 by admin.*: Thaw/);
    // The stored copy decides once more and is renewed meanwhile.
    await expect(async () => {
      await page.goto('/');
      await expect(bar).toContainText('Herb week', { timeout: 3000 });
    }).toPass();
  });
  await desk.context().close();
});
