import type { Campaign, CampaignDocument, Experiment } from '@regulars/schema';
import { hashToUnit } from '../lib/hash.ts';

/** Which arm of a campaign's tests a visitor is in. */
export interface Arm {
  /** Which holdout keeps it from them (`global-holdout`, `holdout`); `null`: none. */
  readonly held: string | null;
  readonly variantId: string | null;
}

/**
 * Variant of a visitor; `null`: outside the coverage. Ranges are half-open. Coverage shrinks each range from its end and
 * keeps the starts: two halves at coverage 0.5 are [0, 0.25) and [0.5, 0.75).
 */
export function assignVariant(experiment: Experiment, unit: string): string | null {
  // In ten-thousandths, as the hash counts: a sum of weights such as 0.1 + 0.2 must not miss its bucket.
  const bucket = Math.round(hashToUnit(experiment.seed, unit) * 1e4);
  let start = 0;
  for (const { id, weight } of experiment.variants) {
    const end = start + weight * (experiment.coverage ?? 1);
    if (bucket >= Math.round(start * 1e4) && bucket < Math.round(end * 1e4)) return id;
    start += weight;
  }
  return null;
}

/** Whether a visitor is among the share held out under a seed. */
export function isHeldOut(seed: string, share: number, unit: string): boolean {
  return hashToUnit(seed, unit) < share;
}

/** What was earned or promised is never held out. */
function holdoutOf(campaign: Campaign, globalHoldout: number | undefined, unit: string): string | null {
  if (campaign.widget.type === 'wallet') return null;
  if (isHeldOut('global-holdout', globalHoldout ?? 0, unit)) return 'global-holdout';
  const share = campaign.holdout ?? (campaign.goal ? 0.1 : 0);
  return isHeldOut(`holdout:${campaign.id}`, share, unit) ? 'holdout' : null;
}

/**
 * Arm of a visitor in a campaign.
 * @param unit id that experiments assign by; `null`: nobody may be measured, nobody is held out.
 */
export function armOf(
  campaign: Campaign,
  { globalHoldout }: Pick<CampaignDocument, 'globalHoldout'>,
  unit: string | null,
): Arm {
  const { experiment } = campaign;
  // Without a person's id of the server, an experiment by person shows the campaign as it is.
  const isAssigned = experiment && unit !== null && experiment.unit !== 'personId';
  return {
    held: unit === null ? null : holdoutOf(campaign, globalHoldout, unit),
    variantId: isAssigned ? assignVariant(experiment, unit) : null,
  };
}
