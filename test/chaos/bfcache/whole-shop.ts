import type { Browser, Page } from 'puppeteer-core';
import { exactly, type Row } from '../../bench/row.ts';
import { startDemoProcess } from '../../support/demo.ts';
import { createDevice, type Device } from '../support/device.ts';
import { isBack } from './is-back.ts';

/** Pages of the demo that the visitor leaves and comes back to: one with a tour, one with lists, one without either. */
const left = ['/', '/p/window-feeder', '/help'];

/** Why the page was not restored, as the browser tells it; `[]` when it was. */
const whyNot = `(() => {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry.notRestoredReasons?.reasons ?? []).map(({ reason }) => reason);
})()`;

/** Goes to the page, to the next one, where a tour asks other tabs too, and back: whether it is another document. */
async function isAnother(
  page: Page,
  url: string,
  path: string,
  log: (line: string) => void,
): Promise<boolean> {
  await page.goto(`${url}${path}`);
  await settled(page);
  await page.evaluate('globalThis.sameDocument = true');
  await page.goto(`${url}/c/garden`);
  await settled(page);
  await page.evaluate('void setTimeout(() => history.back())');
  await isBack(
    page,
    `location.pathname === ${JSON.stringify(path)} && 'idle' in (globalThis.regulars ?? {})`,
  );
  const isSame = await page.evaluate('globalThis.sameDocument');
  if (!isSame) log(`${path} came back as another document: ${JSON.stringify(await page.evaluate(whyNot))}`);
  return !isSame;
}

/** A new tab in which the SDK plays although a driver steers the browser: the shop's own leave for tests. */
async function openTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(
    "Object.defineProperty(navigator, 'webdriver', { get: () => false, configurable: true })",
  );
  return page;
}

/** Waits until the SDK has nothing under way. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction("'idle' in (globalThis.regulars ?? {})");
  await page.evaluate('regulars.idle()');
}

/** The demo shop, with all that a shop installs, after a yes: each of its pages is restored. Needs a build. */
export async function wholeShop(
  name: string,
  log: (line: string) => void,
  makeDevice: () => Promise<Device> = createDevice,
): Promise<readonly Row[]> {
  const demo = await startDemoProcess();
  const device = await makeDevice();
  try {
    const browser = await device.start();
    const first = await openTab(browser);
    await first.goto(demo.url);
    await first.waitForSelector('#consent-yes').then((button) => button?.click());
    await settled(first);
    await first.close();
    let others = 0;
    for (const path of left) {
      // A tab of its own: after a page that came back, the driver of Firefox hears of no further load.
      const page = await openTab(browser);
      if (await isAnother(page, demo.url, path, log)) others += 1;
      await page.close();
    }
    await browser.close();
    return [exactly(`${name}: pages that came back as another document`, 'pages', others, 0)];
  } finally {
    await demo.stop();
    await device.remove();
  }
}
