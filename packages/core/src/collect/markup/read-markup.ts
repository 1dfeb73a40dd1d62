import type { EventProps, Product } from '@regulars/schema';
import { readMoney } from '../read-money.ts';

/** An element with its `data-*` words. */
export type Marked = Element & { readonly dataset: DOMStringMap };

const wordsOf = (element: Element): DOMStringMap => (element as Marked).dataset ?? {};

/** The product that an element, or the nearest one around it, is marked with; `null`: none. */
export function productOf(element: Element): Product | null {
  const place = element.closest('[data-regulars-product]');
  const words = place ? wordsOf(place) : {};
  const {
    regularsProduct: id,
    regularsTitle: title,
    regularsCategory: category,
    regularsBrand: brand,
  } = words;
  const { regularsVariant: variant, regularsPrice: amount, regularsCurrency: currency } = words;
  if (!id) return null;
  const price = readMoney(amount, currency);
  const quantity = Number(wordsOf(element).regularsQuantity ?? words.regularsQuantity);
  return {
    id: id.slice(0, 200),
    ...(title && { title }),
    ...(category && { category }),
    ...(brand && { brand }),
    ...(variant && { variant }),
    ...(price && { price }),
    ...(quantity > 0 && { quantity }),
  };
}

/** The promotion an element is marked with; `null`: none. */
export function promotionOf(element: Element): EventProps['promotion_viewed'] | null {
  const place = element.closest('[data-regulars-promotion]');
  const {
    regularsPromotion: promotionId,
    regularsTitle: name,
    regularsSlot: slot,
  } = place ? wordsOf(place) : {};
  return promotionId ? { promotionId, ...(name && { name }), ...(slot && { slot }) } : null;
}
