import * as z from 'zod/mini';
import { id, label } from './label.ts';
import { days } from './limit.ts';
import { reward } from './reward.ts';

export const tier = z.strictObject({
  id,
  label,
  /** Points earned within the window that lead here; the first tier may begin at 0. */
  from: z.int().check(z.gte(0)),
  /** Multiplies what orders earn while a person is here. */
  times: z.optional(z.number().check(z.gte(1), z.lte(100))),
  /** Paid once in a lifetime, on rising to this tier. */
  entry: z.optional(z.array(z.strictObject({ id, label, reward })).check(z.minLength(1))),
  /** What else comes with it; the shop does it, we show it. */
  perks: z.optional(z.array(label)),
});

/** Tiers by points earned, never by the balance: spending does not demote. */
export const tiers = z.strictObject({
  /** Window in which earned points count (default 365). */
  windowDays: z.optional(days),
  /** Days that a person keeps a tier whose points ran out (default 30). */
  graceDays: z.optional(z.number().check(z.gte(0), z.lte(3650))),
  /** Entry rewards of tiers that one step jumped over (default `grant`). */
  skipped: z.optional(z.enum(['grant', 'highestOnly'])),
  levels: z.array(tier).check(z.minLength(1), z.maxLength(20)),
});

export type Tier = z.output<typeof tier>;
export type Tiers = z.output<typeof tiers>;
