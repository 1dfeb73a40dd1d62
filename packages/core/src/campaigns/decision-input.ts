import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { DecideInput } from '../rules/decision.ts';
import type { AttentionState } from './attention.ts';
import { slotsPort } from './slots-port.ts';
import type { Stage } from './stage.ts';

/** What is fetched for documents that need it. */
export interface Needs {
  /** Asks the visitor; absent: the document asks nothing. */
  readonly askVisitor?: typeof import('./visitor.ts').askVisitor;
  /** Caps and quiet; absent: the document has no overlay and limits nothing. */
  readonly capRefusal?: typeof import('./limits.ts').capRefusal;
  readonly quietReason?: typeof import('./limits.ts').quietReason;
}

/** Fetches what the campaigns of a document need beyond deciding. Rejects when it cannot be had. */
export async function fetchNeeds({ campaigns, globalHoldout }: CampaignDocument): Promise<Needs> {
  const asks = ({ audience, experiment, goal, holdout }: Campaign): unknown =>
    audience || experiment || goal || holdout;
  const isLimited = (one: Campaign): unknown => one.frequency || one.tags || isOverlay(one);
  const [visitor, limits] = await Promise.all([
    globalHoldout || campaigns.some(asks) ? import('./visitor.ts') : {},
    campaigns.some(isLimited) ? import('./limits.ts') : {},
  ]);
  return { ...visitor, ...limits };
}

const isOverlay = ({ placement }: Campaign): boolean => 'overlay' in placement;

/** Why consent keeps a campaign back: nothing personal before an answer, no overlay where its caps cannot be kept. */
export function consentRefusal({ consent }: PartContext, campaign: Campaign): string | null {
  const purposes = [
    campaign.purpose ?? 'personalization',
    isOverlay(campaign) ? 'functional' : 'necessary',
  ] as const;
  const missing = purposes.find((purpose) => !consent.allows(purpose));
  return missing ? (consent.state() === 'pending' ? 'consent-pending' : `consent-denied:${missing}`) : null;
}

/** What a decision of this moment depends on, but what fired and what is paused. */
export function inputOf(
  stage: Stage,
  { askVisitor, capRefusal, quietReason }: Needs,
  state: AttentionState,
  checkoutStarted: boolean,
): Omit<DecideInput, 'fired' | 'paused'> {
  const { context, document, open, failed } = stage;
  const { ports, silent, storage } = context;
  const { caps } = document;
  const now = context.now();
  const session = stage.session();
  const isMounted = (slot: string): boolean => ports.use(slotsPort).some((slots) => slots.isMounted(slot));
  return {
    ...askVisitor?.(context, document),
    document,
    now,
    consent: (campaign) => consentRefusal(context, campaign),
    quiet(campaign) {
      if (silent) return 'silent';
      if (!isOverlay(campaign)) return null;
      if (storage.mode() === 'memory') return 'storage-refused';
      return quietReason?.({ quietPaths: caps?.quietPaths ?? [], checkoutStarted }) ?? null;
    },
    placement: ({ widget, placement }) =>
      !stage.presenterOf(widget.type)
        ? 'no-presenter'
        : 'slot' in placement && !isMounted(placement.slot)
          ? 'slot-not-on-page'
          : null,
    cap: (campaign) => capRefusal?.({ ...state, campaign, caps, session, now }) ?? null,
    lastShown: (id) => state.history[id]?.shows.at(-1) ?? 0,
    failed: Object.fromEntries(failed),
    taken: Object.fromEntries([...open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
  };
}
