import type { Condition } from '@regulars/schema';
import { type Evaluation, evaluateWith } from './evaluate-with.ts';
import type { ConditionFacts } from './fact.ts';
import { operatorTable } from './operator-table.ts';

/** Evaluates a condition with every operator, as `evaluateWith` does. */
export function evaluateCondition(
  condition: Condition | undefined,
  facts: ConditionFacts,
  audiences: Readonly<Record<string, Condition>> = {},
): Evaluation {
  return evaluateWith(operatorTable, condition, facts, audiences);
}
