import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { tempFolder } from '../../support/temp-folder.ts';
import type { ChaosPage } from './page.ts';

/** A shopper's device: a full Chromium on a profile that outlives it. */
export interface Device {
  /** Starts the browser, or the next one on the same profile. */
  start(): Promise<Browser>;
  /** SIGKILL: nothing is written any more. Resolves with the time of the kill, epoch ms. */
  kill(browser: Browser): Promise<number>;
  /** Deletes the profile. */
  remove(): Promise<void>;
}

/** The driver's switches that would hide a page's life: throttled timers, the back-forward cache. */
const hiding = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
];

async function kill(browser: Browser): Promise<number> {
  const process = browser.process();
  if (!process) throw new Error('the browser has no process to kill');
  const ended = new Promise((resolve) => process.once('exit', resolve));
  const at = Date.now();
  process.kill('SIGKILL');
  await ended;
  return at;
}

/** An empty profile, and the browser that is started on it. */
function onProfile(options: Parameters<typeof puppeteer.launch>[0]): Device {
  const userDataDir = tempFolder();
  return {
    start: () => puppeteer.launch({ ...options, userDataDir }),
    kill,
    // A killed browser's children may still write for a moment.
    remove: () => rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

/** Makes an empty profile. */
export const createDevice = async (): Promise<Device> =>
  onProfile({
    executablePath: process.env.FULL_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
    ignoreDefaultArgs: hiding,
  });

/** The same device with Firefox, driven by WebDriver BiDi: its back-forward cache is as a visitor's. */
export const createFirefox = async (executablePath: string): Promise<Device> =>
  onProfile({
    browser: 'firefox',
    executablePath,
    // The driver's own profile keeps pages out of the cache.
    extraPrefsFirefox: {
      'fission.bfcacheInParent': true,
      'browser.sessionhistory.max_total_viewers': -1,
    },
  });

type Told = (labels: readonly string[]) => void;

/** Opens the chaos page; `told` hears of events that `keepTracking` tracks. */
export async function openShop(browser: Browser, url: string, told?: Told): Promise<Page> {
  const page = await browser.newPage();
  if (told) await page.exposeFunction('told', told);
  await page.goto(url);
  await page.waitForFunction('globalThis.chaos');
  return page;
}

/** Runs a work in the chaos page. */
export function inShop<T>(page: Page, work: (chaos: ChaosPage) => T): Promise<Awaited<T>> {
  return page.evaluate(`(${work})(globalThis.chaos)`) as Promise<Awaited<T>>;
}
