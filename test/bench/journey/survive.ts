import type { Page } from 'puppeteer-core';
import { type Tracker, trackers } from './bundle.ts';
import type { Collector } from './collector.ts';
import { type Bench, inBench, labelsOf, openBench, openTracked, type PerTracker, wait } from './drive.ts';
import type { Figures } from './figures.ts';

const EVENTS = 100;
const ROUNDS = 3;
/** Nothing new for so long: nothing comes any more. RudderStack takes over what another page left after ten seconds. */
const QUIET_MS = 20_000;
const LONGEST_MS = 45_000;

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

/** How many of these came, once all did or nothing new comes. */
async function arrived(collector: Collector, labels: readonly string[]): Promise<number> {
  const from = Date.now();
  let count = 0;
  let last = from;
  while (count < labels.length && Date.now() - last < QUIET_MS && Date.now() - from < LONGEST_MS) {
    await wait(200);
    const came = collector.labels();
    const now = labels.filter((label) => came.has(label)).length;
    if (now > count) last = Date.now();
    count = now;
  }
  return count;
}

/** Opens a tracker's page and tracks the events. */
async function trackSome(name: Tracker, down: boolean) {
  const bench = await openBench(name);
  bench.collector.setDown(down);
  const browser = await bench.start();
  const page = await openTracked(browser, bench.collector);
  await inBench(page, `bench.track(${EVENTS})`);
  return { bench, browser, page, labels: await labelsOf(page) };
}

/** Of 100 events those that come while the collector lives: a tracker that loses some then is badly set up here. */
export async function control(name: Tracker): Promise<number> {
  const { bench, browser, labels } = await trackSome(name, false);
  const count = await arrived(bench.collector, labels);
  await browser.close();
  await bench.end();
  return count;
}

/** The collector is down while the events are tracked and the page ends; gives the next visit. */
async function leave(name: Tracker, how: string): Promise<() => Promise<number>> {
  const { bench, browser, page, labels } = await trackSome(name, true);
  await wait(500);
  await ends[how]?.(page, bench);
  if (how !== 'SIGKILL') await browser.close();
  bench.collector.setDown(false);
  return async () => {
    const next = await bench.start();
    // Some send what they stored only with their next event.
    await inBench(await openTracked(next, bench.collector), 'bench.track(1)');
    const count = await arrived(bench.collector, labels);
    await next.close();
    await bench.end();
    return count;
  };
}

/** Of 100 events those that arrive in the end, by how the page ended. Pages end one at a time; next visits, which wait more than they work, come together. */
export async function survival(): Promise<PerTracker<Figures['survive']>> {
  const found = Object.fromEntries(
    trackers.map((name) => [name, Object.fromEntries(Object.keys(ends).map((how) => [how, [] as number[]]))]),
  ) as PerTracker<Record<string, number[]>>;
  for (let round = 0; round < ROUNDS; round++)
    for (const how of Object.keys(ends)) {
      const visits: (readonly [Tracker, () => Promise<number>])[] = [];
      for (const name of trackers) visits.push([name, await leave(name, how)]);
      await Promise.all(visits.map(async ([name, visit]) => found[name][how]?.push(await visit())));
    }
  return found;
}
