import * as z from 'zod/mini';
import { days } from './limit.ts';

/**
 * When points end. `rolling`: each lot so many days after it became available · `calendar`: at the end of the month,
 * quarter or year, in the programme's zone, in which that many days have passed · `sliding`: so many days after the
 * person's last earning or spending.
 */
export const expiry = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('rolling'), days }),
  z.strictObject({
    model: z.literal('calendar'),
    endOf: z.enum(['month', 'quarter', 'year']),
    /** Days that pass first (default 0: the end of the period in which the points became available). */
    afterDays: z.optional(z.number().check(z.gte(0), z.lte(36_500))),
  }),
  z.strictObject({ model: z.literal('sliding'), days }),
]);

/** The return window: points of an order wait until so many days after the shop said that it got so far. */
export const pending = z.strictObject({
  after: z.enum(['paid', 'shipped', 'delivered']),
  days: z.number().check(z.gte(0), z.lte(365)),
});

export type Expiry = z.output<typeof expiry>;
export type Pending = z.output<typeof pending>;
