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
  /** Deals the arms of tests and holdouts; absent: the document has none. */
  readonly dealArms?: typeof import('./deal-arms.ts').dealArms;
  /** Compares texts, lists and ranges; absent: no condition does. */
  readonly textOperators?: typeof import('../rules/text-operators.ts').textOperators;
  /** Compares times; absent: no condition does. */
  readonly timeOperators?: typeof import('../rules/time-operators.ts').timeOperators;
  /** Facts that few ask for; absent: no condition does. */
  readonly moreFacts?: typeof import('./more-facts.ts').moreFacts;
  /** Days and hours of schedules; absent: there are none. */
  readonly hoursRefusal?: typeof import('../rules/hours-rule.ts').hoursRefusal;
  /** Windows of caps; absent: all count in days back from now. */
  readonly windowStart?: typeof import('../rules/calendar-window.ts').windowStart;
  /** Watches scrolling, leaving, idling and what else fires or cancels; absent: the document has no such trigger. */
  readonly watchMore?: typeof import('./watch-more.ts').watchMore;
  /** Watches clicks and waits; absent: the document has no such trigger. */
  readonly watchActs?: typeof import('./watch-acts.ts').watchActs;
}

/** Fetches what the campaigns of a document need beyond deciding. Rejects when it cannot be had. */
export async function fetchNeeds(document: CampaignDocument): Promise<Needs> {
  const { campaigns, globalHoldout } = document;
  const text = JSON.stringify(document);
  const deals = ({ experiment, goal, holdout }: Campaign): unknown => experiment || goal || holdout;
  const isDealt = globalHoldout || campaigns.some(deals);
  const isLimited = (one: Campaign): unknown => one.frequency || one.tags || isOverlay(one);
  const isActed = (one: Campaign): unknown =>
    triggersOf(one).some(({ on }) => on === 'click' || on === 'delay');
  const isShared = new Set(campaigns.map(slotOf)).size < campaigns.length;
  const needs = await Promise.all([
    isDealt || campaigns.some(({ audience }) => audience) ? import('./visitor.ts') : {},
    isDealt ? import('./deal-arms.ts') : {},
    isShared || campaigns.some(isLimited) ? import('./limits.ts') : {},
    /"(between|startsWith|endsWith|contains|glob|has(Any|All))"/.test(text)
      ? import('../rules/text-operators.ts')
      : {},
    /"(before|after|withinLast)"/.test(text) ? import('../rules/time-operators.ts') : {},
    // The names of these facts, and of caps and triggers, hardly stand anywhere else; if so, a chunk comes in vain.
    /"(time|affinity|campaign)\.|"(device|page|visitor)\.(?!pa|ty|ref|lo|touch|firstS|or|lastO|to)/.test(text)
      ? import('./more-facts.ts')
      : {},
    /"(days|hours)":[[{]/.test(text) ? import('../rules/hours-rule.ts') : {},
    /"per":"/.test(text) ? import('../rules/calendar-window.ts') : {},
    /"cancelOn"|"on":"(sel|eng|scr|exit|idle|ret|noR)/.test(text) ? import('./watch-more.ts') : {},
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
  needs: Needs,
  checkoutStarted: boolean,
): Promise<Omit<DecideInput, 'fired' | 'paused'>> {
  const { context, document, open, failed, onOdd } = stage;
  const { askVisitor, askLimits, hoursRefusal, windowStart } = needs;
  stage.windowStart = windowStart && ((per, now) => windowStart(per, now, document));
  const slots = context.ports.use(slotsPort);
  const visitor = await askVisitor?.(stage, needs);
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
    ...visitor,
    document,
    now: context.now(),
    hours: hoursRefusal && ((schedule) => hoursRefusal(schedule, context.now(), document.zone)),
    consent: (campaign) => consentRefusal(context, campaign),
    quiet: (campaign) => (context.silent ? 'silent' : (limits?.quiet(campaign) ?? null)),
    placement,
    cap: (campaign) => visitor?.cap?.(campaign) ?? limits?.cap(campaign) ?? null,
    lastShown: (id) => limits?.lastShown(id) ?? 0,
    failed: Object.fromEntries(failed),
    taken: Object.fromEntries([...open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
  };
}
