import * as z from 'zod/mini';
import { type Money, money } from './money.ts';

/** A product as an event or a card knows it. Only `id` is certain. */
export interface Product {
  readonly id: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** Picture with its box in CSS pixels, so that a card reserves the room. */
  readonly image?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  readonly price?: Money | undefined;
  readonly oldPrice?: Money | undefined;
  /** Category id of the shop. */
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly variant?: string | undefined;
  readonly quantity?: number | undefined;
  /** `false` when the shop says it is sold out. */
  readonly inStock?: boolean | undefined;
}

const short = z.string().check(z.maxLength(500));

export const product: z.ZodMiniType<Product> = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  title: z.optional(short),
  url: z.optional(z.string().check(z.maxLength(2000))),
  image: z.optional(
    z.object({ src: z.string().check(z.maxLength(2000)), width: z.number(), height: z.number() }),
  ),
  price: z.optional(money),
  oldPrice: z.optional(money),
  category: z.optional(short),
  brand: z.optional(short),
  variant: z.optional(short),
  quantity: z.optional(z.number()),
  inStock: z.optional(z.boolean()),
});
