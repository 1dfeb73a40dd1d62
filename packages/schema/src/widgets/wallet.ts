import * as z from 'zod/mini';

export const walletWidget = z.strictObject({
  type: z.literal('wallet'),
  props: z.strictObject({
    /** Movements listed at most (default 5). */
    history: z.optional(z.int().check(z.gte(0), z.lte(50))),
  }),
});

export type WalletWidget = z.output<typeof walletWidget>;
