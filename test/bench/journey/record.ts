/**
 * Records what the vendors' own clients write, for the contract tests of our adapters: `node --conditions=source
 * test/bench/journey/record.ts`. Needs the rivals: `npm run bench -- journey` installs them.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { bundleTracker, type Tracker } from './bundle.ts';
import { openCollector } from './collector.ts';
import type { BenchPage } from './page.ts';

const folder = fileURLToPath(new URL('../../contract/vendors/', import.meta.url));

async function record(name: Tracker): Promise<void> {
  const collector = await openCollector(await bundleTracker(name, true));
  const browser = await puppeteer.launch({
    executablePath: process.env.FULL_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(collector.url);
    await page.waitForFunction('globalThis.bench');
    await page.evaluate(() => {
      const { bench } = globalThis as unknown as { bench: BenchPage };
      bench.start(false);
      bench.track(1);
    });
    for (let tries = 0; collector.labels().size === 0; tries++) {
      if (tries > 100)
        throw new Error(`${name} sent nothing: ${JSON.stringify(collector.bodies).slice(0, 400)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const body = collector.bodies.find(({ text }) => text.includes('bench_event')) ?? collector.bodies[0];
    const sent = JSON.parse(body?.text ?? '') as unknown;
    // Which address and machine it was recorded on is nobody's business.
    const text = JSON.stringify(sent, null, 2)
      .replaceAll(collector.url, 'https://shop.example')
      .replaceAll(new URL(collector.url).host, 'shop.example');
    writeFileSync(`${folder}${name}.json`, `${text}\n`);
    console.log(`${name}: ${body?.path}`);
  } finally {
    await browser.close();
    await collector.close();
  }
}

for (const name of ['segment', 'rudderstack', 'posthog', 'snowplow'] as const)
  await record(name).catch(console.error);
