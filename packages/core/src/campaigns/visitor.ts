import type { DecideInput } from '../rules/decision.ts';
import { createEvaluator } from '../rules/evaluate-with.ts';
import { plainOperators } from '../rules/operators.ts';
import type { textOperators } from '../rules/text-operators.ts';
import type { timeOperators } from '../rules/time-operators.ts';
import type { dealArms } from './deal-arms.ts';
import type { moreFacts } from './more-facts.ts';
import { readFacts } from './page-facts.ts';
import type { Stage } from './stage.ts';

/** What few documents ask for, fetched for those. */
export interface Rare {
  /** Deals the arms of tests and holdouts. */
  readonly dealArms?: typeof dealArms;
  readonly textOperators?: typeof textOperators;
  readonly timeOperators?: typeof timeOperators;
  readonly moreFacts?: typeof moreFacts;
}

/** What a decision may ask of the visitor at this moment; fetched for a document that asks something. */
export async function askVisitor(
  stage: Stage,
  { dealArms, textOperators, timeOperators, moreFacts }: Rare,
): Promise<Partial<Pick<DecideInput, 'audience' | 'arm' | 'cap'>>> {
  const { context, document, onOdd } = stage;
  const { zone, audiences, campaigns } = document;
  const needsHistory = moreFacts || campaigns.some(({ experiment }) => experiment);
  const attention = needsHistory ? await (await stage.attention()).read() : undefined;
  const more = attention && (await moreFacts?.(stage, attention));
  const facts = readFacts(context, zone, more);
  stage.evaluate ??= createEvaluator({ ...plainOperators, ...textOperators, ...timeOperators }, audiences);
  const { evaluate } = stage;
  return {
    audience(audience) {
      const found = evaluate(audience, facts);
      if (found.odd) onOdd();
      return stage.aged?.(audience, found) ?? found;
    },
    ...dealArms?.(stage, facts.attr('customer.id'), attention?.history),
  };
}
