import puppeteer, { type Browser } from 'puppeteer-core';
import type { Plan, Player } from '../../conformance/tours/players/player.ts';
import { serveShop } from '../../conformance/tours/shop/serve-shop.ts';
import { findEngines } from '../../tools/lib/engines.mjs';
import { traced } from '../main-thread.ts';
import { median } from '../statistics.ts';

/** Main-thread cost of one library on one visit, ms on a processor four times slower. */
export interface Cost {
  /** From the start until the first step stands; what is fetched then is compiled then. */
  readonly firstMs: number;
  readonly firstLongestMs: number;
  /** From the press on Next until the second step stands. */
  readonly nextMs: number;
  readonly nextLongestMs: number;
  /** In two seconds at rest. */
  readonly idleMs: number;
  readonly idleFrames: number;
}

const plan: Plan & { turn: number } = {
  turn: 1,
  steps: [
    { id: 'one', target: '#offer', title: 'An offer', text: 'See what is on offer this week.' },
    { id: 'two', target: '#buy', title: 'Buy', text: 'And this is how to buy it.' },
    { id: 'three', target: '#headline', title: 'That is all', text: 'Have a good evening.' },
  ],
};
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

async function visit(browser: Browser, url: string, player: Player): Promise<Cost> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument((given) => {
    Object.assign(globalThis, { plan: given, hooks: {}, frames: 0 });
    const { requestAnimationFrame: request } = globalThis;
    globalThis.requestAnimationFrame = (callback) => {
      (globalThis as unknown as { frames: number }).frames += 1;
      return request(callback);
    };
  }, plan);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => 'player' in globalThis);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const first = await traced(cdp, page, () => page.evaluate(() => void globalThis.player.start()));
  const deep = player.parts.next.replace('regulars-tour ', 'regulars-overlay >>> regulars-tour >>> ');
  const button = await page.$(deep);
  if (!button) throw new Error(`${player.name}: no button to go on`);
  const next = await traced(cdp, page, () => button.evaluate((one) => (one as HTMLElement).click()));
  const frames = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  const before = await frames();
  const metric = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await cdp.send('Performance.enable');
  const idleFrom = await metric();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const idleMs = (await metric()) - idleFrom;
  const idleFrames = (await frames()) - before;
  await context.close();
  return {
    ...{ firstMs: first.sum, firstLongestMs: first.longest, nextMs: next.sum, nextLongestMs: next.longest },
    ...{ idleMs, idleFrames },
  };
}

/** Medians over visits, the libraries in turn, each on its own origin and in a fresh profile. */
export async function measureCost(
  players: readonly Player[],
  runs: number,
): Promise<Readonly<Record<string, Cost>>> {
  const executablePath = findEngines().chromium;
  if (executablePath === undefined)
    throw new Error('no Chromium was found: run npm test once, it installs one');
  const browser = await puppeteer.launch({ executablePath, headless: true, args: flags });
  const shops = await Promise.all(players.map((player) => serveShop(player)));
  const seen = new Map<string, Cost[]>(players.map(({ name }) => [name, []]));
  try {
    for (let run = 0; run < runs; run += 1)
      for (const [at, player] of players.entries())
        seen.get(player.name)?.push(await visit(browser, shops[at]?.url ?? '', player));
  } finally {
    await browser.close();
    await Promise.all(shops.map((shop) => shop.stop()));
  }
  const middle = (costs: readonly Cost[], key: keyof Cost): number =>
    Math.round(median(costs.map((one) => one[key])) * 10) / 10;
  return Object.fromEntries(
    [...seen].map(([name, costs]) => [
      name,
      {
        firstMs: middle(costs, 'firstMs'),
        firstLongestMs: middle(costs, 'firstLongestMs'),
        nextMs: middle(costs, 'nextMs'),
        nextLongestMs: middle(costs, 'nextLongestMs'),
        idleMs: middle(costs, 'idleMs'),
        idleFrames: middle(costs, 'idleFrames'),
      },
    ]),
  );
}
