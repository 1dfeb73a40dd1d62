import type { Campaign } from '../campaign.ts';
import type { Condition } from '../condition.ts';
import type { CampaignDocument } from '../document.ts';
import type { Finding } from '../parse/explain-issue.ts';
import { listNodes, type Reachable } from '../parse/reachable.ts';
import { drawOf } from '../widgets/draw-of.ts';

const running = ({ status }: Campaign): boolean => status === 'live' || status === 'scheduled';

/** Unwise settings of campaigns among themselves. */
export function lintCampaigns(document: CampaignDocument, { campaigns }: Reachable): readonly Finding[] {
  return [
    ...lintTies(document.campaigns),
    ...lintNewcomers(document),
    ...campaigns.flatMap(({ campaign, path }) => lintOne(campaign, path)),
  ];
}

/** Two overlays that may open on the same page: then only the order of their ids decides. */
function lintTies(campaigns: readonly Campaign[]): readonly Finding[] {
  const seen = new Map<string, string>();
  return campaigns.flatMap((campaign, index) => {
    if (!running(campaign) || !('overlay' in campaign.placement)) return [];
    const rank = String(campaign.priority ?? 0);
    const other = seen.get(rank);
    seen.set(rank, other ?? campaign.id);
    if (other === undefined) return [];
    return [
      {
        code: 'priority-tie',
        path: ['campaigns', index, campaign.priority === undefined ? 'id' : 'priority'],
        what: rank,
        why: `"${other}" is an overlay of the same priority; which of the two opens is left to their ids.`,
        fix: 'Give the more important one a higher priority.',
      },
    ];
  });
}

const rewarding = ({ widget }: Campaign): boolean => drawOf(widget) !== undefined;

/** A shop whose every reward is for newcomers teaches its regulars to sign out. */
function lintNewcomers({ campaigns, audiences = {} }: CampaignDocument): readonly Finding[] {
  const offers = campaigns.filter((campaign) => running(campaign) && rewarding(campaign));
  const first = offers[0];
  if (!first || !offers.every(({ audience }) => audience && isNewcomersOnly(audience, audiences))) return [];
  return [
    {
      code: 'newcomers-only',
      path: ['campaigns', campaigns.indexOf(first), 'audience'],
      what: offers.map(({ id }) => id).join(', '),
      why: 'Every reward is for new visitors only; returning customers see what they cannot have.',
      fix: 'Add a reward for returning customers, or widen an audience.',
    },
  ];
}

function isNewcomersOnly(audience: Condition, audiences: Readonly<Record<string, Condition>>): boolean {
  if ('use' in audience) {
    const named = audiences[audience.use];
    return named !== undefined && isNewcomersOnly(named, {});
  }
  if ('all' in audience) return audience.all.some((one) => isNewcomersOnly(one, audiences));
  if ('any' in audience) return audience.any.every((one) => isNewcomersOnly(one, audiences));
  if ('did' in audience)
    return audience.did === 'order_placed' && (audience.count?.eq === 0 || audience.count?.lte === 0);
  if (!('attr' in audience)) return false;
  const { attr, op, value } = audience;
  if (attr === 'session.count')
    return (op === 'eq' && value === 1) || (op === 'lte' && value === 1) || (op === 'lt' && value === 2);
  return attr === 'visitor.orders' && op === 'eq' && value === 0;
}

interface Rule {
  readonly code: string;
  readonly key: keyof Campaign;
  readonly broken: (campaign: Campaign) => boolean;
  readonly why: string;
  readonly fix: string;
}

const rules: readonly Rule[] = [
  {
    code: 'no-frequency',
    key: 'id',
    broken: ({ placement, frequency }) => 'overlay' in placement && !frequency,
    why: 'This overlay may open again on every page.',
    fix: 'Add "frequency".',
  },
  {
    code: 'game-without-end',
    key: 'id',
    broken: ({ widget, schedule }) => drawOf(widget) !== undefined && schedule?.to === undefined,
    why: 'A game of chance should say when it ends.',
    fix: 'Add "schedule" with "to".',
  },
  {
    code: 'never-starts',
    key: 'status',
    broken: ({ status, schedule }) => status === 'scheduled' && schedule?.from === undefined,
    why: 'Scheduled without a start, it never begins.',
    fix: 'Add "from" to "schedule", or set it live.',
  },
  {
    code: 'personal-without-consent',
    key: 'purpose',
    broken: ({ purpose, audience }) =>
      purpose === 'necessary' && !!audience && listNodes(audience, []).some(({ node }) => 'did' in node),
    why: 'Its audience looks at the journey, which is unknown without consent; many would never see it.',
    fix: 'Use "personalization".',
  },
  {
    code: 'experiment-without-goal',
    key: 'experiment',
    broken: ({ experiment, goal }) => !!experiment && !goal,
    why: 'Nothing tells which variant won.',
    fix: 'Add "goal".',
  },
];

function lintOne(campaign: Campaign, path: readonly PropertyKey[]): readonly Finding[] {
  return rules
    .filter(({ broken }) => broken(campaign))
    .map(({ code, key, why, fix }) => ({ code, path: [...path, key], what: campaign.id, why, fix }));
}
