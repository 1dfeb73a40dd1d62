import type { EventName } from '../event.ts';

/**
 * How another vocabulary says our events, both ways, as data.
 *
 * Fields are pairs `ours>theirs`, parted by spaces; both sides are paths with dots, a number is a place in an array, nothing
 * after `>` is the object itself. `~` in place of `>` goes out only. `=2>step` is a fixed number: written on the way
 * out, asked for on the way in. `product` and `products` are told by the map's own pairs; `products>lines:line` by its `line`.
 */
export interface VocabularyMap {
  /** `[our name, their name, fields]`. For a name that stands twice the first row that fits is taken. */
  readonly events: readonly (readonly [EventName, string, string])[];
  /** Fields of a product. */
  readonly product: string;
  /** Fields of a product as a line of an order. */
  readonly line?: string | undefined;
  /** Where the currency of an amount stands: once for the event, beside each amount, or with it in an object. */
  readonly money: 'root' | 'sibling' | 'object';
}

/** Anything of their words. */
export type Bag = Record<string, unknown>;

/** Pairs of a text of fields: ours, theirs, and whether they are read back. */
export function pairsOf(
  fields: string,
): readonly (readonly [ours: string, theirs: string, inward: boolean])[] {
  return fields
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [ours = '', theirs = ''] = pair.split(/[>~]/);
      return [ours, theirs, !pair.includes('~')] as const;
    });
}

/** Reads a path; `undefined` where it leads nowhere. Never throws. */
export function readPath(from: unknown, path: string): unknown {
  return path === '' ? from : path.split('.').reduce<unknown>((at, key) => (Object(at) as Bag)[key], from);
}

/** Decimals of a currency, ISO 4217; 2 for a code that nobody knows. */
export function exponentOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
