import type { CatalogProduct } from '../catalog/catalog-product.ts';
import { memberPrice } from './members.ts';

/** Orders from here on travel free, EUR minor units. */
export const freeDeliveryFrom = 6000;
/** Delivery below that, EUR minor units. */
export const deliveryFee = 490;

/** What a coupon template takes off; names are used by the programme's prizes. */
export const couponTemplates: Readonly<
  Record<string, { readonly kind: 'percent' | 'amount'; readonly value: number }>
> = {
  'percent-5': { kind: 'percent', value: 5 },
  'percent-10': { kind: 'percent', value: 10 },
  'percent-20': { kind: 'percent', value: 20 },
  'amount-500': { kind: 'amount', value: 500 },
};

/** Price of a product in a variant, EUR minor units. */
export function priceOf(product: CatalogProduct, variant: string): number {
  return product.price + (product.variants.find((each) => each.id === variant)?.extra ?? 0);
}

/** Sums of a cart, EUR minor units. */
export interface Totals {
  readonly subtotal: number;
  /** Taken off because of the tier. */
  readonly member: number;
  readonly discount: number;
  readonly delivery: number;
  /** Paid with points. */
  readonly points: number;
  readonly total: number;
}

/** What is taken off a cart. */
export interface Reductions {
  /** Template of the coupon. */
  readonly template?: string | undefined;
  /** Percent off because of the tier. */
  readonly percent?: number | undefined;
  /** Paid with points, EUR minor units. */
  readonly points?: number | undefined;
}

/**
 * Adds up lines and takes off the tier's share, then the coupon, then points. The free-delivery threshold looks at the
 * subtotal before all of them.
 */
export function addUp(
  lines: readonly { readonly price: number; readonly quantity: number }[],
  { template, percent = 0, points = 0 }: Reductions = {},
): Totals {
  const sum = (price: (one: number) => number): number =>
    lines.reduce((all, line) => all + price(line.price) * line.quantity, 0);
  const subtotal = sum((price) => price);
  const reduced = sum((price) => memberPrice(price, percent));
  const rule = template === undefined ? undefined : couponTemplates[template];
  const off = rule?.kind === 'percent' ? Math.round((reduced * rule.value) / 100) : (rule?.value ?? 0);
  const discount = Math.min(off, reduced);
  const delivery = subtotal === 0 || subtotal >= freeDeliveryFrom ? 0 : deliveryFee;
  const total = reduced - discount + delivery - points;
  return { subtotal, member: subtotal - reduced, discount, delivery, points, total };
}
