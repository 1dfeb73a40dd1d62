import type { Strategy } from '@regulars/schema';
import type { RankInput } from '../../rules/rank-rule.ts';
import type { Traced } from './index-files.ts';
import type { ListProfile } from './list-request.ts';

/** What the journey says to a list. */
export type JourneyInput = Pick<RankInput, 'seen' | 'visited' | 'inCart' | 'bought'> & {
  /** Products that may vote, newest first, with their categories. */
  readonly voters: readonly Traced[];
  /** Where the strategy votes in another way than the index says. */
  readonly parameters: Partial<RankInput['parameters']>;
};

/** Journey of a visitor of whom nothing is known. */
export const emptyProfile: ListProfile = { recent: [], cart: {}, products: {} };

/**
 * Reads the votes of a strategy out of the profile: the product of the page alone (`similar`), the whole cart
 * (`bought-together`), nobody (`popular`), else the most recent products.
 */
export function listJourney(
  { recent, cart, products }: ListProfile,
  strategy: Strategy,
  { session, current }: { readonly session: string | undefined; readonly current: string | undefined },
): JourneyInput {
  const inCart = Object.keys(cart);
  const newest = [...(current ? [current] : []), ...recent.map(({ id }) => id)];
  const basket = strategy === 'bought-together' && inCart.length > 0;
  const seen = strategy === 'popular' ? [] : [...new Set(basket ? [...inCart, ...newest] : newest)];
  return {
    seen,
    voters: seen.map((id) => ({ id, category: products[id]?.category })),
    parameters: basket ? { recent: inCart.length, decay: 1 } : votersOf(strategy),
    visited: new Set(recent.filter(({ sid }) => sid === session).map(({ id }) => id)),
    inCart: new Set(inCart),
    bought: new Set(Object.keys(products).filter((id) => products[id]?.boughtMs !== undefined)),
  };
}

/** `recently-viewed` asks for rows only because they know where the cards are. */
function votersOf(strategy: Strategy): Partial<RankInput['parameters']> {
  return strategy === 'similar' ? { recent: 1 } : strategy === 'recently-viewed' ? { recent: 20 } : {};
}
