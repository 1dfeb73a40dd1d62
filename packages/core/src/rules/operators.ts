import type { Operator } from '@regulars/schema';
import type { ConditionFacts, FactValue } from './fact.ts';

/** Three values: yes, no, and `null` for *unknown*. */
export type Truth = boolean | null;

/** True when one is, unknown when none is true and one unknown. */
export const anyTrue = (all: readonly Truth[]): Truth =>
  all.includes(true) ? true : all.includes(null) ? null : false;
/** Unknown stays unknown. */
export const notTrue = (one: Truth): Truth => (one === null ? null : !one);

/** What an operator makes of a fact and the value of the condition. */
export type Test = (fact: FactValue, value: unknown, env: ConditionFacts) => Truth;

/** Number and unit of a number or of money; own properties only. */
function amountOf(value: unknown): readonly [number, unknown] | null {
  if (typeof value === 'number') return [value, ''];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'value')) return null;
  const { value: units, currency } = value as { readonly value: unknown; readonly currency?: unknown };
  return typeof units === 'number' && typeof currency === 'string' ? [units, currency] : null;
}

/** Sign of a minus b; `null` when they do not compare: another type, another currency, not a number. */
function order(a: unknown, b: unknown): number | null {
  // Plain numbers are what is asked most.
  if (typeof a === 'number' && typeof b === 'number')
    return a > b ? 1 : a < b ? -1 : Number.isFinite(a) && a === b ? 0 : null;
  const x = amountOf(a);
  const y = amountOf(b);
  const sign = x && y && x[1] === y[1] ? Math.sign(x[0] - y[0]) : Number.NaN;
  // Two equal infinities make NaN as well; they are no amounts.
  return Number.isNaN(sign) ? null : sign;
}

const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'boolean';

const equals: Test = (fact, value) => {
  if (isPlain(fact)) return typeof fact === typeof value ? fact === value : null;
  const sign = order(fact, value);
  return sign === null ? null : !sign;
};
const sign =
  (test: (sign: number) => boolean): Test =>
  (fact, value) => {
    const found = order(fact, value);
    return found === null ? null : test(found);
  };
const isIn: Test = (fact, value, env) =>
  !Array.isArray(value)
    ? null
    : fact === undefined
      ? false
      : anyTrue(value.map((one) => equals(fact, one, env)));

/** Operators that compare times: a file of their own, for they bring a calendar with them. */
export type TimeOperator = 'before' | 'after' | 'withinLast';

/** Operators of texts, lists and ranges: a file of their own, for fewer documents ask them. */
export type TextOperator = 'between' | 'startsWith' | 'endsWith' | 'contains' | 'glob' | 'hasAny' | 'hasAll';

/** What each operator means that most documents ask. Nothing is coerced: what does not compare is unknown. */
export const plainOperators: Readonly<Record<Exclude<Operator, TimeOperator | TextOperator>, Test>> = {
  eq: equals,
  ne: (fact, value, env) => notTrue(equals(fact, value, env)),
  in: isIn,
  notIn: (fact, value, env) => notTrue(isIn(fact, value, env)),
  gt: sign((found) => found > 0),
  gte: sign((found) => found >= 0),
  lt: sign((found) => found < 0),
  lte: sign((found) => found <= 0),
  exists: (fact, value) => (fact !== undefined) === (value !== false),
};
