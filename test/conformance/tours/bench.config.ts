import { defineConfig } from '@playwright/test';
import { rivalNames } from './players/rivals.ts';
import base from './playwright.config.ts';

/** Every library in every engine and size; `npm run bench -- tours` reads what it writes. */
export default defineConfig(base, {
  // Also what is still open.
  grepInvert: /^$/,
  retries: 0,
  projects: ['regulars', ...rivalNames].flatMap((library) =>
    (base.projects ?? []).map((project) => ({
      ...project,
      name: `${library}/${project.name}`,
      use: { ...project.use, library },
    })),
  ),
});
