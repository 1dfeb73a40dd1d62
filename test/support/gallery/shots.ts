import { mkdir } from 'node:fs/promises';
import process, { argv } from 'node:process';
import { chromium } from 'playwright-core';
import { serveGallery } from './serve.ts';

const folder = argv[2] ?? 'test-results/gallery';
const only = argv[3];
const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1280, height: 800 } };
const cases = [
  'en-light-ready',
  'en-dark-ready',
  'bg-light-tour0',
  'he-light-ready',
  'en-light-tour0',
  'en-dark-tour1',
  'he-light-tour1',
  'en-light-tour2',
  'en-light-claimed',
  'en-light-error',
  'en-light-loading',
  'en-light-hostile',
];

/** Takes pictures of every case at two sizes and prints what the console said. */
async function main(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { url, server } = await serveGallery(0);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  });
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1 });
    page.on('console', (message) => process.stdout.write(`${[size, message.text()].join(' ')}\n`));
    page.on('pageerror', (error) => process.stdout.write(`${[size, error.message].join(' ')}\n`));
    for (const name of cases.filter((each) => !only || each.includes(only))) {
      const [lang, scheme, state] = name.split('-');
      const hostile = state === 'hostile' ? '&hostile' : '';
      await page.goto(`${url}?lang=${lang}&scheme=${scheme}&state=${hostile ? 'ready' : state}${hostile}`);
      // Hostile styles take the reserved boxes away: content then waits for an act of the visitor.
      await page.waitForFunction(() => 'gallery' in globalThis);
      if (hostile) await page.mouse.click(5, 5);
      const shown = state?.startsWith('tour') ? 'regulars-tour .box' : 'regulars-wheel .card';
      await page.locator(shown).first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({
        path: `${folder}/${name}-${size}.png`,
        animations: 'disabled',
        fullPage: !state?.startsWith('tour'),
      });
    }
    await page.close();
  }
  await browser.close();
  server.close();
}

await main();
