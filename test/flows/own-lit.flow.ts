import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { look, tourBox, tourButton } from './shopper.ts';

/** A shop that is made with Lit itself: an element of its own in the page, from a copy that shares nothing with ours. */
const ownElement = `
  import { html, LitElement } from 'lit';
  customElements.define('shop-rating', class extends LitElement {
    static properties = { stars: { type: Number } };
    constructor() { super(); this.stars = 0; }
    render() { return html\`<button @click=\${() => { this.stars += 1; }}>Stars: \${this.stars}</button>\`; }
  });`;

async function bundleOwnLit(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ownElement, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}

/** Gives every page of the demo the shop's own element; its policy allows a second Lit, as the SDK's problem asks for. */
async function makeWithLit(page: Page): Promise<void> {
  const body = await bundleOwnLit();
  await page.route('**/own-lit.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  const tag = '<script type="module" src="/own-lit.js"></script>';
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const text = (await response.text()).replace('<main', '<shop-rating></shop-rating><main');
    const policy = (response.headers()['content-security-policy'] ?? '').replace(
      'lit-html',
      "lit-html 'allow-duplicates'",
    );
    return route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
      body: text.replace('</head>', `${tag}</head>`),
    });
  });
}

test("a shop's own copy of Lit and ours leave each other alone", async ({ page, watch, violations }) => {
  await allowAutomation(page);
  await makeWithLit(page);
  await page.goto('/');
  await answer(page, 'yes');
  await expect(tourBox(page)).toContainText('1 of 3');
  await tourButton(page, 'Next').click();
  await page.goto('/c/garden');
  await expect(tourBox(page)).toContainText('2 of 3');
  await page.keyboard.press('Escape');
  await expect(tourBox(page)).toBeHidden();
  const own = page.locator('shop-rating').getByRole('button');
  await own.click();
  await expect(own).toHaveText('Stars: 1');

  for (const path of ['/p/enamel-milk-pot', '/p/linden-board']) await look(page, path);
  await expect(page.locator('regulars-carousel').first()).toBeVisible();
  await own.click();
  await expect(own).toHaveText('Stars: 1');
  await idle(page);
  const copies = await page.evaluate(
    () => (globalThis as { litElementVersions?: readonly string[] }).litElementVersions?.length,
  );
  expect(copies).toBe(2);
  expect(await page.evaluate(() => globalThis.regulars?.inspect?.().problems)).toEqual([]);
  expect(violations).toEqual([]);
  expect(watch.errors).toEqual([]);
});
