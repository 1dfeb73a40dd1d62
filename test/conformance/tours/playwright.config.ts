import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const chromium = {
  browserName: 'chromium',
  launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args },
} as const;
const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: { executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' },
} as const;
const desktop = { viewport: { width: 1280, height: 800 } } as const;
const phone = { viewport: { width: 360, height: 640 } } as const;

/** Random acts and transcripts need one engine: the accessibility tree is read through its own protocol. */
const inOnePlace = /(machine|transcript)\.flow\.ts/;

/** `npm test` asks for what `test/scenarios.json` promises; the bench and `TOURS_OPEN=1` run every scenario. */
const scenarios = JSON.parse(
  readFileSync(new URL('../../scenarios.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const open = Object.keys(scenarios).filter((id) => scenarios[id]?.startsWith('open'));
const grepInvert =
  process.env.TOURS_OPEN || open.length === 0 ? undefined : new RegExp(`\\b(${open.join('|')})\\b`);

export default defineConfig({
  ...(grepInvert ? { grepInvert } : {}),
  testDir: '.',
  testMatch: '*.flow.ts',
  outputDir: '../../../test-results/tours',
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  workers: 2,
  timeout: 30_000,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 5_000 },
  reporter: [['line'], ['../../tools/playwright-counts.ts']],
  projects: [
    { name: 'chromium', use: { ...chromium, ...desktop } },
    { name: 'phone', testIgnore: inOnePlace, use: { ...chromium, ...phone, hasTouch: true, isMobile: true } },
    { name: 'firefox', testIgnore: inOnePlace, use: { ...firefox, ...desktop } },
    { name: 'firefox-phone', testIgnore: inOnePlace, use: { ...firefox, ...phone } },
  ],
});
