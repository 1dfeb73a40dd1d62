import type { Product } from '../lib/types.ts';

type Variant = NonNullable<Product['variants']>[number];

/** What the card's template needs. */
export interface ProductCardShow {
  readonly title: string;
  readonly soldOut: boolean;
  /** The price went down: both are shown. */
  readonly reduced: boolean;
  /** Reduction in whole percent, when it is worth saying (at least 5). */
  readonly percent: number | undefined;
}

/** The variant that the visitor wants; else the first that can be had; without variants none. */
export function chosenVariant({ variants = [] }: Product, wanted?: string): Variant | undefined {
  const inStock = variants.filter((one) => one.inStock !== false);
  return inStock.find(({ id }) => id === wanted) ?? inStock[0];
}

/** The product at the price of a variant, which stands for the old price as well. */
export const atVariant = (product: Product, { price, oldPrice }: Partial<Variant> = {}): Product =>
  price ? { ...product, price, oldPrice } : product;

/** What a card shows of a product; only `id` is certain. */
export function productCardShow(product: Product): ProductCardShow {
  const { price, oldPrice, variants } = product;
  const reduced =
    !!price && !!oldPrice && price.currency === oldPrice.currency && price.value < oldPrice.value;
  const percent = reduced ? Math.floor((1 - price.value / oldPrice.value) * 100) : 0;
  return {
    title: product.title ?? product.id,
    soldOut: product.inStock === false || (!!variants?.length && !chosenVariant(product)),
    reduced,
    percent: percent >= 5 ? percent : undefined,
  };
}

/** Whether a product has what only some cards show. */
export const needsMore = ({ rating, variants, image }: Product): boolean =>
  !!(rating?.count || variants?.length || !image);
