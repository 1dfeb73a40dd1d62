import puppeteer, { type Browser } from 'puppeteer-core';
import { findEngines } from '../../tools/lib/engines.mjs';
import { type Row, type Run, shown } from '../row.ts';
import { median, spread } from '../statistics.ts';
import { auditRow } from './axe.ts';
import type { Contender, Found, Visit } from './contender.ts';
import { ranked, readContenders } from './contenders-table.ts';
import { reachByKeyboard } from './reach.ts';
import { writeReadmeTable } from './readme-table.ts';
import { type ServedPage, servePage } from './serve-page.ts';
import { openPage, visit } from './visit.ts';

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  '--disable-background-networking',
];
const tenth = (value: number): number => Math.round(value * 10) / 10;

async function audit(browser: Browser, served: ServedPage, { next }: Contender) {
  const { page, start, close } = await openPage(browser, served);
  await start();
  const reach = await reachByKeyboard(page, next);
  const axe = await auditRow(page);
  await close();
  return { axe, reach };
}

/** Visits in turn, so that a drift of the machine meets all. */
async function measure(contenders: readonly Contender[], runs: number): Promise<readonly Found[]> {
  const executablePath = findEngines().chromium;
  if (executablePath === undefined)
    throw new Error('no Chromium was found: run npm test once, it installs one');
  const pages = await Promise.all(contenders.map(servePage));
  const browser = await puppeteer.launch({ executablePath, headless: true, args: flags });
  try {
    const visits = contenders.map((): Visit[] => []);
    for (let run = 0; run < runs; run += 1)
      for (const [at, served] of pages.entries()) visits[at]?.push(await visit(browser, served));
    const found: Found[] = [];
    for (const [at, served] of pages.entries()) {
      const contender = contenders[at];
      if (!contender) continue;
      found.push({
        name: contender.name,
        visits: visits[at] ?? [],
        ...(await audit(browser, served, contender)),
      });
    }
    return found;
  } finally {
    await browser.close();
    await Promise.all(pages.map((page) => page.stop()));
  }
}

/** First or tied: within 10 % of the best rival or inside the run-to-run spread. */
function row(
  what: string,
  unit: string,
  [ours, ...rivals]: readonly Found[],
  of: (found: Found) => readonly number[],
): Row {
  const value = (found: Found): number => tenth(median(of(found)) * 1000) / 1000;
  const [first] = rivals;
  if (!ours || !first) throw new Error('nothing was measured');
  const own = value(ours);
  const best = rivals.reduce((least, one) => (value(one) < value(least) ? one : least), first);
  const limit = value(best) + Math.max(value(best) * 0.1, spread(of(ours)), spread(of(best)));
  return {
    ...{ what, unit, ours: own, limit: tenth(limit * 1000) / 1000, required: true, holds: own <= limit },
    rivals: Object.fromEntries(rivals.map((one) => [one.name, value(one)])),
  };
}

/** Ours and five libraries with the page's own 24 product cards: size, shift, time to ready, axe, keyboard. */
export const run: Run = async ({ rivals, scaled, scale, log }) => {
  rivals();
  const contenders = readContenders();
  const found = await measure([...contenders, ranked], scaled(9));
  const compared = found.slice(0, contenders.length);
  for (const { name, axe, reach } of found)
    log(
      `${name}: axe ${axe.rules.join(', ') || 'nothing'} of ${axe.audited}; ${reach.keys} keys to the last card`,
    );
  if (scale === 1) writeReadmeTable(found);
  const own = found.at(-1);
  return [
    row('scripts and styles until ready, at equal function', 'B gzip', compared, ({ visits }) =>
      visits.map(({ bytes }) => bytes),
    ),
    row('layout shift from first paint', 'score', compared, ({ visits }) => visits.map(({ shift }) => shift)),
    row('main thread until ready at 4x', 'ms', compared, ({ visits }) =>
      visits.map(({ readyMs }) => readyMs),
    ),
    row('axe findings', 'elements', compared, ({ axe }) => [axe.count]),
    row('cards that no key brings into sight', 'of 24', compared, ({ reach }) => [24 - reach.cards]),
    shown(
      '24 cards ranked and rendered by the element: main thread until ready',
      'ms',
      tenth(median((own?.visits ?? []).map(({ readyMs }) => readyMs))),
    ),
    shown('the same: layout shift', 'score', median((own?.visits ?? []).map(({ shift }) => shift))),
    shown('the same: cards that no key brings into sight', 'of 24', 24 - (own?.reach.cards ?? 0)),
  ];
};
