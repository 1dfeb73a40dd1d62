import type { CarouselWidget, Product, ProductMatch } from '@regulars/schema';
import type { RankInput, Weight } from './rank-rule.ts';

/** What the rules of a list say to the ranker. */
export type Merchandise = Pick<
  RankInput,
  'passes' | 'weigh' | 'pins' | 'excluded' | 'diversity' | 'perBrand' | 'chain' | 'items' | 'consumable'
>;

/**
 * Turns the shop's rules of a list into what the ranker asks. Everything given must match; all lifts and lowerings
 * that match multiply, and the card names the strongest. Order in conflict: left out, then lifted and lowered, then
 * spread, then pinned.
 * @param product what is known of a product now; `undefined`: nothing yet, so that no filter can judge it.
 */
export function merchandise(
  props: CarouselWidget['props'],
  product: (id: string) => Product | undefined,
): Merchandise {
  const {
    only,
    without,
    boost = [],
    bury = [],
    buyAgain,
    pin,
    exclude,
    diversity,
    perBrand,
    fallback,
  } = props;
  const rules = [
    ...boost.map(({ match, by }) => ({ match, by, rule: 'boost' as const })),
    ...bury.map(({ match, by }) => ({ match, by: 1 / by, rule: 'bury' as const })),
  ];
  return {
    ...{ diversity, perBrand, chain: fallback, items: props.items, excluded: new Set(exclude) },
    passes(id) {
      const known = product(id);
      if (!known) return true;
      return (!only || matches(known, only)) && !(without && matches(known, without));
    },
    weigh: rules.length === 0 ? undefined : (id) => weightOf(product(id) ?? { id }, rules),
    pins: pin?.map(({ product: id, at }) => ({ id, at: at - 1 })),
    consumable(id) {
      const known = product(id);
      return buyAgain === true || !known || known.flags?.includes('consumable') === true;
    },
  };
}

function weightOf(
  product: Product,
  rules: readonly { readonly match: ProductMatch; readonly by: number; readonly rule: 'boost' | 'bury' }[],
): Weight | undefined {
  const found = rules.filter(({ match }) => matches(product, match));
  if (found.length === 0) return undefined;
  const by = found.reduce((factor, one) => factor * one.by, 1);
  return { by, rule: by === 1 ? undefined : by > 1 ? 'boost' : 'bury' };
}

/** Whether a product has everything that is asked; what is not known does not match. */
export function matches(product: Product, match: ProductMatch): boolean {
  const { products, categories, brands, flags, minPrice, maxPrice } = match;
  const price = product.price?.value;
  const has = (all: readonly string[] | undefined, one: string | undefined): boolean =>
    all === undefined || (one !== undefined && all.includes(one));
  return (
    has(products, product.id) &&
    has(categories, product.category) &&
    has(brands, product.brand) &&
    (flags === undefined || flags.some((flag) => product.flags?.includes(flag))) &&
    (minPrice === undefined || (price !== undefined && price >= minPrice)) &&
    (maxPrice === undefined || (price !== undefined && price <= maxPrice))
  );
}
