import type { Page } from 'puppeteer-core';
import type { Tracker } from './bundle.ts';
import { type Bench, inBench, labelsOf, openBench, openTracked, wait } from './drive.ts';

/** Ways a page ends, half a second after the last of its events. */
const ends: Readonly<Record<string, (page: Page, bench: Bench) => Promise<unknown>>> = {
  SIGKILL: async (page) => {
    const process = page.browser().process();
    const ended = new Promise((resolve) => process?.once('exit', resolve));
    process?.kill('SIGKILL');
    await ended;
  },
  'tab close': (page) => page.close(),
  navigation: (page, { collector }) => page.goto(`${collector.url}/empty`),
};

/** Share of 100 events that arrive in the end: the collector is down while they are tracked and the page ends, then a next visit comes. */
export async function survival(name: Tracker): Promise<Readonly<Record<string, number>>> {
  const shares: Record<string, number> = {};
  for (const [how, end] of Object.entries(ends)) {
    const bench = await openBench(name);
    try {
      const browser = await bench.start();
      bench.collector.setDown(true);
      const { page } = await openTracked(browser, bench.collector);
      await inBench(page, 'bench.track(100)');
      const labels = await labelsOf(page);
      await wait(500);
      await end(page, bench);
      if (how !== 'SIGKILL') await browser.close();
      bench.collector.setDown(false);
      const next = await bench.start();
      const again = await openTracked(next, bench.collector);
      // Some send what they stored only with their next event.
      await inBench(again.page, 'bench.track(1)');
      for (let tries = 0; tries < 30; tries++) {
        const came = bench.collector.labels();
        if (labels.every((label) => came.has(label))) break;
        await wait(200);
      }
      const came = bench.collector.labels();
      shares[how] = labels.filter((label) => came.has(label)).length;
      await next.close();
    } finally {
      await bench.end();
    }
  }
  return shares;
}
