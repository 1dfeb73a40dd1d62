import * as z from 'zod/mini';

export const couponWidget = z.strictObject({
  type: z.literal('coupon'),
  props: z.strictObject({}),
});

export type CouponWidget = z.output<typeof couponWidget>;
