/** Why a product is not listed. */
export type RemovalReason =
  | 'current'
  | 'seen'
  | 'in-cart'
  | 'bought'
  | 'excluded'
  | 'filtered'
  | 'shown-elsewhere'
  | 'sold-out';

/** What keeps products out of a list. */
export interface Removable {
  /** Products seen may come back, except the current one, and gain the revisit weight. */
  readonly revisits: boolean;
  /** Products seen in this session: not listed again without `revisits`. */
  readonly visited: ReadonlySet<string>;
  /** Product of the page. */
  readonly current?: string | undefined;
  readonly inCart: ReadonlySet<string>;
  readonly bought: ReadonlySet<string>;
  /** Bought and bought again: stays although it was bought; default: nothing is. */
  readonly consumable?: ((id: string) => boolean) | undefined;
  readonly excluded: ReadonlySet<string>;
  /** A filter of the shop; default: everything passes. */
  readonly passes?: ((id: string) => boolean) | undefined;
  /** Shown by a widget that opened earlier. */
  readonly shownElsewhere: ReadonlySet<string>;
  readonly soldOut: ReadonlySet<string>;
}

/** First reason to leave a product out; `null`: it may be listed. */
export function removalOf(id: string, input: Removable): RemovalReason | null {
  if (id === input.current) return 'current';
  if (!input.revisits && input.visited.has(id)) return 'seen';
  if (input.inCart.has(id)) return 'in-cart';
  if (input.bought.has(id) && !input.consumable?.(id)) return 'bought';
  if (input.excluded.has(id)) return 'excluded';
  if (input.passes?.(id) === false) return 'filtered';
  if (input.shownElsewhere.has(id)) return 'shown-elsewhere';
  return input.soldOut.has(id) ? 'sold-out' : null;
}
