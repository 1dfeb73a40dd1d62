import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { DecideInput, Fired } from '../rules/decision.ts';
import type { Attention, AttentionState } from './attention.ts';
import { readFacts } from './page-facts.ts';
import { presenterOf, type Stage } from './presentation.ts';
import { quietReason } from './quiet-rules.ts';
import { slotsPort } from './slots-port.ts';

/** What the arbiter decides with. */
export interface ArbiterOptions {
  readonly context: PartContext;
  readonly document: CampaignDocument;
  readonly attention: Attention;
  readonly key: string;
  readonly fired: (campaignId: string) => Fired;
  readonly paused: (campaignId: string) => string | null;
  readonly changed: () => void;
  readonly busy: (work: Promise<unknown>) => void;
  /** Campaigns that open whatever audience, caps and quiet say: tests and previews. */
  readonly force: readonly string[];
}

/** Why consent keeps a campaign back: nothing personal before an answer, no overlay where its caps cannot be kept. */
export function consentRefusal({ consent }: PartContext, campaign: Campaign): string | null {
  const purpose = campaign.purpose ?? 'personalization';
  const missing = !consent.allows(purpose)
    ? purpose
    : 'overlay' in campaign.placement && !consent.allows('functional')
      ? 'functional'
      : null;
  return missing && (consent.state() === 'pending' ? 'consent-pending' : `consent-denied:${missing}`);
}

function quietRefusal(
  context: PartContext,
  document: CampaignDocument,
  campaign: Campaign,
  checkout: boolean,
): string | null {
  if (context.silent) return 'silent';
  if (!('overlay' in campaign.placement)) return null;
  if (context.storage.mode() === 'memory') return 'storage-refused';
  return quietReason({ quietPaths: document.caps?.quietPaths ?? [], checkoutStarted: checkout });
}

function placementRefusal(context: PartContext, campaign: Campaign): string | null {
  if (!presenterOf(context, campaign.widget.type)) return 'no-presenter';
  if ('overlay' in campaign.placement) return null;
  const { slot } = campaign.placement;
  return context.ports.use(slotsPort).some((slots) => slots.isMounted(slot)) ? null : 'slot-not-on-page';
}

/** What a decision of this moment depends on. */
export function inputOf(
  options: ArbiterOptions,
  stage: Stage,
  state: AttentionState,
  checkout: boolean,
): DecideInput {
  const { context, document } = options;
  const number = context.journey.sessionNumber();
  return {
    ...state,
    document,
    now: context.now(),
    facts: readFacts(context, document.zone),
    fired: options.fired,
    paused: options.paused,
    consent: (campaign) => consentRefusal(context, campaign),
    quiet: (campaign) => quietRefusal(context, document, campaign, checkout),
    placement: (campaign) => placementRefusal(context, campaign),
    unit: context.consent.allows('analytics') ? context.journey.anonymousId() : null,
    session: number === null ? null : `${options.key}#${number}`,
    failed: Object.fromEntries(stage.failed),
    taken: Object.fromEntries([...stage.open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
  };
}
