import type { Chance } from './create-chance.ts';

/** What shoppers see of a product. */
export interface ShopProduct {
  readonly id: string;
  readonly category: string;
  readonly brand: string;
  /** Minor units. */
  readonly price: number;
  readonly tags: readonly string[];
}

/** What one shopper likes. */
export interface Taste {
  readonly category: string;
  readonly tag: string;
  readonly brand: string;
  /** Minor units; dearer products tempt less. */
  readonly budget: number;
}

/** Draws a taste: a department, a tag and a brand of products that exist, a budget around their prices. */
export function drawTaste(products: readonly ShopProduct[], chance: Chance): Taste {
  const model = chance.pick(products, () => 1);
  const other = chance.pick(products, () => 1);
  return {
    category: model.category,
    tag: model.tags[0] ?? '',
    brand: other.brand,
    budget: model.price * (0.8 + chance.next()),
  };
}

/** How much a product tempts a shopper, before anything is seen. */
export function appeal(product: ShopProduct, taste: Taste): number {
  const liked =
    (product.category === taste.category ? 6 : 0.6) +
    (product.tags.includes(taste.tag) ? 2 : 0) +
    (product.brand === taste.brand ? 1.5 : 0);
  return product.price <= taste.budget ? liked : liked / 4;
}

/**
 * How much one product leads to another: the same department, shared tags, a price not far off, and the neighbour on
 * the shelf most of all, as products that stand together are looked at together.
 */
export function attraction(from: ShopProduct, to: ShopProduct, shelf: ReadonlyMap<string, number>): number {
  if (from.id === to.id) return 0;
  const shared = to.tags.filter((tag) => from.tags.includes(tag)).length;
  const near = Math.abs((shelf.get(from.id) ?? 0) - (shelf.get(to.id) ?? 0));
  const together = from.category === to.category ? 4 + (near <= 2 ? 6 / near : 0) : 0.15;
  const ratio = Math.min(from.price, to.price) / Math.max(from.price, to.price);
  return (together + shared * 0.8 + (from.brand === to.brand ? 1 : 0)) * (0.3 + ratio);
}
