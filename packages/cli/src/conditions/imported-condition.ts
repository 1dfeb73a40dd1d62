import type { Condition, Operator, Scalar } from '@regulars/schema';

/** A condition of another tool in our words, and every place where it does not mean what it meant there. */
export interface ImportedCondition {
  /** `null`: nothing of it could be kept. */
  readonly condition: Condition | null;
  /** One line each, with the place in the source. */
  readonly changes: readonly string[];
}

/** Collects what changed while a condition is read. */
export interface Changes {
  readonly list: string[];
  /** Notes a change at a place; answers `null`, which leaves the part out. */
  note(at: string, what: string): null;
}

/** Begins an empty list. */
export function createChanges(): Changes {
  const list: string[] = [];
  return {
    list,
    note(at, what) {
      list.push(`${at || 'the top'}: ${what}`);
      return null;
    },
  };
}

/** What every tool that compares a missing attribute as nothing or zero meant otherwise. */
export const missingNote =
  'a missing attribute was compared as nothing there; here it is unknown, and nobody unknown matches';

/** Joins parts; one alone stands alone, none is `null`. */
export function join(kind: 'all' | 'any', parts: readonly (Condition | null)[]): Condition | null {
  const kept = parts.filter((one) => one !== null);
  const [first, ...rest] = kept;
  if (!first) return null;
  if (!rest.length) return first;
  return kind === 'all' ? { all: kept } : { any: kept };
}

/** A comparison; a value that is none of ours is left out with a note. */
export function compare(
  attr: string,
  op: Operator,
  value: unknown,
  { at, changes }: { readonly at: string; readonly changes: Changes },
): Condition | null {
  const isScalar = (one: unknown): one is Scalar => ['string', 'number', 'boolean'].includes(typeof one);
  if (isScalar(value)) return { attr, op, value };
  if (Array.isArray(value) && value.every(isScalar)) return { attr, op, value };
  return changes.note(at, `${JSON.stringify(value)} cannot be compared with and was left out`);
}

/** A plain object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
