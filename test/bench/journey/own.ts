import type { Page } from 'puppeteer-core';
import { inBench, openBench, openTracked, wait } from './drive.ts';

/** What is asked of ours alone. */
export interface Own {
  /** Longest task while 10,000 events are tracked in slices of 100, ms. */
  readonly longestTaskMs: number;
  /** Events a second to storage, and those of raw segment writes with idb's stores, of the same size. */
  readonly perSecond: number;
  readonly rawPerSecond: number;
}

/** Tracks 10,000 events in slices of 100, one a task; the longest task and the time until all is stored. */
const slices = `(async () => {
  const tasks = [];
  const seen = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  seen.observe({ type: 'longtask' });
  const from = performance.now();
  for (let slice = 0; slice < 100; slice++) {
    bench.track(100);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await bench.flush();
  const ms = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ms, longest: Math.max(0, ...tasks) };
})()`;

/** The same bytes as segments of 64, one a transaction of its own store, in slices as above. */
const raw = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('log', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const event = { v: 1, id: crypto.randomUUID(), name: 'custom_recorded', t: Date.now(), sid: crypto.randomUUID(), seq: 1, tab: crypto.randomUUID(), tseq: 1,
    page: { url: location.href, title: document.title }, props: { label: 'bench_event', values: { label: 'bench-aaaaaa-1000', product: 'hat-1', price: 20 } }, consent: ['necessary', 'functional', 'analytics'] };
  const from = performance.now();
  const writes = [];
  for (let slice = 0; slice < 100; slice++) {
    for (let at = 0; at < 100; at += 50) {
      const ev = JSON.stringify(Array.from({ length: 50 }, (_, i) => ({ ...event, seq: slice * 100 + at + i })));
      writes.push(new Promise((resolve, reject) => {
        const tx = db.transaction('log', 'readwrite', { durability: 'relaxed' });
        tx.objectStore('log').put({ t: Date.now(), n: 50, bytes: ev.length, prio: 1, ev });
        tx.oncomplete = resolve;
        tx.onerror = () => reject(tx.error);
      }));
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await Promise.all(writes);
  return { ms: performance.now() - from, longest: 0 };
})()`;

/** Measures it. */
export async function ownFigures(): Promise<Own> {
  const bench = await openBench('regulars');
  try {
    const browser = await bench.start();
    bench.collector.setDown(true);
    const runs: { ms: number; longest: number }[][] = [];
    for (const script of [slices, raw]) {
      const mine: { ms: number; longest: number }[] = [];
      for (let round = 0; round < 3; round++) {
        const { page } = await openTracked(browser, bench.collector);
        await inBench(page, 'bench.track(1)');
        await wait(500);
        mine.push(await run(page, script));
        await page.close();
      }
      runs.push(mine);
    }
    await browser.close();
    const best = (of: readonly { ms: number }[] = []): number => 1e7 / Math.min(...of.map(({ ms }) => ms));
    return {
      longestTaskMs: Math.min(...(runs[0] ?? []).map(({ longest }) => longest)),
      perSecond: best(runs[0]),
      rawPerSecond: best(runs[1]),
    };
  } finally {
    await bench.end();
  }
}

const run = (page: Page, script: string): Promise<{ ms: number; longest: number }> =>
  page.evaluate(script) as Promise<{ ms: number; longest: number }>;
