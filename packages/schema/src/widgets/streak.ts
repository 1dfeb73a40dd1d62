import * as z from 'zod/mini';

export const streakWidget = z.strictObject({
  type: z.literal('streak'),
  props: z.strictObject({
    /** Which streak of the programme (default: the first). */
    id: z.optional(z.string().check(z.minLength(1))),
  }),
});

export type StreakWidget = z.output<typeof streakWidget>;
