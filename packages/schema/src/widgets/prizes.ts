import * as z from 'zod/mini';

export const prizesWidget = z.strictObject({
  type: z.literal('prizes'),
  props: z.strictObject({}),
});

export type PrizesWidget = z.output<typeof prizesWidget>;
