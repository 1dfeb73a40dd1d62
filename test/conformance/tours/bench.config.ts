import { defineConfig } from '@playwright/test';
import { rivalNames } from './players/rivals.ts';
import base from './playwright.config.ts';

/** Every library in every engine and size; `npm run bench -- tours` reads what it writes. */
export default defineConfig(base, {
  // Also what is still open.
  grepInvert: /^$/,
  testIgnore: /(machine|transcript)\.flow\.ts/,
  retries: 0,
  // A library that fails does so in seconds; it need not wait for ours.
  timeout: 30_000,
  expect: { timeout: 4_000 },
  use: { actionTimeout: 4_000 },
  projects: ['regulars', ...rivalNames].flatMap((library) =>
    (base.projects ?? []).map((project) => ({
      ...project,
      name: `${library}/${project.name}`,
      use: { ...project.use, library },
    })),
  ),
});
