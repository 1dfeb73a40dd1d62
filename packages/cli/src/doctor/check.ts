import type { Check } from './page-report.ts';

/** It is as it should be. */
export const good = (id: string, says: string): Check => ({ id, state: 'good', says });
/** It is wrong, with what to do. */
export const bad = (id: string, says: string, cure: string): Check => ({ id, state: 'bad', says, cure });
/** No page that was given can tell. */
export const unseen = (id: string, says: string, cure: string): Check => ({
  id,
  state: 'unseen',
  says,
  cure,
});
/** Each once. */
export const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];
