import type { Campaign } from '../campaign.ts';
import type { CampaignDocument } from '../document.ts';
import type { Finding } from '../parse/explain-issue.ts';
import type { Reachable } from '../parse/reachable.ts';
import { darkPatterns } from './dark-patterns-table.ts';

type Path = readonly PropertyKey[];

const advice = {
  shaming: [
    'A button that shames the visitor for saying no makes consent worthless and regulars angry.',
    'Say no plainly: "No, thank you".',
  ],
  'false-urgency': [
    'It presses for time, but the campaign has no end; a false time limit is an unfair practice in the EU.',
    'Add "to" to "schedule" and name that date, or remove the words.',
  ],
  'false-scarcity': [
    'A number of pieces left that stands in a text is not the shop’s stock; claiming it wrongly is an unfair practice.',
    'Remove it, or show the stock from the shop.',
  ],
  'false-social': [
    'A number of people that stands in a text is invented at the moment it is read.',
    'Remove it, or show a number that is counted.',
  ],
} as const;

/** Words that press or shame. Pressing for time is fair when there is an end. */
function lintWords(campaign: Campaign, path: Path): readonly Finding[] {
  const ends = campaign.schedule?.to !== undefined;
  return Object.entries(campaign.content).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const words = typeof text === 'string' ? text : Object.values(text).join(' ');
      return darkPatterns
        .filter(({ code, words: pattern }) => !(code === 'false-urgency' && ends) && pattern.test(words))
        .map(({ code }) => {
          const [why, fix] = advice[code];
          return { code, path: [...path, 'content', locale, key], what: `“${words.slice(0, 80)}”`, why, fix };
        });
    }),
  );
}

interface Rule {
  readonly code: string;
  readonly at: Path;
  readonly what: (campaign: Campaign) => string | null;
  readonly why: string;
  readonly fix: string;
}

const triggersOf = ({ trigger }: Campaign): readonly Extract<Campaign['trigger'], { on: string }>[] =>
  Array.isArray(trigger) ? trigger : [trigger];
const isOver = ({ placement }: Campaign): boolean => 'overlay' in placement;

const rules: readonly Rule[] = [
  {
    code: 'exit-too-soon',
    at: ['trigger'],
    what: (campaign) =>
      triggersOf(campaign).some((one) => one.on === 'exitIntent' && (one.minMs ?? 10_000) < 3000)
        ? 'under 3 seconds'
        : null,
    why: 'Right after arrival nearly every pointer passes the top once; nearly everybody would be taken for leaving.',
    fix: 'Leave "minMs" at 10000 or more.',
  },
  {
    code: 'reward-for-leaving',
    at: ['trigger'],
    what: (campaign) =>
      triggersOf(campaign).some(({ on }) => on === 'exitIntent') &&
      /coupon|wheel|scratch|box|reels|countdown/.test(campaign.widget.type) &&
      !campaign.holdout
        ? campaign.widget.type
        : null,
    why: 'A discount for leaving teaches visitors to leave; only a holdout shows whether it pays.',
    fix: 'Add "holdout", or offer it earlier.',
  },
  {
    code: 'cannot-be-refused',
    at: ['frequency'],
    what: (campaign) =>
      isOver(campaign) &&
      (campaign.frequency?.maxShows ?? 0) > 2 &&
      campaign.frequency?.maxDismissals === undefined &&
      !campaign.frequency?.stopOn?.includes('dismissed')
        ? `${campaign.frequency?.maxShows} shows`
        : null,
    why: 'Somebody who closes it sees it again and again.',
    fix: 'Add "maxDismissals": 2, or "stopOn": ["dismissed"].',
  },
  {
    code: 'at-once',
    at: ['trigger'],
    what: (campaign) =>
      isOver(campaign) &&
      campaign.widget.type === 'announcement' &&
      triggersOf(campaign).some(({ on }) => on === 'page')
        ? campaign.id
        : null,
    why: 'A dialog in the moment of arrival is closed before it is read, and search engines count it against the page.',
    fix: 'Use "engaged", "scroll" or "exitIntent".',
  },
  {
    code: 'privacy-not-for-all',
    at: ['purpose'],
    what: ({ widget, purpose = 'personalization' }) =>
      widget.type === 'privacy' && purpose !== 'necessary' ? purpose : null,
    why: 'Who said no, or nothing yet, may ask what is held too; with this purpose they would not see it.',
    fix: 'Write "purpose": "necessary".',
  },
  {
    code: 'fragile-selector',
    at: ['trigger'],
    what: (campaign) =>
      triggersOf(campaign)
        .flatMap((one) => ('selector' in one ? [one.selector] : []))
        .find((one) => /:nth-|(\s>\s.*){4}|\.[\w-]*[a-f\d]{6,}\b/i.test(one)) ?? null,
    why: 'It counts elements or uses a generated class; the next release of the shop breaks it silently.',
    fix: 'Give the element a data attribute and point at that.',
  },
];

/** Limits that one cannot reach because another comes first, and a budget that is none. */
function lintBudget({ caps }: CampaignDocument): readonly Finding[] {
  const { perSession = 1, perDay = 2, pauseMinutes = 10 } = caps?.overlay ?? {};
  const found = (code: string, key: string, what: string, why: string, fix: string): readonly Finding[] => [
    { code, path: ['caps', 'overlay', key], what, why, fix },
  ];
  return [
    ...(perSession > 3
      ? found(
          'too-many-overlays',
          'perSession',
          `${perSession}`,
          'More than three interruptions in one visit drive visitors away.',
          'Lower it to 1 or 2.',
        )
      : []),
    ...(perDay < perSession
      ? found(
          'limit-without-effect',
          'perSession',
          `${perSession} in a session, ${perDay} a day`,
          'The limit of the day comes first.',
          'Let "perDay" be the higher one.',
        )
      : []),
    ...(pauseMinutes === 0 && perSession > 1
      ? found('no-pause', 'pauseMinutes', '0', 'One overlay could follow another at once.', 'Write 10.')
      : []),
  ];
}

/** What presses, shames or nags, and settings that break or annoy. */
export function lintManners(document: CampaignDocument, { campaigns }: Reachable): readonly Finding[] {
  return [
    ...lintBudget(document),
    ...campaigns.flatMap(({ campaign, path }) => [
      ...lintWords(campaign, path),
      ...rules.flatMap(({ code, at, what, why, fix }) => {
        const found = what(campaign);
        return found === null ? [] : [{ code, path: [...path, ...at], what: found, why, fix }];
      }),
    ]),
  ];
}
