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
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

type Place = { readonly at: string; readonly changes: Changes };

/** Reads rules of JsonLogic: and, or, not, comparisons of a variable with a value, in, between. Never throws. */
export function fromJsonLogic(source: unknown): ImportedCondition {
  const changes = createChanges();
  return { condition: readRule(source, { at: '', changes }), changes: changes.list };
}

/** Name of a variable; `null`: it is none, or has a fallback, which we have not. */
function nameOf(value: unknown): string | null {
  if (!isRecord(value) || !('var' in value)) return null;
  const [name, fallback] = [value.var].flat();
  return typeof name === 'string' && name && fallback === undefined ? name : null;
}

function readRule(rule: unknown, { at, changes }: Place): Condition | null {
  const [entry, more] = isRecord(rule) ? Object.entries(rule) : [];
  if (!entry || more) return changes.note(at, 'this is no rule and was left out');
  const [op, given] = entry;
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const place = { at: at ? `${at}.${op}` : op, changes };
  const each = (): readonly (Condition | null)[] =>
    args.map((one, index) => readRule(one, { at: `${place.at}[${index}]`, changes }));
  if (op === 'and') return join('all', each());
  if (op === 'or') return join('any', each());
  if (op === '!') {
    const name = nameOf(args[0]);
    if (name)
      changes.note(
        place.at,
        'empty text, 0 and false count as missing there; here only what is not known does',
      );
    const inner: Condition | null = name ? { attr: name, op: 'exists' } : readRule(args[0], place);
    return inner && { not: inner };
  }
  if (op === '!!' || op === 'var') return readPresence(op === 'var' ? { var: given } : args[0], place);
  if (op === 'in') return readIn(args, place);
  return Object.hasOwn(operators, op)
    ? readComparison(op, args, place)
    : changes.note(place.at, `${op} has no equal and was left out`);
}

function readPresence(value: unknown, { at, changes }: Place): Condition | null {
  const name = nameOf(value);
  if (!name) return changes.note(at, 'only a variable can be asked for; it was left out');
  changes.note(at, 'empty text, 0 and false count as missing there; here only what is not known does');
  return { attr: name, op: 'exists' };
}

function readIn([what, where]: readonly unknown[], place: Place): Condition | null {
  const needle = nameOf(what);
  const hay = nameOf(where);
  if (needle) return compare(needle, 'in', where, place);
  if (hay) return compare(hay, 'contains', what, place);
  return place.changes.note(place.at, 'one side must be a variable; it was left out');
}

function readComparison(op: string, args: readonly unknown[], place: Place): Condition | null {
  const { at, changes } = place;
  if (args.length === 3) {
    const name = nameOf(args[1]);
    if (!name || !['<', '<='].includes(op))
      return changes.note(at, 'only a variable between two values is read; it was left out');
    if (op === '<=') return compare(name, 'between', [args[0], args[2]], place);
    return join('all', [compare(name, 'gt', args[0], place), compare(name, 'lt', args[2], place)]);
  }
  const left = nameOf(args[0]);
  const right = nameOf(args[1]);
  const name = left ?? right;
  if (!name || (left && right))
    return changes.note(at, 'one side must be a variable, the other a value; it was left out');
  const ours = operators[left ? op : (mirrored[op] ?? op)];
  if (op === '==' || op === '!=')
    changes.note(at, 'values of different types were made alike there; here they never are');
  if (['<', '<=', '!=', '!=='].includes(op)) changes.note(at, missingNote);
  return ours ? compare(name, ours, left ? args[1] : args[0], place) : null;
}
