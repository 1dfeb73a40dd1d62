import * as z from 'zod/mini';

export const tierWidget = z.strictObject({
  type: z.literal('tier'),
  props: z.strictObject({}),
});

export type TierWidget = z.output<typeof tierWidget>;
