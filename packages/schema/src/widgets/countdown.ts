import * as z from 'zod/mini';

export const countdownWidget = z.strictObject({
  type: z.literal('countdown'),
  props: z.strictObject({}),
});

export type CountdownWidget = z.output<typeof countdownWidget>;
