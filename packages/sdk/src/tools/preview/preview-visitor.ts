import { findVisitor, type PreviewVisitor } from '@regulars/core/preview';
import { imaginePersona } from '@regulars/core/rules';
import type { Campaign, CampaignDocument, Preview } from '@regulars/schema';

/** A visitor as the plan wishes them; `dealt: false`: nobody is dealt the wished variant. */
export function visitorOf(
  { plan, document }: Preview,
  now: number,
): { readonly visitor: PreviewVisitor; readonly dealt: boolean } {
  // Compiled by the server; what does not fit is refused by the engine again.
  const source = document as CampaignDocument;
  const campaign = source.campaigns.find(({ id }) => id === plan.campaignId);
  const persona = imaginePersona(plan.persona, now);
  const id = campaign ? findVisitor(source, campaign, plan.variant) : null;
  const anonymousId = id ?? 'preview';
  return {
    dealt: id !== null,
    visitor: {
      anonymousId,
      consent: plan.consent,
      counts: { ...persona.counts, ...plan.counts },
      facts: {
        ...persona.facts,
        // A test by person deals by this name.
        ...(persona.facts['customer.id'] !== undefined && { 'customer.id': anonymousId }),
        ...plan.facts,
      },
    },
  };
}

/** Whether the campaign opens without being decided: it is looked at by whoever it is for, who allowed everything. */
export const isForced = ({ persona, consent, variant }: Preview['plan']): boolean =>
  persona === 'fits' && variant !== 'holdout' && (consent?.length ?? 0) >= 4;

/**
 * What is played: all campaigns, as they compete on the live page. One that opens without being decided is looked at
 * alone: no other opens over the page by itself.
 */
export function playedDocument({ plan, document }: Preview): object {
  if (!isForced(plan)) return document;
  // Compiled by the server.
  const { campaigns, ...rest } = document as CampaignDocument;
  const isQuiet = ({ id, placement, trigger }: Campaign): boolean =>
    id === plan.campaignId || 'slot' in placement || [trigger].flat().every(({ on }) => on === 'click');
  return { ...rest, campaigns: campaigns.filter(isQuiet) };
}
