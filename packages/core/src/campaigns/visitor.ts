import type { Campaign } from '@regulars/schema';
import { armOf } from '../rules/assign-variant.ts';
import type { DecideInput } from '../rules/decision.ts';
import { createEvaluator } from '../rules/evaluate-with.ts';
import { plainOperators } from '../rules/operators.ts';
import type { timeOperators } from '../rules/time-operators.ts';
import type { moreFacts } from './more-facts.ts';
import { readFacts } from './page-facts.ts';
import type { Stage } from './stage.ts';

/** What few documents ask for, fetched for those. */
export interface Rare {
  /** Operators of time. */
  readonly timeOperators?: typeof timeOperators;
  readonly moreFacts?: typeof moreFacts;
}

/** What a decision may ask of the visitor at this moment; fetched for a document that asks something. */
export async function askVisitor(
  stage: Stage,
  { timeOperators, moreFacts }: Rare,
): Promise<Pick<DecideInput, 'audience' | 'arm' | 'cap'>> {
  const { context, document, onOdd } = stage;
  const { zone, audiences, campaigns } = document;
  const { consent, journey } = context;
  const needsHistory = moreFacts || campaigns.some(({ experiment }) => experiment);
  const attention = needsHistory ? await (await stage.attention()).read() : undefined;
  const more = attention && moreFacts?.(context, { zone, ids: campaigns.map(({ id }) => id), attention });
  const facts = readFacts(context, zone, more);
  stage.evaluate ??= createEvaluator({ ...plainOperators, ...timeOperators }, audiences);
  const { evaluate } = stage;
  const person = facts.attr('customer.id');
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
    audience(audience) {
      const found = evaluate(audience, facts);
      if (found.odd) onOdd();
      return found;
    },
    cap: (campaign) => (unsettled && isDealt(campaign) ? 'session-unknown' : null),
    arm: (campaign) =>
      armOf(campaign, document, who && { ...who, records: attention?.history[campaign.id]?.arms }),
  };
}
