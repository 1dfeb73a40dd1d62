import { guidanceElements } from './guidance-elements-table.ts';
import { optInEntries } from './opt-in-entries-table.ts';
import { rewardElements } from './reward-elements-table.ts';
import type { SizeEntry } from './size-entry.ts';

const all = (...names: readonly string[]): string =>
  names.map((name, at) => `import * as part${at} from '${name}'; console.log(part${at});`).join('\n');

const core = `import { createCore, deliverTo } from '@regulars/core';
import { httpAdapter } from '@regulars/adapters/http';
console.log(createCore, deliverTo, httpAdapter);
`;
// Lists are read through the host, which elements know.
const shown = `${core}import { hostPart } from '@regulars/core';
console.log(hostPart);
`;

/** Each on its own, at most 1 kB. */
const consentSources: readonly SizeEntry[] = (
  [
    'google',
    'tcf',
    'gpc',
    'shopify',
    'cookiebot',
    'onetrust',
    'usercentrics',
    'cookieyes',
    'complianz',
  ] as const
).map((name) => ({
  what: `\`@regulars/core/consent/${name}\``,
  code: all(`@regulars/core/consent/${name}`),
  budget: { limitBytes: 1000 },
}));

/** In the order of the README's table. */
export const entries: readonly SizeEntry[] = [
  {
    what: '`@regulars/core` + HTTP adapter',
    code: core,
    budget: { limitBytes: 10_000 },
    later:
      'its parts that load when used: no storage, tidying the log, a refused purpose, signing in, answers other than yes, export, debug panel',
  },
  {
    what: '… + `/campaigns`',
    // A presenter of one's own is enough: `published.test.ts` runs campaigns without the host part.
    code: `${core}import { campaigns } from '@regulars/core/campaigns';
console.log(campaigns);`,
    budget: { limitBytes: 14_000 },
    later:
      'what a document, page or consent may need besides: checking an unpublished document, the control file, audiences and tests, the profile, caps and quiet, schedules, click triggers, opening; with the parts above',
  },
  {
    what: '… + `/campaigns` + host part + `/recommendations`',
    code: shown + all('@regulars/core/campaigns', '@regulars/core/recommendations'),
    budget: { limitBytes: 18_000 },
    later: 'the ranker with the reader of an index, fetched with the first list, and the parts above',
  },
  { what: '`@regulars/core/rules`', code: all('@regulars/core/rules'), budget: null },
  {
    what: '`@regulars/core/tours`',
    code: all('@regulars/core/tours'),
    budget: { limitBytes: 2000 },
    later: 'what moves a tour: fetched once its first step stands',
  },
  { what: '`@regulars/core/guidance`', code: all('@regulars/core/guidance'), budget: { limitBytes: 7600 } },
  { what: '`@regulars/core/rewards`', code: all('@regulars/core/rewards'), budget: null },
  { what: '`@regulars/core/collect`', code: all('@regulars/core/collect'), budget: null },
  ...consentSources,
  {
    what: '`@regulars/adapters/static-files`',
    code: all('@regulars/adapters/static-files'),
    budget: null,
  },
  { what: '`@regulars/widgets/slot` (Lit included)', code: all('@regulars/widgets/slot'), budget: null },
  {
    what: '`@regulars/widgets/tour` (Lit and Floating UI included)',
    code: all('@regulars/widgets/tour'),
    budget: { limitBytes: 22_000 },
    later:
      'what attends a shown step (reach, keys, manners), comes once it stands; media and buttons, acts, swipe, chip, when used',
  },
  {
    what: "`@regulars/widgets/carousel` for the page's own slides",
    code: all('@regulars/widgets/carousel'),
    budget: { limitBytes: 5000 },
    later: 'ranked cards, with Lit, when there is a list; what follows a host, when there is one',
  },
  ...optInEntries,
  ...guidanceElements,
  ...rewardElements,
];
