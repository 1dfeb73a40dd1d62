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
 * below it (`health`, `health/diets`). A product whose event names no category is judged by what this page told of it
 * before, then by `categoryOf`, the shop's own look-up by product id; one of unknown category is kept out as well.
 */
export function sensitive(
  categories: readonly string[],
  categoryOf: (id: string) => string | undefined = () => undefined,
): Middleware {
  const told = new Map<string, string>();
  const isMeant = ({ id, category = told.get(id) ?? categoryOf(id) }: Product): boolean => {
    if (category === undefined) return true;
    told.set(id, category);
    return categories.some((one) => category === one || category.startsWith(`${one}/`));
  };
  const mark = (product: Product): Product =>
    isMeant(product) ? { ...product, flags: [...(product.flags ?? []), FLAG] } : product;
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
