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
 * What is bought together: the cart, or, until something is looked at again, what was ordered last. Empty: neither.
 */
export function basketOf({ recent, cart, products }: ListProfile): readonly string[] {
  const inCart = Object.keys(cart);
  if (inCart.length > 0) return inCart;
  const orderedMs = Math.max(...Object.values(products).map(({ boughtMs }) => boughtMs ?? 0));
  // What the page itself shows after its order is the order.
  if (!(orderedMs > 0) || recent.some(({ t }) => t > orderedMs)) return [];
  return Object.keys(products).filter((id) => products[id]?.boughtMs === orderedMs);
}

/** Products of the journey, newest act first: what was looked at, what lies in the cart, what was bought. */
function newestOf({ recent, cart, products }: ListProfile): string[] {
  const acts = [
    ...recent.map(({ id, t }) => ({ id, t })),
    ...Object.keys(cart).map((id) => ({ id, t: products[id]?.cartMs ?? products[id]?.lastMs ?? 0 })),
    ...Object.entries(products).flatMap(([id, { boughtMs }]) => (boughtMs ? [{ id, t: boughtMs }] : [])),
  ];
  return acts.sort((a, b) => b.t - a.t).map(({ id }) => id);
}

/**
 * Reads the votes of a strategy out of the profile: the product of the page alone (`similar`), the whole cart or the order
 * just placed (`bought-together`), nobody (`popular`), else the products that the visitor last looked at, put into the cart
 * or bought, of older sessions too: place by place each counts for less. `recently-viewed` is what was looked at.
 */
export function planList(profile: ListProfile, strategy: Strategy, { session, current }: PlanPage): ListPlan {
  const { recent, cart, products } = profile;
  const here = current ? [current] : [];
  const newest = [...here, ...newestOf(profile)];
  const basket = strategy === 'bought-together' ? basketOf(profile) : [];
  const seen = strategy === 'popular' ? [] : [...new Set([...basket, ...newest])];
  const plan: ListPlan = {
    seen,
    voters: seen.map((id) => ({ id, category: products[id]?.category })),
    parameters:
      basket.length > 0 ? { recent: basket.length, decay: 1 } : strategy === 'similar' ? { recent: 1 } : {},
    visited: new Set(recent.filter(({ sid }) => sid === session).map(({ id }) => id)),
    inCart: new Set(Object.keys(cart)),
    bought: new Set(Object.keys(products).filter((id) => products[id]?.boughtMs !== undefined)),
  };
  if (strategy !== 'recently-viewed') return plan;
  return ownList(plan, [...new Set([...here, ...recent.map(({ id }) => id)])]);
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
