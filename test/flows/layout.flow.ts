import type { Page } from '@playwright/test';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy, look } from './shopper.ts';

interface Shift {
  readonly value: number;
  readonly nodes: readonly string[];
}

/** Notes every layout shift from the first frame on, whether input came before it or not. */
async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    type Entry = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] };
    new PerformanceObserver((list) => {
      const [{ domInteractive = 0 } = {}] = performance.getEntriesByType(
        'navigation',
      ) as PerformanceNavigationTiming[];
      for (const entry of list.getEntries() as Entry[]) {
        // A page that is still arriving moves by itself; no module has run.
        if (domInteractive === 0 || entry.startTime < domInteractive) continue;
        const nodes = entry.sources.map(({ node }) =>
          node instanceof Element ? `${node.localName}.${node.className}` : String(node?.nodeName),
        );
        shifts.push({ value: entry.value, nodes });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Shifts so far, after two more frames: an observer is told after the frame. */
const shiftsOf = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (globalThis as { shifts?: Shift[] }).shifts ?? [];
  });

const sizes = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/** Goes through the page as a reader does: only what shifts on the screen counts. */
async function read(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.waitForLoadState('networkidle');
}

for (const size of sizes) {
  test(`the SDK shifts nothing at ${size.width} px`, async ({ page }) => {
    await allowAutomation(page);
    await observe(page);
    await page.setViewportSize(size);
    await page.goto('/');
    await answer(page, 'yes');
    await idle(page);
    // Counted, before the purchase leaves the page: the list of similar products asks for a second look.
    await look(page, '/p/pickle-jar');
    const order = await buy(page, '/p/pickle-jar');
    await idle(page);
    const paths: readonly (readonly [path: string, widget: string])[] = [
      ['/', 'regulars-slot[name="home-for-you"] regulars-carousel'],
      ['/p/linden-board', 'regulars-slot[name="product-similar"] regulars-carousel'],
      [`/order/${order}`, 'regulars-slot[name="order-wheel"] regulars-wheel'],
    ];
    const devtools = await page.context().newCDPSession(page);
    for (const [path, widget] of paths) {
      await page.goto(`${path}?sdk=off`);
      await read(page);
      const without = await shiftsOf(page);
      // A game's parts come one after the other: on a slow phone what comes a moment later is a movement.
      const rate = path.startsWith('/order') ? 4 : 1;
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
      await page.goto(path);
      await idle(page);
      await read(page);
      await expect(page.locator(widget)).toBeVisible();
      expect(await shiftsOf(page), path).toEqual(without);
    }
  });
}

for (const [locale, scripts] of [
  ['', ['latin']],
  ['/bg', ['cyrillic', 'latin']],
  ['/pl', ['latin', 'latin-ext']],
  ['/ru', ['cyrillic', 'latin']],
  ['/he', ['hebrew', 'latin']],
] as const) {
  test(`fonts of ${locale || '/en'} come with the page, once: none is late to move a line`, async ({
    page,
  }) => {
    await page.goto(`${locale}/?sdk=off`);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\.woff2/.test(name))
        .map((one) => [
          /rubik-(.*)-wght/.exec(one.name)?.[1],
          (one as PerformanceResourceTiming).initiatorType,
        ]);
    });
    // The menu of languages names each in its own letters; those may come later.
    const own = fonts.filter(([script]) => scripts.some((one) => one === script));
    expect(own.sort()).toEqual(scripts.map((script) => [script, 'link']));
  });
}
