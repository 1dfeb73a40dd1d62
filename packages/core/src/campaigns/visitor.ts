import type { CampaignDocument } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import { armOf } from '../rules/assign-variant.ts';
import type { DecideInput } from '../rules/decision.ts';
import { evaluateWith } from '../rules/evaluate-with.ts';
import { plainOperators } from '../rules/operators.ts';
import type { timeOperators } from '../rules/time-operators.ts';
import { readFacts } from './page-facts.ts';

/**
 * What a decision may ask of the visitor at this moment; fetched for a document that asks something.
 * @param onOdd runs when a condition is not understood.
 * @param times operators of time, where the document uses one.
 */
export function askVisitor(
  context: PartContext,
  document: CampaignDocument,
  onOdd: () => void,
  times?: typeof timeOperators,
): Pick<DecideInput, 'audience' | 'arm'> {
  const facts = readFacts(context, document.zone);
  const table = { ...plainOperators, ...times };
  const unit = context.consent.allows('analytics') ? context.journey.anonymousId() : null;
  return {
    audience(audience) {
      const found = evaluateWith(table, audience, facts, document.audiences);
      if (found.odd) onOdd();
      return found;
    },
    arm: (campaign) => armOf(campaign, document, unit),
  };
}
