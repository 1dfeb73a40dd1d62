import * as z from 'zod/mini';
import { coupon } from './program/coupon.ts';
import { cashback, earning, multiplier } from './program/earning.ts';
import { expiry, pending } from './program/expiry.ts';
import { spending } from './program/offer.ts';
import { pool } from './program/pool.ts';
import { tiers } from './program/tier.ts';
import { engagementFields } from './program-engagement.ts';

/**
 * The marketer's second document (`program.json`): how points are earned and spent, tiers, prize pools,
 * quests and whatever else rewards people. Only labels and odds of pools are published.
 */
export const programDocument = z.strictObject({
  $schema: z.optional(z.string()),
  formatVersion: z.literal(1),
  revision: z.int().check(z.gte(0)),
  /** IANA zone of the programme's days. */
  zone: z.string(),
  /** ISO 4217; orders in another currency earn nothing. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  earn: z.array(earning),
  multipliers: z.optional(z.array(multiplier)),
  cashback: z.optional(z.array(cashback)),
  pending: z.optional(pending),
  /** None: points never end. */
  expiry: z.optional(expiry),
  tiers: z.optional(tiers),
  spend: z.optional(spending),
  /** Sources of coupon codes by template; templates that are not listed are minted by the shop. */
  coupons: z.optional(z.record(z.string(), coupon)),
  pools: z.record(z.string(), pool),
  ...engagementFields,
});

export type ProgramDocument = z.output<typeof programDocument>;
