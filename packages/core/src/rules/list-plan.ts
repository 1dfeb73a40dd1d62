import type { Strategy } from '@regulars/schema';
import type { Profile } from './profile.ts';
import type { RankInput } from './rank-rule.ts';

/** A product and, where its events said so, its category. */
export interface Traced {
  readonly id: string;
  readonly category?: string | undefined;
}

/** The part of a profile that lists read. */
export type ListProfile = Pick<Profile, 'recent' | 'cart' | 'products'>;

/** What a strategy makes of the journey. */
export type ListPlan = Pick<RankInput, 'seen' | 'visited' | 'inCart' | 'bought' | 'lead'> & {
  /** Products that may vote, newest first, with their categories. */
  readonly voters: readonly Traced[];
  /** Where the strategy votes in another way than the index says. */
  readonly parameters: Partial<RankInput['parameters']>;
  /** The strategy's own list is all there is: nothing fills it. */
  readonly alone?: boolean | undefined;
  /** Products of the voters' categories stay away. */
  readonly otherCategories?: boolean | undefined;
};

/** Journey of a visitor of whom nothing is known. */
export const emptyListProfile: ListProfile = { recent: [], cart: {}, products: {} };

/** What a plan is made for. */
export interface PlanPage {
  readonly session: string | undefined;
  /** Product of the page. */
  readonly current: string | undefined;
}

/**
 * Reads the votes of a strategy out of the profile: the product of the page alone (`similar`), the whole cart
 * (`bought-together`), nobody (`popular`), else the most recent products. `recently-viewed` is the journey itself.
 */
export function planList(profile: ListProfile, strategy: Strategy, { session, current }: PlanPage): ListPlan {
  const { recent, cart, products } = profile;
  const inCart = Object.keys(cart);
  const newest = [...(current ? [current] : []), ...recent.map(({ id }) => id)];
  const basket = strategy === 'bought-together' && inCart.length > 0;
  const seen = strategy === 'popular' ? [] : [...new Set(basket ? [...inCart, ...newest] : newest)];
  const plan: ListPlan = {
    seen,
    voters: seen.map((id) => ({ id, category: products[id]?.category })),
    parameters: basket ? { recent: inCart.length, decay: 1 } : strategy === 'similar' ? { recent: 1 } : {},
    visited: new Set(recent.filter(({ sid }) => sid === session).map(({ id }) => id)),
    inCart: new Set(inCart),
    bought: new Set(Object.keys(products).filter((id) => products[id]?.boughtMs !== undefined)),
  };
  return strategy === 'recently-viewed' ? ownList(plan, seen) : plan;
}

/** A list of products that the visitor knows: nothing else fills it, and nothing is left out for being known. */
export function ownList(plan: ListPlan, ids: readonly string[]): ListPlan {
  return {
    ...plan,
    ...{ lead: { ids, source: 'recent' }, seen: [], visited: new Set(), bought: new Set(), alone: true },
    // The rows are asked only because they know where the cards are.
    ...{
      voters: ids.map((id) => plan.voters.find((one) => one.id === id) ?? { id }),
      parameters: { recent: 20 },
    },
  };
}
