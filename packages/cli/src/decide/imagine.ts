import {
  armOf,
  comesFirst,
  compileDocument,
  type DecideInput,
  decide,
  evaluateCondition,
  type FactValue,
  firesTrigger,
  hoursRefusal,
  type Judgement,
  scheduleRefusal,
  triggersOf,
} from '@regulars/core/rules';
import type { CampaignDocument } from '@regulars/schema';

/** A visitor that somebody imagines, on a page at a moment. */
export interface Imagined {
  readonly anonymousId: string;
  /** Attributes by dotted name (`cart.total`). */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** How often events happened, in all: `order_placed: 2`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Events of a device, oldest first: they count within days too. */
  readonly past?: readonly { readonly name: string; readonly t: number }[] | undefined;
  readonly path: string;
  readonly pageType: string | undefined;
  /** Epoch ms. */
  readonly now: number;
  /** Purposes granted; `null`: not asked yet. */
  readonly consent: readonly string[] | null;
}

/** What became of a campaign for the imagined visitor. */
export type ImaginedDecision = Judgement;

/**
 * Decides a document for an imagined visitor by the rules of the live page. Slots count as there, caps as free, and a
 * trigger that is no page view as fired.
 */
export function imagine(source: CampaignDocument, who: Imagined): readonly ImaginedDecision[] {
  const { document } = compileDocument(source);
  if (!document) return [];
  const facts = {
    now: who.now,
    zone: source.zone,
    attr: (name: string): FactValue => (Object.hasOwn(who.facts, name) ? who.facts[name] : undefined),
    count: (event: string, withinDays?: number): number | null =>
      who.consent?.includes('personalization') ? countOf(who, event, withinDays) : null,
  };
  const input: DecideInput = {
    document,
    now: who.now,
    fired: (id) => (isFired(document, id, who) ? 'fired' : 'no'),
    paused: () => null,
    schedule: (campaign) =>
      scheduleRefusal(campaign, who.now, (schedule) => hoursRefusal(schedule, who.now, source.zone)),
    consent: ({ purpose = 'personalization' }) =>
      who.consent === null
        ? 'consent-pending'
        : who.consent.includes(purpose) || purpose === 'necessary'
          ? null
          : `consent-denied:${purpose}`,
    quiet: () => null,
    placement: () => null,
    audience: (audience) => evaluateCondition(audience, facts, document.audiences),
    arm: (campaign) => armOf(campaign, document, who.consent?.includes('analytics') ? who : null),
    cap: () => null,
    comesFirst: (one, other) => comesFirst(one, other, () => 0),
    failed: {},
    taken: {},
  };
  return decide(input);
}

/** As the live page counts: days of 24 hours back from the moment. */
function countOf({ past, counts, now }: Imagined, event: string, withinDays: number | undefined): number {
  if (!past || withinDays === undefined) return counts[event] ?? 0;
  return past.filter(({ name, t }) => name === event && t > now - withinDays * 864e5).length;
}

function isFired(document: CampaignDocument, id: string, { path, pageType }: Imagined): boolean {
  const campaign = document.campaigns.find((one) => one.id === id);
  if (!campaign) return false;
  return triggersOf(campaign).some(
    (trigger) => trigger.on !== 'page' || firesTrigger(trigger, { on: 'page', path, pageType }),
  );
}
