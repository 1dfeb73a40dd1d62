import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** One visit of the story's first three pages, measured from outside the SDK. */
export interface Visit {
  /** Largest contentful paint of each page, ms. */
  readonly lcpMs: readonly number[];
  /** Sum of layout shifts without recent input over the pages. */
  readonly shift: number;
  /** Longest duration of each interaction, ms. */
  readonly interactionsMs: readonly number[];
  /** Heap in use after a collection on the last page, bytes. */
  readonly heapBytes: number;
  /** Encoded bytes of everything that belongs to the SDK. */
  readonly sdkBytes: number;
  /** Paths of the SDK's requests. */
  readonly sdkPaths: readonly string[];
}

export interface VisitOptions {
  readonly origin: string;
  readonly sdk: boolean;
  readonly saveData: boolean;
  /** CPU slow-down and slow 3G. */
  readonly throttled: boolean;
}

const ours = /^\/(sdk|regulars|index)\//;
const slow3G = {
  offline: false,
  latency: 400,
  downloadThroughput: (500 * 1024) / 8,
  uploadThroughput: (500 * 1024) / 8,
};
const paths = ['/', '/c/FIRST', '/p/FIRST'];

interface Observed {
  lcpMs: number;
  shift: number;
  readonly interactions: Record<number, number>;
}

/** Observes in the page what only the page can see; read back as `observed`. */
function observe(): void {
  const observed: Observed = { lcpMs: 0, shift: 0, interactions: {} };
  Object.assign(globalThis, { observed });
  Object.defineProperty(navigator, 'webdriver', { get: () => false, configurable: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.lcpMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown[] as { value: number; hadRecentInput: boolean }[])
      if (!entry.hadRecentInput) observed.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown[] as { interactionId: number; duration: number }[])
      if (entry.interactionId > 0)
        observed.interactions[entry.interactionId] = Math.max(
          observed.interactions[entry.interactionId] ?? 0,
          entry.duration,
        );
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

const settle = (page: Page): Promise<unknown> =>
  page.waitForNetworkIdle({ idleTime: 1500, timeout: 60_000 }).catch(() => undefined);

/** What an impatient shopper does with every page: three taps on empty ground and two keys. */
async function interact(page: Page): Promise<void> {
  for (let tap = 0; tap < 3; tap++) await page.mouse.click(8, 300 + tap * 40);
  for (const key of ['Tab', 'ArrowDown'] as const) await page.keyboard.press(key);
}

function countOurs(cdp: CDPSession): { bytes: number; paths: string[] } {
  const seen = { bytes: 0, paths: [] as string[] };
  const byRequest = new Set<string>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname } = new URL(request.url);
    if (!ours.test(pathname)) return;
    byRequest.add(requestId);
    seen.paths.push(pathname);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (byRequest.has(requestId)) seen.bytes += encodedDataLength;
  });
  return seen;
}

async function prepare(page: Page, options: VisitOptions): Promise<CDPSession> {
  await page.setViewport({ width: 360, height: 640, isMobile: true, hasTouch: true });
  await page.evaluateOnNewDocument(observe);
  const cdp = await page.createCDPSession();
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  if (options.saveData) await cdp.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  if (options.throttled) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await cdp.send('Network.emulateNetworkConditions', slow3G);
  }
  return cdp;
}

/** The category and product a shopper would come to, read from the shop's own links. */
async function firstLinks(page: Page): Promise<{ category: string; product: string }> {
  return page.evaluate(() => {
    const find = (part: string): string =>
      [...document.querySelectorAll('a[href]')]
        .map((link) => new URL((link as HTMLAnchorElement).href).pathname)
        .find((path) => path.startsWith(part)) ?? '/';
    return { category: find('/c/'), product: find('/p/') };
  });
}

/** Makes one visit in a fresh profile: home, consent, category, product; without any act under Save-Data. Rejects when a page does not load. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await prepare(page, options);
  const seen = countOurs(cdp);
  const result = { lcpMs: [] as number[], shift: 0, interactionsMs: [] as number[] };
  const off = options.sdk ? '' : '?sdk=off';
  let links = { category: '/', product: '/' };
  for (const [at, path] of paths.entries()) {
    const target = at === 0 ? path : at === 1 ? links.category : links.product;
    await page.goto(`${options.origin}${target}${off}`, { waitUntil: 'load', timeout: 120_000 });
    await settle(page);
    if (at === 0) links = await firstLinks(page);
    // Under Save-Data it is the time before any act that counts: nothing is touched.
    if (!options.saveData) {
      if (at === 0) await page.locator('#consent-yes').click();
      await interact(page);
      await settle(page);
    }
    const observed = await page.evaluate(() => (globalThis as unknown as { observed: Observed }).observed);
    result.lcpMs.push(observed.lcpMs);
    result.shift += observed.shift;
    result.interactionsMs.push(...Object.values(observed.interactions));
  }
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const heapBytes = metrics.find((one) => one.name === 'JSHeapUsedSize')?.value ?? 0;
  await context.close();
  return { ...result, heapBytes, sdkBytes: seen.bytes, sdkPaths: seen.paths };
}
