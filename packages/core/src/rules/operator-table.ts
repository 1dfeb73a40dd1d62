import type { Operator } from '@regulars/schema';
import { plainOperators, type Test } from './operators.ts';
import { textOperators } from './text-operators.ts';
import { timeOperators } from './time-operators.ts';

/** What each operator means. */
export const operatorTable: Readonly<Record<Operator, Test>> = {
  ...plainOperators,
  ...textOperators,
  ...timeOperators,
};
