import type { Product } from '@regulars/schema';
import type { Middleware } from './middleware.ts';

/** Flag of a product that never enters profile and lists; a shop may also set it itself. */
const FLAG = 'sensitive';

interface Props {
  readonly product?: Product;
  readonly products?: readonly Product[];
}

/**
 * Marks products of the shop's sensitive categories (health, adult, a faith): their events are still measured where the
 * visitor allowed it, but never enter the profile, and so no interest, list or condition. A category counts with all
 * below it (`health`, `health/diets`). Within a page the product stays marked where a later event leaves its category out.
 */
export function sensitive(categories: readonly string[]): Middleware {
  const seen = new Set<string>();
  const isMeant = ({ id, category = '' }: Product): boolean =>
    seen.has(id) || categories.some((one) => category === one || category.startsWith(`${one}/`));
  const mark = (product: Product): Product => {
    if (!isMeant(product)) return product;
    seen.add(product.id);
    return { ...product, flags: [...(product.flags ?? []), FLAG] };
  };
  return ({ name, props }) => {
    const { product, products } = props as Props;
    return {
      name,
      props: {
        ...props,
        ...(product && { product: mark(product) }),
        ...(products && { products: products.map(mark) }),
      },
    };
  };
}
