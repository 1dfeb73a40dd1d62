import * as z from 'zod/mini';
import { schedule } from '../campaign.ts';
import { id, label } from './label.ts';
import { limit, minorUnits, points } from './limit.ts';

const names = z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1));

/** Goods that a rule looks at: any of these products or categories, without the excluded ones; none named: all goods. */
export const goods = {
  products: z.optional(names),
  categories: z.optional(names),
  exclude: z.optional(z.strictObject({ products: z.optional(names), categories: z.optional(names) })),
};

const order = z.strictObject({
  id,
  on: z.literal('order_placed'),
  label: z.optional(label),
  points,
  /** Minor units that earn `points` once, or once per `unit` of the goods, or once per `order` that has any of them. */
  per: z.union([minorUnits, z.enum(['unit', 'order'])]),
  ...goods,
  /** Orders below this total earn nothing by this rule, minor units. */
  minTotal: z.optional(minorUnits),
  /** Most points that one order earns by this rule. */
  maxPoints: z.optional(points),
  schedule: z.optional(schedule),
});

/** Browser events can be invented: such a rule has an end for each person and for all people together. */
const event = z.strictObject({
  id,
  on: z.literal('event'),
  label: z.optional(label),
  event: z.string(),
  points,
  /** Payouts to all people together, and to one person within days. */
  budget: z.strictObject({ total: z.int().check(z.gte(1)), perPerson: limit }),
  ...goods,
  schedule: z.optional(schedule),
});

const signup = z.strictObject({ id, on: z.literal('signup'), label: z.optional(label), points });

/** What earns points. `order_placed` and `signup` are the shop's signed word; `event` is the browser's. */
export const earning = z.discriminatedUnion('on', [order, event, signup]);

/** Multiplies what orders earn by `rules` (none named: by all). Of several that hold, the highest counts. */
export const multiplier = z.strictObject({
  id,
  label: z.optional(label),
  times: z.number().check(z.gt(1), z.lte(100)),
  rules: z.optional(z.array(z.string()).check(z.minLength(1))),
  tiers: z.optional(z.array(z.string()).check(z.minLength(1))),
  firstOrder: z.optional(z.literal(true)),
  schedule: z.optional(schedule),
});

/** A share of the paid money that comes back as credit in the shop's currency. */
export const cashback = z.strictObject({
  id,
  label: z.optional(label),
  share: z.number().check(z.gt(0), z.lte(1)),
  ...goods,
  /** Most credit for one order, minor units. */
  maxValue: z.optional(minorUnits),
  minTotal: z.optional(minorUnits),
  schedule: z.optional(schedule),
});

export type Earning = z.output<typeof earning>;
export type OrderEarning = Extract<Earning, { on: 'order_placed' }>;
export type EventEarning = Extract<Earning, { on: 'event' }>;
export type Multiplier = z.output<typeof multiplier>;
export type Cashback = z.output<typeof cashback>;
/** The part of a rule that says which goods it looks at. */
export type Goods = Pick<OrderEarning, 'products' | 'categories' | 'exclude'>;
