import type { Money, Product } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';

/** The cart as the shop's page knows it. */
export interface Cart {
  readonly items: readonly { readonly product: Product; readonly quantity: number }[];
  readonly total: Money;
  readonly coupon?: string | undefined;
}

/** Answer of a hook that changes something: done, or why not in the shop's own words. */
export type BridgeAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * The shop's browser hooks. Every member is optional: what is missing is not offered to the visitor.
 * A hook may reject; the SDK reports it and goes on.
 */
export interface ShopBridge {
  /** Reads the cart. Runs at start and after each cart event. */
  readonly cart?: () => Promise<Cart | null>;
  /** Puts one product into the cart, as the shop's own button does. */
  readonly addToCart?: (productId: string, options: { readonly quantity: number }) => Promise<BridgeAnswer>;
  /** Stores the signed visitor reference with the cart (cart attribute, order meta, hidden field). With consent only. */
  readonly setVisitorReference?: (reference: string) => Promise<void>;
  /** Price and stock at the moment of showing, by product id; unknown ids are left out. */
  readonly priceAndStock?: (
    productIds: readonly string[],
  ) => Promise<Readonly<Record<string, { readonly price?: Money; readonly inStock?: boolean }>>>;
  /** Cards of products in the page's language, by id; what it says wins over the card of the index. */
  readonly productData?: (productIds: readonly string[]) => Promise<readonly Product[]>;
  /**
   * Product ids that the shop's own wish list holds, newest first; `null`: nobody is signed in, so there is none. What the
   * device saved or took off since they last agreed is put over it.
   */
  readonly wishlist?: () => Promise<readonly string[] | null>;
  /** Stores the whole list with the shop, after each heart and after a merge that changed it. */
  readonly saveWishlist?: (productIds: readonly string[]) => Promise<BridgeAnswer>;
  /** Free-shipping and gift thresholds in the cart's currency. */
  readonly thresholds?: () => Promise<
    readonly { readonly kind: 'free-shipping' | 'gift'; readonly at: Money }[]
  >;
  /** Applies a coupon code to the cart. */
  readonly applyCoupon?: (code: string) => Promise<BridgeAnswer>;
  /** Token that proves the signed-in customer, signed by the shop's server; `null` when nobody is. */
  readonly customerToken?: () => Promise<string | null>;
}

export const shopBridgePort: PortKey<ShopBridge> = 'shop-bridge';
