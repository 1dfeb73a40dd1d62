import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { tempFolder } from '../../support/temp-folder.ts';
import { bundleTracker, type Tracker } from './bundle.ts';
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

/** Opens the tracker's page and starts it; ms that the start kept the main thread busy. */
export async function openTracked(
  browser: Browser,
  { url }: Collector,
  { slowdown = 1, autocapture = false }: { slowdown?: number; autocapture?: boolean } = {},
): Promise<{ readonly page: Page; readonly startMs: number }> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction('globalThis.bench');
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const startMs = await inBench(page, `bench.start(${autocapture})`);
  // What it does right after, in tasks of its own.
  await wait(500);
  return { page, startMs };
}

/** Evaluates an expression with `bench`. */
export const inBench = (page: Page, expression: string): Promise<number> =>
  page.evaluate(expression) as Promise<number>;

/** What the page itself knows that it tracked. */
export const labelsOf = (page: Page): Promise<BenchPage['labels']> =>
  page.evaluate('bench.labels') as Promise<BenchPage['labels']>;

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
