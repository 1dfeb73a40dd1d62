import type { Page } from 'puppeteer-core';
import { traced } from '../main-thread.ts';
import { median } from '../statistics.ts';
import { inBench, openBench, openTracked, wait } from './drive.ts';

/** What is asked of ours alone. */
export interface Own {
  /** Longest task of the main thread in any round while 10,000 events are tracked in slices of 100, ms. */
  readonly longestTaskMs: number;
  /** Events a second to storage, and those of raw segment writes with idb's stores, of the same size. */
  readonly perSecond: number;
  readonly rawPerSecond: number;
}

/** Tracks 10,000 events in slices of 100, one a task; ms until all is stored. */
const slices = `(async () => {
  const from = performance.now();
  for (let slice = 0; slice < 100; slice++) {
    bench.track(100);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  await bench.flush();
  return performance.now() - from;
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
  return performance.now() - from;
})()`;

const ROUNDS = 5;

/** Measures it: rounds of ours, of raw writes and of a traced page in turn. */
export async function ownFigures(): Promise<Own> {
  const bench = await openBench('regulars');
  try {
    const browser = await bench.start();
    bench.collector.setDown(true);
    const onPage = async <T>(act: (page: Page) => Promise<T>): Promise<T> => {
      const page = await openTracked(browser, bench.collector);
      await inBench(page, 'bench.track(1)');
      await wait(500);
      const found = await act(page);
      await page.close();
      return found;
    };
    const [own, raws, longest] = [[], [], []] as [number[], number[], number[]];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await onPage((page) => inBench(page, slices)));
      raws.push(await onPage((page) => inBench(page, raw)));
      longest.push(await onPage(longestOf));
    }
    await browser.close();
    return {
      longestTaskMs: Math.max(...longest),
      perSecond: 1e7 / median(own),
      rawPerSecond: 1e7 / median(raws),
    };
  } finally {
    await bench.end();
  }
}

/** From a trace: an observer of long tasks sees none below 50 ms. */
async function longestOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  return (await traced(session, page, () => inBench(page, slices))).longest;
}
