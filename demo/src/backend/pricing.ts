import type { CatalogProduct } from '../catalog/catalog-product.ts';

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
  readonly discount: number;
  readonly delivery: number;
  readonly total: number;
}

/** Adds up lines and takes the coupon off. The free-delivery threshold looks at the subtotal before the coupon. */
export function addUp(
  lines: readonly { readonly price: number; readonly quantity: number }[],
  template: string | undefined,
): Totals {
  const subtotal = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const rule = template === undefined ? undefined : couponTemplates[template];
  const off = rule?.kind === 'percent' ? Math.round((subtotal * rule.value) / 100) : (rule?.value ?? 0);
  const discount = Math.min(off, subtotal);
  const delivery = subtotal === 0 || subtotal >= freeDeliveryFrom ? 0 : deliveryFee;
  return { subtotal, discount, delivery, total: subtotal - discount + delivery };
}
