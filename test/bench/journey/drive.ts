import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { tempFolder } from '../../support/temp-folder.ts';
import { bundleTracker, type Tracker, trackers } from './bundle.ts';
import { type Collector, openCollector } from './collector.ts';
import type { BenchPage } from './page.ts';

/** A tracker with a collector and a browser profile of its own. */
export interface Bench {
  readonly collector: Collector;
  start(): Promise<Browser>;
  end(): Promise<void>;
}

/** Makes it. */
export async function openBench(name: Tracker): Promise<Bench> {
  const collector = await openCollector(await bundleTracker(name, true));
  const userDataDir = tempFolder();
  return {
    collector,
    start: () =>
      puppeteer.launch({
        executablePath: process.env.FULL_CHROMIUM || '/usr/bin/chromium',
        userDataDir,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      }),
    async end() {
      await collector.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Opens the tracker's page and starts it. */
export async function openTracked(browser: Browser, { url }: Collector): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('globalThis.bench');
  await inBench(page, 'bench.start(false)');
  // What it does right after, in tasks of its own.
  await wait(500);
  return page;
}

/** A value for each. */
export type PerTracker<T> = Readonly<Record<Tracker, T>>;

/** A bench whose browser runs. */
export type StartedBench = Pick<Bench, 'collector'> & { readonly browser: Browser };

/** Measures all trackers side by side, so that rounds can go in turn; gives what `measure` filled in. */
export async function inBenches<T>(
  empty: () => T,
  measure: (
    all: readonly { readonly name: Tracker; readonly bench: StartedBench; readonly figures: T }[],
  ) => Promise<void>,
): Promise<PerTracker<T>> {
  const benches: { name: Tracker; bench: Bench & StartedBench; figures: T }[] = [];
  try {
    for (const name of trackers) {
      const bench = await openBench(name);
      benches.push({ name, bench: { ...bench, browser: await bench.start() }, figures: empty() });
    }
    await measure(benches);
  } finally {
    for (const { bench } of benches) {
      await bench.browser.close();
      await bench.end();
    }
  }
  return Object.fromEntries(benches.map(({ name, figures }) => [name, figures])) as PerTracker<T>;
}

/** Ms that the page's main thread was busy so far; the session's `Performance` is on. */
export async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** Evaluates an expression with `bench`. */
export const inBench = (page: Page, expression: string): Promise<number> =>
  page.evaluate(expression) as Promise<number>;

/** What the page itself knows that it tracked. */
export const labelsOf = (page: Page): Promise<BenchPage['labels']> =>
  page.evaluate('bench.labels') as Promise<BenchPage['labels']>;

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
