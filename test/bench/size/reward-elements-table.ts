import type { SizeEntry } from './size-entry.ts';

/** The carousel, the elements of the rewards and the privacy element, the bytes that each may add to the shared part, and its goal. */
const elements: readonly (readonly [string, number, number])[] = [
  ['carousel', 5000, 5000],
  ['wheel', 4600, 6000],
  ['scratch', 4600, 4000],
  ['box', 4400, 4000],
  ['reels', 4450, 4000],
  ['quiz', 4400, 4000],
  ['prizes', 4000, 4000],
  ['coupon', 4000, 4000],
  ['countdown', 4000, 4000],
  ['wallet', 4000, 4000],
  ['tier', 4000, 4000],
  ['badges', 4000, 4000],
  ['streak', 4000, 4000],
  ['quest', 4000, 4000],
  ['leaderboard', 4000, 4000],
  ['progress', 4000, 4000],
  ['referral', 4000, 4000],
  ['privacy', 4000, 4000],
];

const folder = new URL('../../../packages/widgets/src/lib/', import.meta.url).pathname;
/** What the first element of a page brings for all of them: the base class, colours and spaces, buttons, the card. */
const shared = `import { RegularsElement } from '${folder}base-element.ts';
import { tokens } from '${folder}tokens.styles.ts';
import { buttons } from '${folder}button.styles.ts';
import { card } from '${folder}card.styles.ts';
console.log(RegularsElement, tokens, buttons, card);`;
const lit = /^lit($|\/)/;

/** The shared part; then per element everything it needs but Lit, alone and beyond the shared part. */
export const rewardElements: readonly SizeEntry[] = [
  {
    what: 'what all elements share: base class, colours, buttons, card; beyond Lit',
    code: shared,
    budget: { limitBytes: 2500 },
    without: lit,
  },
  ...elements.flatMap(([name, limitBytes, goalBytes]) => {
    const code = `import * as part from '@regulars/widgets/${name}'; console.log(part);`;
    const budget = limitBytes <= goalBytes ? { limitBytes: goalBytes } : { limitBytes, goalBytes };
    return [
      {
        what: `\`@regulars/widgets/${name}\` beyond Lit and that part`,
        code,
        budget,
        without: lit,
        beyond: shared,
      },
      {
        what: `\`@regulars/widgets/${name}\` alone, beyond Lit`,
        code,
        budget: null,
        without: lit,
        ...(name === 'carousel' && {
          later:
            'its parts that load when used: counting what is seen, moving a row that overflows, windows above 40 cards, moving by itself, bundle, and what only some cards have (rating, variants, reason)',
        }),
      },
    ];
  }),
];
