import type { Page } from 'puppeteer-core';
import { inBench, inBenches, openTracked, type PerTracker, type StartedBench, wait } from './drive.ts';
import type { Figures } from './figures.ts';

const LOOPS = 30;
/** A rival is asked every third time, and no more once its loops took so long in all. */
const RIVAL_EVERY = 3;
const RIVAL_MS = 60_000;

/** What a loop of 1,000 costs while 1,000 events are queued and the collector is down: each on a page and a storage that are new; in turn. */
export function trackCosts(): Promise<PerTracker<Pick<Figures, 'trackUs' | 'storedBytes'>>> {
  return inBenches(
    () => ({ trackUs: [] as number[], storedBytes: [] as number[], tookMs: 0 }),
    async (all) => {
      for (let loop = 0; loop < LOOPS; loop++)
        for (const { name, bench, figures } of all) {
          const isOurs = name === 'regulars';
          if (!isOurs && (loop % RIVAL_EVERY > 0 || figures.tookMs > RIVAL_MS)) continue;
          const from = performance.now();
          await loopOnce(bench, figures);
          figures.tookMs += performance.now() - from;
        }
    },
  );
}

async function loopOnce(
  { browser, collector }: StartedBench,
  figures: { readonly trackUs: number[]; readonly storedBytes: number[] },
): Promise<void> {
  collector.setDown(true);
  const page = await openTracked(browser, collector);
  await inBench(page, 'bench.track(1000)');
  await wait(1000);
  figures.storedBytes.push(await stored(page));
  figures.trackUs.push(1000 * (await inBench(page, 'bench.track(1000)')));
  await page.close();
  const [blank = await browser.newPage()] = await browser.pages();
  const session = await blank.createCDPSession();
  await session.send('Storage.clearDataForOrigin', { origin: collector.url, storageTypes: 'all' });
  await session.detach();
}

const stored = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    const texts = Object.entries({ ...localStorage }).reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    const { usageDetails = {} } = await navigator.storage.estimate();
    return texts + (usageDetails.indexedDB ?? 0);
  })()`) as Promise<number>;
