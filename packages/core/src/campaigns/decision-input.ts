import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import { isOverlay } from '../rules/decide.ts';
import type { DecideInput } from '../rules/decision.ts';
import type { Need } from '../rules/needs-rule.ts';
import { slotsPort } from './slots-port.ts';
import type { Stage } from './stage.ts';

/** What is fetched for documents that need it. */
export interface Needs {
  /** Asks the visitor; absent: the document asks nothing. */
  readonly askVisitor?: typeof import('./visitor.ts').askVisitor;
  /** Asks caps and quiet; absent: the document has no overlay, limits nothing, and nobody shares a slot. */
  readonly watchLimits?: typeof import('./limits.ts').watchLimits;
  /** Deals the arms of tests and holdouts; absent: the document has none. */
  readonly dealArms?: typeof import('./deal-arms.ts').dealArms;
  /** Compares texts, lists and ranges; absent: no condition does. */
  readonly textOperators?: typeof import('../rules/text-operators.ts').textOperators;
  /** Compares times; absent: no condition does. */
  readonly timeOperators?: typeof import('../rules/time-operators.ts').timeOperators;
  /** Facts that few ask for; absent: no condition does. */
  readonly moreFacts?: typeof import('./more-facts.ts').moreFacts;
  /** Asks schedules; absent: there are none. */
  readonly scheduleRefusal?: typeof import('../rules/schedule-refusal.ts').scheduleRefusal;
  /** Days and hours of schedules; absent: there are none. */
  readonly hoursRefusal?: typeof import('../rules/hours-rule.ts').hoursRefusal;
  /** Windows of caps; absent: all count in days back from now. */
  readonly windowStart?: typeof import('../rules/calendar-window.ts').windowStart;
  /** Watches scrolling, leaving, idling and what else fires or cancels; absent: the document has no such trigger. */
  readonly watchMore?: typeof import('./watch-more.ts').watchMore;
  /** Watches clicks and waits; absent: the document has no such trigger. */
  readonly watchActs?: typeof import('./watch-acts.ts').watchActs;
}

/** What a decision is made with. */
export interface Asked extends Needs {
  /** What caps, history and the page say against opening at this moment. */
  readonly askLimits?: ReturnType<typeof import('./limits.ts').watchLimits> | undefined;
}

const files: Readonly<Record<Need, () => Promise<Needs>>> = {
  visitor: () => import('./visitor.ts'),
  deals: () => import('./deal-arms.ts'),
  limits: () => import('./limits.ts'),
  operators: () => import('./more-operators.ts'),
  facts: () => import('./more-facts.ts'),
  calendar: () => import('./calendar-rules.ts'),
  more: () => import('./watch-more.ts'),
  schedule: () => import('../rules/schedule-refusal.ts'),
  acts: () => import('./watch-acts.ts'),
};

/** Fetches what the campaigns of a document need beyond deciding. Rejects when it cannot be had. */
export async function fetchNeeds(
  document: CampaignDocument & { readonly needs?: readonly Need[] },
): Promise<Needs> {
  // Who published it found what it needs; the finder is fetched for one that does not say.
  const needs = document.needs ?? (await import('../rules/needs-rule.ts')).needsOf(document);
  return Object.assign({}, ...(await Promise.all(needs.map((need) => files[need]?.()))));
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
  { askVisitor, askLimits, scheduleRefusal, hoursRefusal, ...rare }: Asked,
): Promise<Omit<DecideInput, 'fired' | 'paused'>> {
  const { context, document, failed, onOdd } = stage;
  const slots = context.ports.use(slotsPort);
  const visitor = await askVisitor?.(stage, rare);
  const limits = await askLimits?.();
  const now = context.now();
  const placement: DecideInput['placement'] = ({ widget, placement: place }) => {
    if (!stage.presenterOf(widget.type)) {
      onOdd();
      return 'no-presenter';
    }
    // Without a host the presenter alone knows its places.
    const isAway = 'slot' in place && slots[0] && !slots.some((one) => one.isMounted(place.slot));
    return isAway ? 'slot-not-on-page' : null;
  };
  return {
    ...visitor,
    document,
    now,
    schedule: (campaign) =>
      scheduleRefusal?.(
        campaign,
        now,
        hoursRefusal && ((schedule) => hoursRefusal(schedule, now, document.zone)),
      ) ?? null,
    consent: (campaign) => consentRefusal(context, campaign),
    quiet: (campaign) => (context.silent ? 'silent' : (limits?.quiet(campaign) ?? null)),
    placement,
    cap: (campaign) => visitor?.cap?.(campaign) ?? limits?.cap(campaign) ?? null,
    comesFirst: limits?.comesFirst,
    failed: Object.fromEntries(failed),
    taken: stage.taken(),
  };
}
