import { matchesGlob } from './glob.ts';
import { plainOperators, type Test, type TextOperator, type Truth } from './operators.ts';

/** False when one is, unknown when none is false and one unknown. */
const allTrue = (all: readonly Truth[]): Truth =>
  all.includes(false) ? false : all.includes(null) ? null : true;

const text =
  (test: (fact: string, value: string) => boolean): Test =>
  (fact, value) =>
    typeof fact === 'string' && typeof value === 'string' ? test(fact, value) : null;
const listOf = (value: unknown): readonly unknown[] | null =>
  value === undefined ? [] : Array.isArray(value) ? value : typeof value === 'string' ? [value] : null;
/** Membership: a missing attribute is the empty set. */
const members =
  (test: (list: readonly unknown[], wanted: readonly unknown[]) => boolean): Test =>
  (fact, value) => {
    const list = listOf(fact);
    return list && Array.isArray(value) ? test(list, value) : null;
  };

/** What the operators of texts, lists and ranges mean. */
export const textOperators: Readonly<Record<TextOperator, Test>> = {
  between: (fact, value, env) =>
    Array.isArray(value) && value.length === 2
      ? allTrue([plainOperators.gte(fact, value[0], env), plainOperators.lte(fact, value[1], env)])
      : null,
  startsWith: text((fact, value) => fact.startsWith(value)),
  endsWith: text((fact, value) => fact.endsWith(value)),
  contains: (fact, value, env) =>
    Array.isArray(fact)
      ? typeof value === 'string'
        ? fact.includes(value)
        : null
      : text((a, b) => a.includes(b))(fact, value, env),
  glob: text((fact, value) => matchesGlob(value, fact)),
  hasAny: members((list, wanted) => wanted.some((one) => list.includes(one))),
  hasAll: members((list, wanted) => wanted.every((one) => list.includes(one))),
};
