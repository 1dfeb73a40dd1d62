import * as z from 'zod/mini';

export const referralWidget = z.strictObject({
  type: z.literal('referral'),
  props: z.strictObject({
    /** Page that a friend lands on; the code is added as `?ref=` (default: the shop's first page). */
    landingUrl: z.optional(z.string().check(z.minLength(1))),
  }),
});

export type ReferralWidget = z.output<typeof referralWidget>;
