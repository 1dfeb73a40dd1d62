import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
  const at = (turn, step) => owners[(turn + step) % owners.length];
  const one = (turn) => {
    const seen = [1, 5, 9, 13, 17].map((step) => at(turn, step));
    const some = (step) => new Set([at(turn, step)]);
    const rows = new Map(seen.map((id) => [id, readRow(shard, id)]));
    return rankProducts({
      seen, row: (id) => rows.get(id)?.neighbours ?? [], parameters, revisits: false, max: 12, current: seen[0],
      visited: new Set(seen), inCart: some(2), bought: some(3), excluded: some(4), shownElsewhere: some(6), soldOut: some(7),
      passes: (id) => id !== owners[0], product: () => ({ category: 'a', brand: 'b' }), popularInCategory: [], popular,
    });
  };
  for (let turn = 0; turn < 2000; turn += 1) one(turn);
  globalThis.measure = () => {
    const times = [];
    for (let turn = 0; turn < 4000; turn += 1) {
      const before = performance.now();
      one(turn);
      times.push(performance.now() - before);
    }
    return times.sort((a, b) => a - b)[3600];
  };
};`;

/** A page apart from all others: its clock has steps of 0.005 ms, not of 0.1. */
async function servePage(): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.end('<!doctype html><title>ranking</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

/** Ranks lists of 12 from five products in Chromium, one at a time, rows read from the shard each time. Rejects without Chromium. */
export async function rankInBrowser(shard: string, manifest: IndexManifest): Promise<RankTimes> {
  const { chromium } = findEngines();
  if (!chromium) throw new Error('Chromium was not found; it measures ranking.');
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const site = await servePage();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    if (!(await page.evaluate('crossOriginIsolated'))) throw new Error('The clock of the page is coarse.');
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
    site.stop();
  }
}

/** The middle of five rounds: what else the machine does in one of them is not the ranker's. */
async function measure(page: Page): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round += 1) rounds.push(Number(await page.evaluate('measure()')));
  return Math.round(median(rounds) * 10_000) / 10_000;
}
