import type { Page } from 'puppeteer-core';

/**
 * Resolves when the condition, an expression, holds in the page that came back; rejects after a while. A question that
 * waits in a page which goes to the cache is never answered in Firefox: short ones are asked.
 */
export async function isBack(page: Page, condition: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = page.evaluate(condition).catch(() => false);
    if (await Promise.race([found, new Promise((resolve) => setTimeout(resolve, 1000, false))])) return;
  }
  throw new Error('the page did not come back');
}
