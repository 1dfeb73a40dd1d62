import type { SizeEntry } from './size-entry.ts';

/** Elements of the rewards and the bytes that each holds alone, its goal, beyond Lit. */
const elements: readonly (readonly [string, number, number])[] = [
  ['wheel', 9000, 6000],
  ['scratch', 8900, 4000],
  ['box', 8700, 4000],
  ['reels', 8750, 4000],
  ['quiz', 8750, 4000],
  ['prizes', 6050, 4000],
  ['coupon', 5850, 4000],
  ['countdown', 4500, 4000],
  ['wallet', 5950, 4000],
  ['tier', 5500, 4000],
  ['badges', 5450, 4000],
  ['streak', 5500, 4000],
  ['quest', 5700, 4000],
  ['leaderboard', 5750, 4000],
  ['progress', 4000, 4000],
  ['referral', 6050, 4000],
];

/** One row per element, everything it needs but Lit; a page that shows two of them loads what they share once. */
export const rewardElements: readonly SizeEntry[] = elements.map(([name, limitBytes, goalBytes]) => ({
  what: `\`@regulars/widgets/${name}\` alone, beyond Lit`,
  code: `import * as part from '@regulars/widgets/${name}'; console.log(part);`,
  budget: limitBytes === goalBytes ? { limitBytes } : { limitBytes, goalBytes },
  without: /^lit($|\/)/,
}));
