import type { Browser, Page } from 'puppeteer-core';
import { traced } from '../main-thread.ts';
import type { Visit } from './contender.ts';
import type { ServedPage } from './serve-page.ts';

declare global {
  // What the contenders' pages set and the bench reads.
  var ready: boolean | undefined;
  var shifted: number;
}

const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (times) => {
    for (let frame = 0; frame < times; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  }, count);

/** Opens a contender's page in a fresh profile; its script is held back until `start`. */
export async function openPage(
  browser: Browser,
  served: ServedPage,
): Promise<{ page: Page; start: () => Promise<void>; close: () => Promise<void> }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown[] as { value: number }[])
        globalThis.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const release = served.hold();
  // Its script is part of what a page loads: the answer comes after `start`.
  const loaded = page.goto(served.url);
  await page.waitForFunction(
    () => document.querySelector('#after') && performance.getEntriesByType('paint').length > 0,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  return {
    page,
    async start() {
      release();
      await loaded;
      await page.waitForFunction(() => globalThis.ready);
      await frames(page, 4);
    },
    close: () => context.close(),
  };
}

/** Visits a page on a processor four times slower; first paint comes before the script. */
export async function visit(browser: Browser, served: ServedPage): Promise<Visit> {
  const { page, start, close } = await openPage(browser, served);
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const { sum } = await traced(cdp, page, start);
  const shift = await page.evaluate(() => globalThis.shifted);
  await close();
  return { shift, readyMs: sum, bytes: served.bytes() };
}
