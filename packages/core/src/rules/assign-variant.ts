import type { Campaign, CampaignDocument, Experiment } from '@regulars/schema';
import { hashToUnit } from '../lib/hash.ts';
import { type Assignee, unitsOf } from './record-arm.ts';
import type { ArmRecord } from './shown-history.ts';

/** Which arm of a campaign's tests a visitor is in. */
export interface Arm {
  /** Which holdout keeps it from them (`global-holdout`, `holdout`); `null`: none. */
  readonly held: string | null;
  readonly variantId: string | null;
}

/** Place of a visitor in ten-thousandths, as the hash counts: a sum of weights such as 0.1 + 0.2 must not miss it. */
const placeOf = (seed: string, unit: string): number => Math.round(hashToUnit(seed, unit) * 1e4);
const lies = (place: number, from: number, to: number): boolean =>
  place >= Math.round(from * 1e4) && place < Math.round(to * 1e4);

/**
 * Variant of a visitor; `null`: outside the coverage, outside the experiment's range of its group, or by a hash that
 * nobody here knows. Ranges are half-open. Coverage shrinks each range from its end and keeps the starts: two halves at
 * coverage 0.5 are [0, 0.25) and [0.5, 0.75).
 */
export function assignVariant(experiment: Experiment, unit: string): string | null {
  const { seed, group, hashVersion = 2, coverage = 1, variants } = experiment;
  if (hashVersion !== 2 || (group && !lies(placeOf(group.id, unit), group.from, group.to))) return null;
  const place = placeOf(seed, unit);
  let start = 0;
  for (const { id, weight } of variants) {
    if (lies(place, start, start + weight * coverage)) return id;
    start += weight;
  }
  return null;
}

/**
 * Variant of a visitor who may have been assigned before: what was assigned stays, whatever coverage and weights say now;
 * `version` raised assigns anew; who was assigned before `minVersion` leaves the experiment.
 * @param units ids of the visitor, the one to assign by first: a record of any of them counts, in this order.
 */
export function assignAgain(
  experiment: Experiment,
  units: readonly string[],
  records: readonly ArmRecord[],
): string | null {
  const { version = 0, minVersion = 0, variants } = experiment;
  const [unit] = units;
  if (!unit) return null;
  const own = units.flatMap((one) => records.filter((record) => record.unit === one));
  const current = own.find((record) => record.version === version);
  if (current && variants.some(({ id }) => id === current.variant)) return current.variant;
  if (own.some((record) => record.version < minVersion)) return null;
  return assignVariant(experiment, unit);
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
 * @param who `null`: nobody may be measured, nobody is held out.
 */
export function armOf(
  campaign: Campaign,
  { globalHoldout }: Pick<CampaignDocument, 'globalHoldout'>,
  who: Assignee | null | false,
): Arm {
  const { experiment } = campaign;
  if (!who) return { held: null, variantId: null };
  return {
    held: holdoutOf(campaign, globalHoldout, who.anonymousId),
    variantId: experiment ? assignAgain(experiment, unitsOf(experiment, who), who.records ?? []) : null,
  };
}
