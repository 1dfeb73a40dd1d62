/**
 * Draws `docs/story.png` from the demo as it is: a phone with the first step of the tour, a desktop with the list that is
 * ranked for this visitor. Run: `node --conditions=source test/support/story-picture/make.ts` after `npm run build`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { findEngines } from '../../tools/lib/engines.mjs';
import { inRoot } from '../../tools/lib/project.mjs';
import { startDemoProcess } from '../demo.ts';

const looked = ['/p/enamel-milk-pot', '/p/linden-board'];

/** A visitor of their own, who has said yes; campaigns play although a driver steers. */
async function openVisitor(browser: Browser, url: string, viewport: Viewport): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, 'webdriver', { get: () => false });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.click('#consent-yes');
  await page.waitForFunction(() => globalThis.regulars?.host?.read?.('overlay')?.type === 'tour');
  return page;
}

const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await globalThis.regulars?.idle?.();
  });

async function shootPhone(browser: Browser, url: string): Promise<string> {
  const page = await openVisitor(browser, url, {
    width: 360,
    height: 740,
    deviceScaleFactor: 1,
    isMobile: true,
    hasTouch: true,
  });
  await idle(page);
  return page.screenshot({ encoding: 'base64' });
}

async function shootDesktop(browser: Browser, url: string): Promise<string> {
  const page = await openVisitor(browser, url, { width: 1180, height: 770 });
  // The tour's chunk may still be on its way: it hears Escape once it is there.
  while (await page.evaluate(() => globalThis.regulars?.host?.read?.('overlay') != null)) {
    await page.keyboard.press('Escape');
    await idle(page);
  }
  for (const path of looked) {
    await page.goto(new URL(path, url).href, { waitUntil: 'load' });
    await idle(page);
  }
  await page.goto(url, { waitUntil: 'load' });
  await idle(page);
  await page.waitForFunction(() => {
    const slot = document.querySelector('regulars-slot[name="home-for-you"]');
    if (!slot?.shadowRoot?.querySelector('regulars-carousel')) return false;
    scrollTo(0, slot.getBoundingClientRect().top + scrollY - 150);
    return true;
  });
  await idle(page);
  return page.screenshot({ encoding: 'base64' });
}

async function compose(browser: Browser, shots: { phone: string; desktop: string }): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(readFileSync(join(import.meta.dirname, 'frames.html'), 'utf8'));
  await page.evaluate(async (sources) => {
    for (const [id, source] of Object.entries(sources)) {
      const image = document.getElementById(id) as HTMLImageElement;
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
    }
  }, shots);
  return page.screenshot();
}

const demo = await startDemoProcess();
const browser = await puppeteer.launch({
  executablePath: findEngines().chromium ?? '',
  args: ['--no-sandbox', '--hide-scrollbars'],
});
try {
  const [phone, desktop] = [await shootPhone(browser, demo.url), await shootDesktop(browser, demo.url)];
  mkdirSync(inRoot('docs'), { recursive: true });
  writeFileSync(inRoot('docs/story.png'), await compose(browser, { phone, desktop }));
} finally {
  await browser.close();
  await demo.stop();
}
