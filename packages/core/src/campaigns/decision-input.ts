import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import { isOverlay, slotOf } from '../rules/decide.ts';
import type { DecideInput } from '../rules/decision.ts';
import { triggersOf } from '../rules/trigger-rule.ts';
import { slotsPort } from './slots-port.ts';
import type { Stage } from './stage.ts';

/** What is fetched for documents that need it. */
export interface Needs {
  /** Asks the visitor; absent: the document asks nothing. */
  readonly askVisitor?: typeof import('./visitor.ts').askVisitor;
  /** Asks caps and quiet; absent: the document has no overlay, limits nothing, and nobody shares a slot. */
  readonly askLimits?: typeof import('./limits.ts').askLimits;
  /** Compares times; absent: no condition does. */
  readonly timeOperators?: typeof import('../rules/time-operators.ts').timeOperators;
  /** Watches clicks and waits; absent: the document has no such trigger. */
  readonly watchActs?: typeof import('./watch-acts.ts').watchActs;
}

/** Fetches what the campaigns of a document need beyond deciding. Rejects when it cannot be had. */
export async function fetchNeeds({ campaigns, globalHoldout, audiences }: CampaignDocument): Promise<Needs> {
  const asks = ({ audience, experiment, goal, holdout }: Campaign): unknown =>
    audience || experiment || goal || holdout;
  const isLimited = (one: Campaign): unknown => one.frequency || one.tags || isOverlay(one);
  const isActed = (one: Campaign): unknown =>
    triggersOf(one).some(({ on }) => on === 'click' || on === 'delay');
  const isShared = new Set(campaigns.map(slotOf)).size < campaigns.length;
  const needs = await Promise.all([
    globalHoldout || campaigns.some(asks) ? import('./visitor.ts') : {},
    isShared || campaigns.some(isLimited) ? import('./limits.ts') : {},
    /"(before|after|withinLast)"/.test(JSON.stringify([audiences, campaigns.map((one) => one.audience)]))
      ? import('../rules/time-operators.ts')
      : {},
    campaigns.some(isActed) ? import('./watch-acts.ts') : {},
  ]);
  return Object.assign({}, ...needs);
}

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
export async function inputOf(
  stage: Stage,
  { askVisitor, askLimits, timeOperators }: Needs,
  checkoutStarted: boolean,
): Promise<Omit<DecideInput, 'fired' | 'paused'>> {
  const { context, document, open, failed, onOdd } = stage;
  const slots = context.ports.use(slotsPort);
  const limits = await askLimits?.(stage, checkoutStarted);
  const placement: DecideInput['placement'] = ({ widget, placement: place }) => {
    if (!stage.presenterOf(widget.type)) {
      onOdd();
      return 'no-presenter';
    }
    // Without a host the presenter alone knows its places.
    const isAway = 'slot' in place && slots.length > 0 && !slots.some((one) => one.isMounted(place.slot));
    return isAway ? 'slot-not-on-page' : null;
  };
  return {
    ...askVisitor?.(context, document, onOdd, timeOperators),
    document,
    now: context.now(),
    consent: (campaign) => consentRefusal(context, campaign),
    quiet: (campaign) => (context.silent ? 'silent' : (limits?.quiet(campaign) ?? null)),
    placement,
    cap: (campaign) => limits?.cap(campaign) ?? null,
    lastShown: (id) => limits?.lastShown(id) ?? 0,
    failed: Object.fromEntries(failed),
    taken: Object.fromEntries([...open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
  };
}
