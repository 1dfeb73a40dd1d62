import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { exactly, type Run } from '../../bench/row.ts';
import { startDemoProcess } from '../../support/demo.ts';
import { holdAt, type Point, points, press, readGame, until } from './points.ts';

const launch = (userDataDir: string): Promise<Browser> =>
  puppeteer.launch({
    executablePath: process.env.FULL_CHROMIUM || '/usr/bin/chromium',
    userDataDir,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  });

/** SIGKILL: nothing is written any more. */
async function kill(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process) throw new Error('the browser has no process to kill');
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}

/** Opens the page of rewards as a visitor who said yes. */
async function open(browser: Browser, url: string, isFirst: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(`Object.defineProperty(navigator, 'webdriver', { get: () => false })`);
  await page.goto(`${url}/rewards`);
  if (isFirst) await page.locator('#consent-yes').click();
  // Slots that are off screen wait to be seen.
  await page.evaluate(`document.querySelector('regulars-slot[name="rewards-reels"]').scrollIntoView()`);
  return page;
}

/** Plays up to the point, on the page that is going to die. */
async function playUpTo(page: Page, point: Point): Promise<void> {
  const { reached } = await holdAt(page, point);
  await until(page, ({ state }) => state === 'idle');
  await press(page);
  if (point === 'at the press') return;
  if (point.startsWith('draw')) return reached;
  if (point === 'prize stored, wheel turning')
    return void (await until(page, ({ state }) => state === 'drawn'));
  await until(page, ({ result }) => result !== undefined);
  if (point === 'result in words') return;
  await press(page);
  if (point.startsWith('claim')) return reached;
  await until(page, ({ code }) => code !== undefined);
}

/** One death and the life after it: `true` when the prize was found and its code given. */
async function survives(url: string, point: Point, log: (line: string) => void): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-prize-'));
  try {
    const first = await launch(folder);
    const page = await open(first, url, true);
    await playUpTo(page, point);
    const seen = point === 'at the press' ? {} : await readGame(page).catch(() => ({}));
    await kill(first);
    const second = await launch(folder);
    const again = await open(second, url, false);
    const found = await until(
      again,
      ({ state }) => state === 'idle' || state === 'drawn' || state === 'claimed',
    );
    // Killed before anything was stored: nothing was drawn, and the visitor presses again.
    if (found.state === 'idle') await press(again);
    const drawn = await until(again, ({ result }) => result !== undefined);
    if (drawn.state !== 'claimed') await press(again);
    const { code, label } = await until(again, (shown) => shown.code !== undefined);
    await kill(second);
    const before = 'label' in seen ? seen.label : undefined;
    log(`${point}: ${found.state}, ${label}`);
    return code !== undefined && (before === undefined || before === label);
  } catch (error) {
    log(`${point}: ${String(error)}`);
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/**
 * Kills the browser at each of ten points from the press to the code, starts it again on the same profile, and looks
 * for the prize. A second draw would be refused (one play a week), so a code proves that the first was found.
 */
export const run: Run = async ({ scaled, log }) => {
  const demo = await startDemoProcess({ DEMO_PRIZES: 'coupons' });
  try {
    const rounds = Math.max(1, scaled(3));
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const point of points) if (await survives(demo.url, point, log)) found += 1;
    }
    return [exactly('prizes found after a kill', 'prizes', found, rounds * points.length)];
  } finally {
    await demo.stop();
  }
};
