import * as z from 'zod/mini';

export const questWidget = z.strictObject({
  type: z.literal('quest'),
  props: z.strictObject({
    /** Which quest of the programme (default: the first). */
    id: z.optional(z.string().check(z.minLength(1))),
  }),
});

export type QuestWidget = z.output<typeof questWidget>;
