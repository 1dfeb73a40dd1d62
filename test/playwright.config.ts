import { defineConfig } from '@playwright/test';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const chromium = {
  browserName: 'chromium',
  // Recording every page slows CI; there the second try is recorded.
  trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
  launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args },
} as const;
const firefox = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    // The panel of downloads would take the keyboard away from the page.
    firefoxUserPrefs: { 'browser.download.alwaysOpenPanel': false },
  },
} as const;
/** Flows that need only one engine run in Chromium alone; what has another shape on a phone runs there too. */
const onPhones = /(story|consent|privacy)\.flow\.ts/;
/** What hangs on the engine; rows of cards set their own screens. */
const onDesktops = /(story|consent|consent-platforms|privacy|farewell|embed|carousel(-\w+)?)\.flow\.ts/;

export default defineConfig({
  testDir: 'flows',
  testMatch: '*.flow.ts',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  workers: 2,
  timeout: 60_000,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A busy CI machine gets two more tries; what needed it is named as flaky at the end.
  retries: process.env.CI ? 2 : 0,
  expect: { timeout: 10_000, toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled' } },
  reporter: [['line'], ['./tools/playwright-counts.ts']],
  projects: [
    { name: 'chromium', use: { ...chromium, viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testMatch: onPhones,
      use: { ...chromium, viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
    },
    { name: 'firefox', testMatch: onDesktops, use: { ...firefox, viewport: { width: 1280, height: 800 } } },
  ],
});
