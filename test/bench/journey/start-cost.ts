import { busyOf, inBenches, type PerTracker, type StartedBench, wait } from './drive.ts';
import type { Figures } from './figures.ts';

const ROUNDS = 5;
/** What a tracker does after its start, in tasks of its own. */
const SETTLE_MS = 1500;

/** What trackers keep the main thread busy with on a page that loads and starts them, 4x slower; in turn, on profiles of their own. */
export function startCosts(): Promise<PerTracker<Pick<Figures, 'startMs' | 'startAutoMs'>>> {
  return inBenches(
    () => ({ startMs: [] as number[], startAutoMs: [] as number[] }),
    async (all) => {
      for (let round = 0; round < ROUNDS; round++)
        for (const { bench, figures } of all) {
          figures.startMs.push(await startOnce(bench, false));
          figures.startAutoMs.push(await startOnce(bench, true));
        }
    },
  );
}

async function startOnce({ collector, browser }: StartedBench, autocapture: boolean): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${collector.url}/empty`);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const before = await busyOf(session);
  await page.evaluate(`import('/bench.js').then(() => bench.start(${autocapture}))`);
  await wait(SETTLE_MS);
  const ms = (await busyOf(session)) - before;
  await page.close();
  return ms;
}
