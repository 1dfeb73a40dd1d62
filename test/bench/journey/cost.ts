import type { Page } from 'puppeteer-core';
import type { Tracker } from './bundle.ts';
import { inBench, median, openBench, openTracked, wait } from './drive.ts';

/** What a tracker costs a page. */
export interface Cost {
  /** Ms of main thread for its start, 4x slower. */
  readonly startMs: number;
  readonly startAutoMs: number;
  /** Microseconds for a `track()`, with 1,000 queued. */
  readonly trackUs: number;
  readonly loops: number;
  /** Bytes on the device with those queued. */
  readonly storedBytes: number;
}

/** A rival that needs seconds for a loop is not asked thirty times. */
const BUDGET_MS = 12_000;

/** Measures one tracker. */
export async function costOf(name: Tracker): Promise<Cost> {
  const bench = await openBench(name);
  try {
    const browser = await bench.start();
    const starts: Record<'off' | 'on', number[]> = { off: [], on: [] };
    for (let round = 0; round < 3; round++)
      for (const mode of ['off', 'on'] as const) {
        const { page, startMs } = await openTracked(browser, bench.collector, {
          slowdown: 4,
          autocapture: mode === 'on',
        });
        starts[mode].push(startMs);
        await page.close();
      }
    bench.collector.setDown(true);
    const { page } = await openTracked(browser, bench.collector);
    await inBench(page, 'bench.track(1000)');
    await wait(1000);
    const storedBytes = await stored(page);
    const loops: number[] = [];
    for (const from = Date.now(); loops.length < 30 && Date.now() - from < BUDGET_MS; await wait(300))
      loops.push(1000 * (await inBench(page, 'bench.track(1000)')));
    await browser.close();
    return {
      startMs: median(starts.off),
      startAutoMs: median(starts.on),
      trackUs: median(loops),
      loops: loops.length,
      storedBytes,
    };
  } finally {
    await bench.end();
  }
}

const stored = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    const texts = Object.entries({ ...localStorage }).reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    const { usageDetails = {} } = await navigator.storage.estimate();
    return texts + (usageDetails.indexedDB ?? 0);
  })()`) as Promise<number>;
