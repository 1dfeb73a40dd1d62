import type { Condition, Operator } from '@regulars/schema';
import { type Changes, createChanges, type ImportedCondition, isRecord, join } from './imported-condition.ts';

const texts: Readonly<Record<string, Operator>> = {
  STR_STARTS_WITH: 'startsWith',
  STR_ENDS_WITH: 'endsWith',
  STR_CONTAINS: 'contains',
};
const numbers: Readonly<Record<string, Operator>> = {
  NUM_EQ: 'eq',
  NUM_GT: 'gt',
  NUM_GTE: 'gte',
  NUM_LT: 'lt',
  NUM_LTE: 'lte',
};
const dates: Readonly<Record<string, Operator>> = { DATE_AFTER: 'after', DATE_BEFORE: 'before' };

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads a list of Unleash constraints, all of which must hold. Never throws. */
export function fromUnleash(source: unknown): ImportedCondition {
  const changes = createChanges();
  const list = Array.isArray(source)
    ? source
    : isRecord(source) && Array.isArray(source.constraints)
      ? source.constraints
      : null;
  if (!list) {
    changes.note('', 'a list of constraints is needed');
    return { condition: null, changes: changes.list };
  }
  const parts = list.map((one, at) => readConstraint(one, `[${at}]`, changes));
  return { condition: join('all', parts), changes: changes.list };
}

function readConstraint(one: unknown, at: string, changes: Changes): Condition | null {
  if (!isRecord(one) || typeof one.contextName !== 'string' || typeof one.operator !== 'string')
    return changes.note(at, 'this is no constraint and was left out');
  const { contextName, operator, inverted, caseInsensitive } = one;
  if (caseInsensitive === true) changes.note(at, 'upper and lower case matter here');
  const found = compareWith(contextName, operator, one, { at, changes });
  if (found && inverted === true) {
    changes.note(
      at,
      'inverted: for a missing attribute it was true there; here unknown stays unknown, but for lists',
    );
    return { not: found };
  }
  return found;
}

function compareWith(
  attr: string,
  operator: string,
  { value, values }: Readonly<Record<string, unknown>>,
  { at, changes }: { readonly at: string; readonly changes: Changes },
): Condition | null {
  // Unleash keeps every value as a text; anything else is nobody's value.
  const list = (Array.isArray(values) ? values : []).filter(isText);
  if (operator === 'IN') return { attr, op: 'in', value: list };
  if (operator === 'NOT_IN') return { attr, op: 'notIn', value: list };
  const of = (table: Readonly<Record<string, Operator>>): Operator | undefined =>
    Object.hasOwn(table, operator) ? table[operator] : undefined;
  const text = of(texts);
  if (text)
    return join(
      'any',
      list.map((one) => ({ attr, op: text, value: one })),
    );
  const number = of(numbers);
  if (number) {
    changes.note(
      at,
      'a text that reads as a number was compared as one there; here the attribute must be a number',
    );
    const wanted = isText(value) && value.trim() ? Number(value) : value;
    return typeof wanted === 'number' && Number.isFinite(wanted)
      ? { attr, op: number, value: wanted }
      : changes.note(at, 'its value is no number; it was left out');
  }
  const date = of(dates);
  if (date && isText(value)) {
    const name = attr === 'currentTime' ? 'time.now' : attr;
    return { attr: name, op: date, value };
  }
  return changes.note(at, `${operator} has no equal and was left out`);
}
