import type { Campaign, CampaignDocument } from '@regulars/schema';
import { armOf } from '../../rules/assign-variant.ts';

/** Ids that are tried: a variant with a weight of one in a thousand is found. */
const TRIES = 20_000;

/**
 * An anonymous id that is dealt the wished arm by the rules of the live page; `null`: nobody is.
 * @param variant id of a variant; `holdout`: held out; none: whoever is not held out.
 */
export function findVisitor(
  document: Pick<CampaignDocument, 'globalHoldout'>,
  campaign: Campaign,
  variant: string | undefined,
): string | null {
  for (let at = 1; at <= TRIES; at++) {
    const anonymousId = `preview-${at}`;
    const { held, variantId } = armOf(campaign, document, { anonymousId });
    const isWished = variant === 'holdout' ? held !== null : held === null;
    if (isWished && (variant === undefined || variant === 'holdout' || variantId === variant))
      return anonymousId;
  }
  return null;
}
