import * as z from 'zod/mini';

export const badgesWidget = z.strictObject({
  type: z.literal('badges'),
  props: z.strictObject({
    /** Badges not earned yet are left out (default `false`: they stand there, dimmed). */
    earnedOnly: z.optional(z.boolean()),
  }),
});

export type BadgesWidget = z.output<typeof badgesWidget>;
