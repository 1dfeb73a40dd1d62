import { defineConfig } from '@playwright/test';

export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../../../test-results/examples',
  workers: 1,
  // Only in this repository: its own counts, and the Chromium that `npm test` has found. A shop needs neither.
  reporter: [['line'], ['../../tools/playwright-counts.ts']],
  use: {
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: ['--no-sandbox'],
    },
  },
});
