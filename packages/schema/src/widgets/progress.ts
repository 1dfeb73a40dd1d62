import * as z from 'zod/mini';

export const progressWidget = z.strictObject({
  type: z.literal('progress'),
  props: z.strictObject({
    /** Which threshold of the shop (default: all of them). */
    goal: z.optional(z.enum(['free-shipping', 'gift'])),
  }),
});

export type ProgressWidget = z.output<typeof progressWidget>;
