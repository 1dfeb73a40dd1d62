import type { IndexManifest } from '@regulars/schema';
import puppeteer, { type Page } from 'puppeteer-core';
import { findEngines } from '../../tools/lib/engines.mjs';
import { bundle } from '../size/bundle.ts';
import { median } from '../statistics.ts';

/** 90th percentile of the time of one list, ms. */
export interface RankTimes {
  readonly plainMs: number;
  /** With the processor slowed down six times. */
  readonly slowMs: number;
}

const entry = `
import { rankProducts, readRow } from '@regulars/core/rules';
globalThis.prepare = (shard, parameters, popular) => {
  const owners = shard.ids.slice(0, shard.rows.length);
  const none = new Set();
  const one = (turn) => {
    const seen = [1, 5, 9, 13, 17].map((step) => owners[(turn + step) % owners.length]);
    const rows = new Map(seen.map((id) => [id, readRow(shard, id)]));
    return rankProducts({
      seen, row: (id) => rows.get(id)?.neighbours ?? [], parameters, revisits: false, max: 12,
      visited: new Set(seen), inCart: none, bought: none, excluded: none, shownElsewhere: none, soldOut: none,
      product: () => ({ category: 'a', brand: 'b' }), popularInCategory: [], popular,
    });
  };
  for (let turn = 0; turn < 2000; turn += 1) one(turn);
  // The clock of a page is coarse: ten lists at a time.
  globalThis.measure = () => {
    const times = [];
    for (let turn = 0; turn < 400; turn += 1) {
      const before = performance.now();
      for (let place = 0; place < 10; place += 1) one(turn * 10 + place);
      times.push((performance.now() - before) / 10);
    }
    return times.sort((a, b) => a - b)[360];
  };
};`;

/** Ranks lists of 12 from five products in Chromium, rows read from the shard each time. Rejects without Chromium. */
export async function rankInBrowser(shard: string, manifest: IndexManifest): Promise<RankTimes> {
  const { chromium } = findEngines();
  if (!chromium) throw new Error('Chromium was not found; it measures ranking.');
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const code = (await bundle(entry)).now.map((chunk) => new TextDecoder().decode(chunk)).join('\n');
    await page.addScriptTag({ content: code, type: 'module' });
    await page.waitForFunction('globalThis.prepare !== undefined');
    await page.evaluate(
      `prepare(${shard}, ${JSON.stringify(manifest.parameters)}, ${JSON.stringify(manifest.popular)})`,
    );
    const plainMs = await measure(page);
    const cdp = await page.createCDPSession();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    return { plainMs, slowMs: await measure(page) };
  } finally {
    await browser.close();
  }
}

/** The middle of five rounds: what else the machine does in one of them is not the ranker's. */
async function measure(page: Page): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round += 1) rounds.push(Number(await page.evaluate('measure()')));
  return Math.round(median(rounds) * 10_000) / 10_000;
}
