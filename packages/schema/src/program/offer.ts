import * as z from 'zod/mini';
import { schedule } from '../campaign.ts';
import { id, label } from './label.ts';
import { limit, minorUnits, points } from './limit.ts';
import { reward } from './reward.ts';

/** Something that points buy. */
export const offer = z.strictObject({
  id,
  label,
  points,
  reward,
  stock: z.optional(z.int().check(z.gte(0))),
  perPerson: z.optional(limit),
  /** Tiers that may have it; none named: everybody. */
  tiers: z.optional(z.array(z.string()).check(z.minLength(1))),
  schedule: z.optional(schedule),
});

/** How points are spent. */
export const spending = z.strictObject({
  offers: z.optional(z.array(offer).check(z.maxLength(100))),
  /** Points as money at the shop's checkout: so many points are worth so many minor units. */
  checkout: z.optional(
    z.strictObject({
      points,
      value: minorUnits,
      /** Fewest points of one payment. */
      minPoints: z.optional(points),
      /** Largest share of an order that points may pay (default 1). */
      maxShare: z.optional(z.number().check(z.gt(0), z.lte(1))),
    }),
  ),
  /**
   * When points of a returned order are spent already. `debt`: the balance stops at zero and the next points pay the
   * rest · `negative`: the balance goes below zero (default `debt`).
   */
  overspent: z.optional(z.enum(['debt', 'negative'])),
});

export type Offer = z.output<typeof offer>;
export type Spending = z.output<typeof spending>;
