import * as z from 'zod/mini';

/** Codes that may be issued of a template, over all people. */
const max = z.optional(z.int().check(z.gte(1)));

/**
 * Where the codes of a template come from. `hook`: the shop mints them (also templates that are not listed) · `list`:
 * codes that the shop gave in advance · `generator`: we make them, `#` is a letter or digit, and the shop learns them.
 */
export const coupon = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('hook'), max }),
  z.strictObject({
    from: z.literal('list'),
    max,
    /** Codes given here; more can be uploaded. */
    codes: z.optional(z.array(z.string().check(z.regex(/^\S{4,40}$/))).check(z.maxLength(10_000))),
  }),
  z.strictObject({
    from: z.literal('generator'),
    max,
    pattern: z.string().check(z.regex(/^(?=(?:[^#]*#){8})[A-Z0-9#-]{8,40}$/)),
  }),
]);

export type CouponSource = z.output<typeof coupon>;
