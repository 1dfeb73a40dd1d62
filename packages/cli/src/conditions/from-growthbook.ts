import type { Condition, Operator } from '@regulars/schema';
import {
  type Changes,
  compare,
  createChanges,
  type ImportedCondition,
  isRecord,
  join,
  missingNote,
} from './imported-condition.ts';

const operators: Readonly<Record<string, Operator>> = {
  $eq: 'eq',
  $ne: 'ne',
  $lt: 'lt',
  $lte: 'lte',
  $gt: 'gt',
  $gte: 'gte',
  $in: 'in',
  $nin: 'notIn',
};
const loose = ['$lt', '$lte', '$ne', '$nin'];

/** Reads a condition of GrowthBook (MongoDB style). Never throws; what has no equal is left out and named. */
export function fromGrowthBook(source: unknown): ImportedCondition {
  const changes = createChanges();
  return { condition: readNode(source, '', changes), changes: changes.list };
}

function readNode(node: unknown, at: string, changes: Changes): Condition | null {
  if (!isRecord(node)) return changes.note(at, 'this is no condition and was left out');
  return join(
    'all',
    Object.entries(node).map(([key, value]) => readEntry(key, value, at ? `${at}.${key}` : key, changes)),
  );
}

function readList(value: unknown, at: string, changes: Changes): readonly (Condition | null)[] {
  if (!Array.isArray(value)) return [changes.note(at, 'a list is needed; it was left out')];
  return value.map((one, index) => readNode(one, `${at}[${index}]`, changes));
}

type Place = { readonly at: string; readonly changes: Changes };

const not = (condition: Condition | null): Condition | null => condition && { not: condition };

function readEntry(key: string, value: unknown, at: string, changes: Changes): Condition | null {
  if (key === '$and') return join('all', readList(value, at, changes));
  if (key === '$or') return join('any', readList(value, at, changes));
  if (key === '$nor') return not(join('any', readList(value, at, changes)));
  if (key === '$not') return not(readNode(value, at, changes));
  if (key.startsWith('$')) return changes.note(at, `${key} has no equal and was left out`);
  if (!isRecord(value)) {
    if (value === null) return { attr: key, op: 'exists', value: false };
    return compare(key, Array.isArray(value) ? 'hasAll' : 'eq', value, { at, changes });
  }
  return readOperators(key, value, { at, changes });
}

function readOperators(
  attr: string,
  wanted: Readonly<Record<string, unknown>>,
  { at, changes }: Place,
): Condition | null {
  const each = Object.entries(wanted).map(([op, value]) =>
    readOperator(attr, op, value, { at: `${at}.${op}`, changes }),
  );
  return join('all', each);
}

const unread = (op: string, { at, changes }: Place): null =>
  changes.note(at, `${op} has no equal and was left out`);

function readOperator(attr: string, op: string, value: unknown, place: Place): Condition | null {
  const { at, changes } = place;
  const ours = Object.hasOwn(operators, op) ? operators[op] : undefined;
  if (ours) {
    if (loose.includes(op)) changes.note(at, missingNote);
    if (typeof value === 'string' && ['$lt', '$lte', '$gt', '$gte'].includes(op))
      return changes.note(at, 'texts are not ordered here; it was left out');
    return compare(attr, ours, value, place);
  }
  if (op === '$exists') return { attr, op: 'exists', value: value !== false };
  if (op === '$all') return compare(attr, 'hasAll', value, place);
  if (op === '$not') return isRecord(value) ? not(readOperators(attr, value, place)) : unread(op, place);
  if (op === '$elemMatch' && isRecord(value) && '$eq' in value)
    return compare(attr, 'hasAny', [value.$eq], place);
  if (op === '$regex') return readPattern(attr, value, place);
  if (/^\$v(eq|ne|gt|gte|lt|lte)$/.test(op))
    return changes.note(at, 'versions are not compared here; it was left out');
  return unread(op, place);
}

/** Patterns that are a beginning, an end or a part; all others could run away and are left out. */
function readPattern(attr: string, value: unknown, { at, changes }: Place): Condition | null {
  if (typeof value !== 'string') return changes.note(at, 'a pattern is a text; it was left out');
  const text = value.replace(/\\([/.-])/g, '$1');
  const [, start, plain = '', end] =
    /^(\^?)([^\\^$.*+?()[\]{}|]*)(\$?)$/.exec(
      value.replace(/\\([/.-])/g, (_, sign: string) => (sign === '.' ? '\u0001' : sign)),
    ) ?? [];
  if (start === undefined || !plain)
    return changes.note(
      at,
      `there are no regular expressions here; ${JSON.stringify(text)} was left out: write a "glob"`,
    );
  const word = plain.replaceAll('\u0001', '.');
  changes.note(at, 'a regular expression became a plain comparison of text');
  if (start && end) return { attr, op: 'eq', value: word };
  return { attr, op: start ? 'startsWith' : end ? 'endsWith' : 'contains', value: word };
}
