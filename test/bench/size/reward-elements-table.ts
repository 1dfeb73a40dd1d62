import type { SizeEntry } from './size-entry.ts';

/** The elements of the rewards and the bytes that each may weigh beyond Lit, what all elements share included. */
const elements: readonly (readonly [string, number])[] = [
  ['wheel', 6000],
  ['scratch', 4000],
  ['box', 4000],
  ['reels', 4000],
  ['quiz', 4000],
  ['prizes', 4000],
  ['coupon', 4000],
  ['countdown', 4000],
  ['wallet', 4000],
  ['tier', 4000],
  ['badges', 4000],
  ['streak', 4000],
  ['quest', 4000],
  ['leaderboard', 4000],
  ['progress', 4000],
  ['referral', 4000],
];

/** What comes after the first paint. */
const later = (name: string): string => {
  if (['wheel', 'scratch', 'box', 'reels', 'quiz'].includes(name))
    return `of \`${name}\`, right after its card: the play (button, result, odds, rules) and its stage; code and celebration once it is played; with what all share`;
  if (['progress', 'countdown'].includes(name))
    return `of \`${name}\`, when used: placing by hand, marked texts`;
  return `of \`${name}\`, with the first answer of the server: what the visitor can do; with placing by hand, marked texts`;
};

const folder = new URL('../../../packages/widgets/src/lib/', import.meta.url).pathname;
/** What the first element of a page brings for all of them: the base class, colours and spaces, the card. */
const shared = `import { RegularsElement } from '${folder}base-element.ts';
import { pageTokens } from '${folder}page-tokens.styles.ts';
import { card } from '${folder}card.styles.ts';
console.log(RegularsElement, pageTokens, card);`;
/** A carousel has buttons from the start, which the others fetch. */
const withButtons = `${shared} import { buttons } from '${folder}button.styles.ts'; console.log(buttons);`;
const lit = /^lit($|\/)/;

const part = (name: string): string =>
  `import * as part from '@regulars/widgets/${name}'; console.log(part);`;

/** A row with the ranked cards that it fetches with the first list. */
const withCards = `import { defineCarouselWithCards } from '${folder}../carousel/carousel-with-cards.ts'; console.log(defineCarouselWithCards);`;

/** The shared part; privacy and the cards of a list beyond it; then per element of the rewards everything it needs but Lit, as if it stood alone. */
export const rewardElements: readonly SizeEntry[] = [
  {
    what: 'what all elements share: base class, colours, card; beyond Lit',
    code: shared,
    budget: { limitBytes: 2200 },
    without: lit,
  },
  {
    what: '`@regulars/widgets/privacy` beyond Lit, that part and buttons',
    code: part('privacy'),
    budget: { limitBytes: 4000 },
    without: lit,
    beyond: withButtons,
  },
  {
    what: '`@regulars/widgets/product-card` beyond Lit',
    code: part('product-card'),
    budget: { limitBytes: 5000 },
    without: lit,
    later: 'of `product-card`, with the first card that has them: rating, variants, heart, reason, refusal',
  },
  {
    what: 'what the first list adds to a `@regulars/widgets/carousel`: its cards, beyond Lit, that part and buttons',
    code: withCards,
    budget: { limitBytes: 5000 },
    without: lit,
    beyond: `${withButtons} ${part('carousel')}`,
  },
  {
    what: '`@regulars/widgets/carousel` with its cards alone, beyond Lit',
    code: withCards,
    budget: null,
    without: lit,
    later:
      'its parts that load when used: counting what is seen, moving a row that overflows, windows above 40 cards, moving by itself, bundle, and what only some cards have (rating, variants, reason)',
  },
  ...elements.map(([name, limitBytes]) => ({
    what: `\`@regulars/widgets/${name}\` beyond Lit`,
    code: part(name),
    budget: { limitBytes },
    without: lit,
    later: later(name),
  })),
];
