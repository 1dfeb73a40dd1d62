// Operators that few documents use, in one file.
export { textOperators } from '../rules/text-operators.ts';
export { timeOperators } from '../rules/time-operators.ts';
