import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { guides } from '../support/gallery/guidance-fixtures.ts';
import { serveGallery } from '../support/gallery/serve.ts';

/**
 * The gallery alone: no shop and no engine, each form of guidance as its view says. Its page has no landmarks of a shop,
 * and its cards lead to places of no page.
 */
const test = base.extend<object, { gallery: string }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the first parameter
    async ({}, use) => {
      const { url, server } = await serveGallery(0);
      await use(url);
      server.close();
    },
    { scope: 'worker' },
  ],
});

const names = Object.keys(guides);
const elements = ['tour', 'announcement', 'checklist', 'hint', 'launcher'].map((one) => `regulars-${one}`);

/** What a person looks at: the box, the beacon or the round button. */
const shown = (page: Page): Locator =>
  page
    .locator(elements.join(', '))
    .locator('[part~="box"], [part="beacon"], [part="opener"]')
    .filter({ visible: true })
    .first();

async function open(page: Page, gallery: string, query: string): Promise<void> {
  await page.goto(`${gallery}?${query}`);
  await page.waitForFunction(() => 'gallery' in globalThis);
  await expect(shown(page), query).toBeVisible();
  const beacon = page.locator('regulars-hint [part="beacon"]');
  if (query.includes('guide=hint')) await beacon.press('Enter');
}

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

for (const [look, media] of Object.entries(looks)) {
  test(`axe finds nothing in any form of guidance, ${look}`, async ({ page, gallery }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    for (const name of names) {
      await open(page, gallery, `guide=${name}&scheme=${media.colorScheme}`);
      const { violations, passes } = await new AxeBuilder({ page })
        .disableRules(['region', 'skip-link'])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(', ')}`,
      );
      expect(found, name).toEqual([]);
      const inside = passes
        .flatMap(({ nodes }) => nodes)
        .filter(({ target }) => elements.some((one) => JSON.stringify(target[0] ?? '').includes(one)));
      expect(inside.length, `${name}: audited inside our shadow roots`).toBeGreaterThan(0);
    }
  });
}

for (const [what, size] of [
  ['320 px', { width: 320, height: 560 }],
  ['200 % zoom of a desktop', { width: 640, height: 400 }],
] as const) {
  for (const lang of ['bg', 'he']) {
    test(`every form of guidance stays within ${what}, ${lang}, and each control can be reached`, async ({
      page,
      gallery,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const name of names) {
        await open(page, gallery, `guide=${name}&lang=${lang}`);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${name}: the page does not scroll sideways`,
        ).toBeLessThanOrEqual(0);
        const controls = page.locator(elements.map((one) => `${one} button, ${one} a`).join(', '));
        for (const control of await controls.filter({ visible: true }).all()) {
          const words = `${name}: ${(await control.textContent())?.trim() || (await control.getAttribute('aria-label'))}`;
          await control.scrollIntoViewIfNeeded();
          const box = await control.boundingBox();
          expect(box, words).not.toBeNull();
          if (!box) continue;
          expect(box.x, words).toBeGreaterThanOrEqual(-0.5);
          expect(box.x + box.width, words).toBeLessThanOrEqual(size.width + 0.5);
          expect(box.y + box.height / 2, words).toBeLessThanOrEqual(size.height);
        }
      }
    });
  }
}
