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
  /** Mean of the reviews, 0 to 5, and their number. */
  readonly rating?: { readonly value: number; readonly count: number } | undefined;
  /** Words of the shop that rules and badges know, such as `new`, `consumable`, `vegan`. */
  readonly flags?: readonly string[] | undefined;
  /** Sizes, colours: what can be chosen on the card. */
  readonly variants?: readonly ProductVariant[] | undefined;
}

/** One size or colour of a product; what it does not say is as the product says it. */
export interface ProductVariant {
  /** What goes into the cart. */
  readonly id: string;
  readonly label: string;
  readonly inStock?: boolean | undefined;
  readonly price?: Money | undefined;
  /** Counts with a price of its own alone. */
  readonly oldPrice?: Money | undefined;
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
  rating: z.optional(
    z.object({ value: z.number().check(z.gte(0), z.lte(5)), count: z.int().check(z.gte(0)) }),
  ),
  flags: z.optional(z.array(short).check(z.maxLength(30))),
  variants: z.optional(
    z
      .array(
        z.object({
          ...{ id: short, label: short, inStock: z.optional(z.boolean()) },
          ...{ price: z.optional(money), oldPrice: z.optional(money) },
        }),
      )
      .check(z.maxLength(100)),
  ),
});
