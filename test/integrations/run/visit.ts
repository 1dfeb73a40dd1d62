import puppeteer, { type Page } from 'puppeteer-core';
import { findEngines } from '../../tools/lib/engines.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** Client navigations of a visit. */
export const navigations = 50;

/** What one app showed. */
export interface Findings {
  readonly errors: readonly string[];
  /** Page views before and by the client navigations. */
  readonly firstViews: number;
  readonly furtherViews: number;
  readonly cards: number;
  readonly listenersLeft: number;
  readonly problems: readonly string[];
}

/** Counts listeners on window and document, and history's own functions, from before the first script. */
function countListeners(): void {
  const counts = { now: 0 };
  Object.assign(globalThis, { listenerCounts: counts });
  const held = new WeakMap<EventTarget, Set<string>>();
  const names = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (type: string, listener: object, options: unknown): string => {
    if (!names.has(listener)) names.set(listener, next++);
    const capture =
      typeof options === 'boolean' ? options : Boolean((options as { capture?: boolean })?.capture);
    return `${type} ${names.get(listener)} ${capture}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const drop = (target: EventTarget, key: string): void => {
    if (held.get(target)?.delete(key)) counts.now--;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener, options);
    if (!listener || !(this === window || this === document || this === undefined)) return;
    const target = this ?? window;
    const key = keyOf(type, listener, options);
    const keys = held.get(target) ?? new Set();
    held.set(target, keys);
    if (keys.has(key)) return;
    keys.add(key);
    counts.now++;
    const signal = (options as AddEventListenerOptions | undefined)?.signal;
    if (signal) addEventListener.call(signal, 'abort', () => drop(target, key), { once: true });
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    if (listener) drop(this ?? window, keyOf(type, listener, options));
  };
}

const idle = (page: Page): Promise<unknown> =>
  page
    .waitForFunction(() => 'regulars' in globalThis)
    .then(() =>
      page.evaluate(() => (globalThis as unknown as { regulars: { idle(): Promise<void> } }).regulars.idle()),
    );

/** Cards in the slot's list; 0 when none came within ten seconds. */
const cardsShown = (page: Page): Promise<number> =>
  page
    .waitForFunction(
      () =>
        document
          .querySelector('regulars-slot')
          ?.shadowRoot?.querySelector('regulars-carousel')
          ?.shadowRoot?.querySelectorAll('regulars-product-card').length,
      { timeout: 10_000 },
    )
    .then((found) => found.jsonValue())
    .then((count) => count ?? 0)
    .catch(() => 0);

const viewsStored = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const world = globalThis as unknown as { regulars: { exportJourney(): Promise<unknown> } };
    return JSON.stringify(await world.regulars.exportJourney()).split('"name":"page_viewed"').length - 1;
  });

async function navigate(page: Page): Promise<void> {
  for (let at = 0; at < navigations; at++) {
    const before = await page.$eval('h1', (heading) => heading.textContent);
    await page.click('#go');
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, {}, before);
    await idle(page);
  }
}

/** Starts once more and stops: what is left on window and document afterwards is a leak. */
const listenersLeft = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const world = globalThis as unknown as {
      listenerCounts: { now: number };
      regulars: { stop(): Promise<void>; idle(): Promise<void> };
      startRegulars(): () => Promise<void>;
    };
    await world.regulars.stop();
    const before = world.listenerCounts.now;
    const stop = world.startRegulars();
    await world.regulars.idle();
    await stop();
    return world.listenerCounts.now - before;
  });

/** Opens the app, goes to and fro fifty times, counts. */
export async function visitApp(url: string): Promise<Findings> {
  const executablePath = findEngines().chromium;
  if (executablePath === undefined)
    throw new Error('no Chromium was found: run npm test once, it installs one');
  const browser = await puppeteer.launch({ executablePath, headless: true, args: flags });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (one) => {
      const counts = one.type() === 'error' || one.type() === 'warn';
      // Lit's development build, which `next dev` takes, says so itself: nothing is wrong.
      if (counts && !one.text().startsWith('Lit is in dev mode')) errors.push(one.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(countListeners);
    await page.goto(url, { waitUntil: 'load' });
    await idle(page);
    const cards = await cardsShown(page);
    const firstViews = await viewsStored(page);
    await navigate(page);
    const furtherViews = (await viewsStored(page)) - firstViews;
    const problems = await page.evaluate(() =>
      ((globalThis as unknown as { problems?: { code: string }[] }).problems ?? []).map((one) => one.code),
    );
    return { errors, firstViews, furtherViews, cards, problems, listenersLeft: await listenersLeft(page) };
  } finally {
    await browser.close();
  }
}
