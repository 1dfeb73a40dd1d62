import * as z from 'zod/mini';
import { schedule } from '../campaign.ts';
import { label } from './label.ts';
import { limit } from './limit.ts';
import { reward } from './reward.ts';

const prize = z.strictObject({
  label,
  weight: z.int().check(z.gte(1)),
  /** Units left at the start; none: unlimited. */
  stock: z.optional(z.int().check(z.gte(0))),
  /** What one costs the shop, minor units; counts against the pool's `maxCost`. */
  cost: z.optional(z.int().check(z.gte(0))),
  reward,
});

export const pool = z.strictObject({
  /** Version of the odds; rises when weights change. */
  version: z.int().check(z.gte(1)),
  rulesUrl: z.string(),
  /** When it may be played, besides the campaign's own schedule. */
  schedule: z.optional(schedule),
  /** `order`: only whoever has a paid order, as the shop's server told it, may play; none: everybody may. */
  needs: z.optional(z.literal('order')),
  /** Page on which anybody may enter without an order; staff records such an entry. */
  freeEntry: z.optional(z.strictObject({ url: z.string() })),
  perPerson: z.optional(limit),
  /** Plays of all people together on one day of the programme's zone. */
  perDay: z.optional(z.int().check(z.gte(1))),
  /** ISO 3166 codes of the countries from which it may be played. */
  regions: z.optional(z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.minLength(1))),
  /** Who may play by age; `declared`: the visitor says so · `shop`: the shop's customer token says so. */
  age: z.optional(
    z.strictObject({ min: z.int().check(z.gte(1), z.lte(99)), proof: z.enum(['declared', 'shop']) }),
  ),
  /** What all prizes of a version may cost together, minor units; then the fallback pays. */
  maxCost: z.optional(z.int().check(z.gte(0))),
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(100)),
  /** Index of the prize that pays when the drawn one is out of stock or too dear. */
  fallback: z.int().check(z.gte(0)),
});

export type Pool = z.output<typeof pool>;
