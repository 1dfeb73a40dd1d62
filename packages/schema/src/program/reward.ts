import * as z from 'zod/mini';
import { label } from './label.ts';
import { days, points } from './limit.ts';

/** What is paid: by a prize when it is claimed, by everything else when it is reached. */
export const reward = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('coupon'),
    template: z.string(),
    validDays: z.optional(days),
    /** What the coupon asks (`from 30 euro`, `not on plants`), shown with it; the shop's checkout enforces it. */
    conditions: z.optional(label),
  }),
  z.strictObject({ type: z.literal('points'), points }),
  z.strictObject({ type: z.literal('none') }),
]);

export type Reward = z.output<typeof reward>;
