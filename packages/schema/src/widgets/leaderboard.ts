import * as z from 'zod/mini';

export const leaderboardWidget = z.strictObject({
  type: z.literal('leaderboard'),
  props: z.strictObject({
    /** Which leaderboard of the programme (default: the first). */
    id: z.optional(z.string().check(z.minLength(1))),
    /** Places shown at most (default 10). */
    rows: z.optional(z.int().check(z.gte(3), z.lte(50))),
  }),
});

export type LeaderboardWidget = z.output<typeof leaderboardWidget>;
