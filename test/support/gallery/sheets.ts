import { mkdir } from 'node:fs/promises';
import process, { argv } from 'node:process';
import { chromium } from 'playwright-core';
import { serveGallery } from './serve.ts';

const [, , folder = 'test-results/sheets', only, langs = 'en'] = argv;
const types = [
  'carousel',
  'wheel',
  'scratch',
  'box',
  'reels',
  'quiz',
  'prizes',
  'coupon',
  'countdown',
  'wallet',
  'tier',
  'badges',
  'streak',
  'quest',
  'leaderboard',
  'progress',
  'referral',
  'privacy',
];
const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1000, height: 800 } };

/** Takes one sheet of all states per element of lists and rewards, size and scheme; prints what the console said. */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { url, server } = await serveGallery(0);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  });
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
    page.on('console', (message) => process.stdout.write(`${size} ${message.text()}\n`));
    page.on('pageerror', (error) => process.stdout.write(`${size} ${error.message}\n`));
    for (const type of types.filter((each) => !only || only.split(',').includes(each))) {
      for (const lang of langs.split(',')) {
        for (const scheme of ['light', 'dark']) {
          await page.goto(`${url}?sheet=${type}&lang=${lang}&scheme=${scheme}`);
          await page.waitForFunction(() => 'gallery' in globalThis);
          await page.screenshot({
            path: `${folder}/${type}-${lang}-${scheme}-${size}.png`,
            fullPage: true,
            animations: 'disabled',
          });
        }
      }
    }
    await page.close();
  }
  await browser.close();
  server.close();
}

await main();
