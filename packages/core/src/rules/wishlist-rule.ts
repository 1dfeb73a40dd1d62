import type { Product } from '@regulars/schema';

/** A device's list and the ids on which it and the shop last agreed. */
export interface KeptWishlist {
  readonly products: readonly Product[];
  readonly base?: readonly string[] | undefined;
}

/**
 * Merges the device's list with the shop's. What the device saved since they last agreed stands in front, what it took
 * off since is off, and for everything else the shop's word stands: what another device took off is off here too. Where
 * they never agreed (the first sign-in here) nothing was taken off: both are kept.
 * @param shop ids, newest first. @param most products at most; the oldest go.
 */
export function mergeWishlists(
  kept: KeptWishlist | undefined,
  shop: readonly string[],
  most: number,
): KeptWishlist {
  const products = kept?.products ?? [];
  const base = new Set(kept?.base);
  const own = new Map(products.map((product) => [product.id, product]));
  const held = new Set(shop);
  const added = products.filter(({ id }) => !base.has(id) && !held.has(id));
  const stays = [...held].filter((id) => own.has(id) || !base.has(id)).map((id) => own.get(id) ?? { id });
  const merged = [...added, ...stays].slice(0, most);
  return { products: merged, base: [...held] };
}
