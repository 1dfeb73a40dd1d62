import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';

/** Every kind of page; `first:` follows the shop's own first link of that kind. */
const pages = [
  '/',
  'first:/c/',
  'first:/p/',
  '/search?q=a',
  '/checkout',
  '/account',
  '/help',
  '/rules/thank-you',
];

async function open(page: Page, path: string, query: string): Promise<void> {
  if (!path.startsWith('first:')) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}${query}`);
    return;
  }
  await page.goto(`/?${query}`);
  const href = await page.evaluate((part) => {
    const paths = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
      (one) => new URL(one.href).pathname,
    );
    return paths.find((one) => one.startsWith(part)) ?? null;
  }, path.slice('first:'.length));
  expect(href, `a link to ${path}`).not.toBeNull();
  await page.goto(`${href}?${query}`);
}

/** What axe complains about, short enough to read in a failure. */
async function complaints(page: Page): Promise<{ violations: string[]; inShadow: number }> {
  const result = await new AxeBuilder({ page }).analyze();
  const inShadow = result.passes
    .flatMap((one) => one.nodes)
    .filter(({ target }) => JSON.stringify(target[0] ?? '').includes('regulars-')).length;
  return {
    violations: result.violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => JSON.stringify(node.target)).join(', ')}`,
    ),
    inShadow,
  };
}

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page without the SDK, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const path of pages) {
      await open(page, path, 'sdk=off');
      expect((await complaints(page)).violations, path).toEqual([]);
    }
  });

  test(`axe finds nothing on any page with the widgets open, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await allowAutomation(page);
    await page.goto('/');
    await answer(page, 'yes');
    await expect(page.getByRole('dialog', { name: /./ }).first()).toBeVisible();
    const tour = await complaints(page);
    expect(tour.violations, 'tour').toEqual([]);
    expect(tour.inShadow, 'audited nodes inside our shadow roots').toBeGreaterThan(0);
    for (const path of pages) {
      await open(page, path, 'regulars-debug');
      await idle(page);
      expect((await complaints(page)).violations, path).toEqual([]);
    }
  });
}
