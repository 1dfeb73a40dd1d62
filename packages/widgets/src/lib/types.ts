import type { RankedCard, TourView } from '@regulars/core';

/** A product as a card shows it. */
export type Product = RankedCard['product'];
/** An amount in minor units. */
export type Money = NonNullable<Product['price']>;
/** One step of a tour. */
export type TourStep = TourView['step'];
/** A built-in text by key, as `SafeHost.text`. */
export type Text = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
  otherwise?: string,
) => string;
