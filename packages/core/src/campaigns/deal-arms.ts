// Tests and holdouts; fetched for a document that has some.
import type { Campaign } from '@regulars/schema';
import { armOf } from '../rules/assign-variant.ts';
import type { DecideInput } from '../rules/decision.ts';
import type { AttentionState } from './attention.ts';
import type { Stage } from './stage.ts';

/**
 * Deals the arms of this moment; notes on the stage who was dealt.
 * @param person id of the person, where it is known.
 * @param history what was dealt before.
 */
export function dealArms(
  stage: Stage,
  person: unknown,
  history: AttentionState['history'] = {},
): Pick<DecideInput, 'arm' | 'cap'> {
  const { context, document } = stage;
  const { consent, journey } = context;
  const who = consent.allows('analytics') && {
    anonymousId: journey.anonymousId(),
    personId: typeof person === 'string' ? person : undefined,
  };
  stage.who = who || undefined;
  // Until storage was read the id is one for this page: dealt by it, a visitor could see both sides of a test.
  const unsettled = who && journey.session() === null && journey.sessionNumber() === null;
  const isDealt = ({ experiment, goal, holdout }: Campaign): unknown =>
    experiment || goal || holdout || document.globalHoldout;
  return {
    cap: (campaign) => (unsettled && isDealt(campaign) ? 'session-unknown' : null),
    arm: (campaign) => armOf(campaign, document, who && { ...who, records: history[campaign.id]?.arms }),
  };
}
