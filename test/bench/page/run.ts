import puppeteer, { type Browser } from 'puppeteer-core';
import { startDemoProcess } from '../../support/demo.ts';
import { findEngines } from '../../tools/lib/engines.mjs';
import { atMost, exactly, type Row, type Run, shown } from '../row.ts';
import { median, quantile } from '../statistics.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const pages = ['home', 'category', 'product'] as const;
const mega = 1_000_000;
const fourDigits = (value: number): number => Math.round(value * 10_000) / 10_000;

interface Pair {
  readonly withSdk: readonly Visit[];
  readonly without: readonly Visit[];
}

/** Visits with and without the SDK in turn, so that a drift of the machine meets both. */
async function visitInTurn(browser: Browser, origin: string, runs: number): Promise<Pair> {
  const options: VisitOptions = { origin, sdk: true, saveData: false, throttled: true };
  const pair = { withSdk: [] as Visit[], without: [] as Visit[] };
  for (let run = 0; run < runs; run++) {
    pair.without.push(await visit(browser, { ...options, sdk: false }));
    pair.withSdk.push(await visit(browser, options));
  }
  return pair;
}

/** LCP with minus without, against the distance between the slowest and the fastest run without. */
function lcpRows({ withSdk, without }: Pair): readonly Row[] {
  return pages.map((name, at) => {
    const bare = without.map((one) => one.lcpMs[at] ?? 0);
    const added = median(withSdk.map((one) => one.lcpMs[at] ?? 0)) - median(bare);
    const spread = Math.max(...bare) - Math.min(...bare);
    return atMost(
      `added LCP of the ${name} page, limit the run-to-run spread`,
      'ms',
      Math.round(added),
      Math.ceil(spread),
    );
  });
}

function costRows({ withSdk, without }: Pair): readonly Row[] {
  const p75 = (visits: readonly Visit[]): number =>
    quantile(
      visits.flatMap((one) => one.interactionsMs),
      0.75,
    ) || 0;
  const heap = (visits: readonly Visit[]): number => median(visits.map((one) => one.heapBytes));
  const shift = (visits: readonly Visit[]): number => Math.max(...visits.map((one) => one.shift));
  return [
    // A shift is a sum of products: below a ten-thousandth it is arithmetic.
    atMost('layout shift added on three pages', 'score', fourDigits(shift(withSdk) - shift(without)), 0),
    atMost('added INP p75', 'ms', p75(withSdk) - p75(without), 16),
    atMost('added heap', 'MB', Math.round(((heap(withSdk) - heap(without)) / mega) * 100) / 100, 6),
    shown(
      'bytes of the first three pages',
      'kB',
      Math.round(median(withSdk.map((one) => one.sdkBytes)) / 100) / 10,
    ),
  ];
}

/** With `Save-Data` nothing heavy may come before the visitor's act. */
async function saveDataRow(browser: Browser, origin: string): Promise<Row> {
  const { sdkPaths } = await visit(browser, { origin, sdk: true, saveData: true, throttled: false });
  const heavy = sdkPaths.filter(
    (path) =>
      path.startsWith('/index/') || /chunks\/(tour|carousel|product-card|wallet|wheel|overlay)/.test(path),
  );
  return exactly(
    'shards, images and element chunks before an act under Save-Data',
    'requests',
    heavy.length,
    0,
  );
}

/** The demo shop with the SDK against the same shop without it: six times slower processor, slow 3G, a phone. */
export const run: Run = async ({ scaled, log }) => {
  const demo = await startDemoProcess();
  const executablePath = findEngines().chromium;
  if (executablePath === undefined)
    throw new Error('no Chromium was found: run npm test once, it installs one');
  const browser = await puppeteer.launch({ executablePath, headless: true, args: flags });
  try {
    const runs = Math.max(3, scaled(7));
    log(`${runs} visits each way`);
    const pair = await visitInTurn(browser, demo.url.replace(/\/$/, ''), runs);
    for (const name of ['withSdk', 'without'] as const) {
      const visits = pair[name];
      const lcp = pages.map(
        (page, at) => `${page} ${Math.round(median(visits.map((one) => one.lcpMs[at] ?? 0)))} ms`,
      );
      const acts = visits.map((one) => one.interactionsMs.join(' ')).join(' | ');
      log(`${name}: median LCP ${lcp.join(', ')}; interactions in ms ${acts}`);
    }
    return [...lcpRows(pair), ...costRows(pair), await saveDataRow(browser, demo.url.replace(/\/$/, ''))];
  } finally {
    await browser.close();
    await demo.stop();
  }
};
