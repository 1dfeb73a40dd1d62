import type { Browser } from 'puppeteer-core';
import { buildPage, capsRaised } from '../../chaos/support/build-page.ts';
import { createDevice, type Device } from '../../chaos/support/device.ts';
import { median } from '../statistics.ts';
import { type Collector, openCollector } from './collector.ts';
import { busyOf } from './drive.ts';

/** Medians of a visit's start. */
export interface StartUp {
  /** Ms until the campaign is decided. */
  readonly decidedMs: number;
  /** Ms of the main thread until nothing is under way. */
  readonly busyMs: number;
}

const VISITS = 9;
/** Each visit is a session of its own: what a returning visitor costs is in it. */
const HOUR_MS = 3_600_000;

interface Shop {
  readonly collector: Collector;
  readonly device: Device;
  readonly browser: Browser;
  readonly decided: number[];
  readonly busy: number[];
}

/** A device whose log holds so many events, of which none was delivered. */
async function openShop(script: string, events: number): Promise<Shop> {
  const collector = await openCollector(script);
  collector.setDown(true);
  const device = await createDevice();
  const browser = await device.start();
  const page = await browser.newPage();
  await page.goto(collector.url);
  await page.waitForFunction('globalThis.startUp');
  await page.evaluate(`startUp.start(0).then(() => startUp.fill(${events}))`);
  await page.close();
  return { collector, device, browser, decided: [], busy: [] };
}

async function visit({ collector, browser, decided, busy }: Shop, number: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(collector.url);
  await page.waitForFunction('globalThis.startUp');
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const before = await busyOf(session);
  const { decidedMs } = (await page.evaluate(`startUp.start(${number * HOUR_MS})`)) as { decidedMs: number };
  decided.push(decidedMs);
  busy.push((await busyOf(session)) - before);
  await page.close();
}

/** The start of a returning visitor with so many events in the log, 4x slower, caps raised; visits in turn. */
export async function startUps(sizes: readonly number[]): Promise<readonly StartUp[]> {
  const script = await buildPage([capsRaised], new URL('start-up-page.ts', import.meta.url));
  const shops: Shop[] = [];
  try {
    for (const events of sizes) shops.push(await openShop(script, events));
    for (let number = 1; number <= VISITS; number++) for (const shop of shops) await visit(shop, number);
    return shops.map(({ decided, busy }) => ({ decidedMs: median(decided), busyMs: median(busy) }));
  } finally {
    for (const { browser, collector, device } of shops) {
      await browser.close();
      await collector.close();
      await device.remove();
    }
  }
}
