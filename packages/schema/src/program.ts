import * as z from 'zod/mini';

const label = z.record(z.string(), z.string());
const days = z.number().check(z.gt(0));

/** What a prize pays when it is claimed. */
export const reward = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('coupon'), template: z.string(), validDays: z.optional(days) }),
  z.strictObject({ type: z.literal('points'), points: z.int().check(z.gte(1)) }),
  z.strictObject({ type: z.literal('none') }),
]);

export const pool = z.strictObject({
  /** Version of the odds; rises when weights change. */
  version: z.int().check(z.gte(1)),
  rulesUrl: z.string(),
  /** `order`: only whoever has a paid order, as the shop's server told it, may play; none: everybody may. */
  needs: z.optional(z.literal('order')),
  perPerson: z.optional(z.strictObject({ max: z.int().check(z.gte(1)), days })),
  prizes: z
    .array(
      z.strictObject({
        label,
        weight: z.int().check(z.gte(1)),
        /** Units left at the start; none: unlimited. */
        stock: z.optional(z.int().check(z.gte(0))),
        reward,
      }),
    )
    .check(z.minLength(2)),
  /** Index of the prize that pays when the drawn one is out of stock. */
  fallback: z.int().check(z.gte(0)),
});

/** The marketer's second document (`program.json`): earning rules and pools. Its server part never reaches a browser. */
export const programDocument = z.strictObject({
  $schema: z.optional(z.string()),
  formatVersion: z.literal(1),
  revision: z.int().check(z.gte(0)),
  zone: z.string(),
  currency: z.string(),
  earn: z.array(
    z.strictObject({
      id: z.string(),
      on: z.literal('order_placed'),
      /** Points for each full unit of `per`. */
      points: z.int().check(z.gte(1)),
      /** Minor units of the currency that earn `points` once. */
      per: z.int().check(z.gte(1)),
    }),
  ),
  /** Days until points expire; none: never. */
  expiryDays: z.optional(days),
  pools: z.record(z.string(), pool),
});

export type ProgramDocument = z.output<typeof programDocument>;
export type Pool = z.output<typeof pool>;
export type Reward = z.output<typeof reward>;
