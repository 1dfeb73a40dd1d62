import * as z from 'zod/mini';

/** Where cards come from, first choice; the fallback chain is index, category popularity, global popularity. */
export const strategies = ['for-you', 'similar', 'popular', 'recently-viewed', 'bought-together'] as const;

export const carouselWidget = z.strictObject({
  type: z.literal('carousel'),
  props: z.strictObject({
    strategy: z.enum(strategies),
    /** Cards at most (default 12). */
    max: z.optional(z.int().check(z.gte(1), z.lte(40))),
    /** Fewer cards than this show nothing (default 3). */
    min: z.optional(z.int().check(z.gte(1), z.lte(40))),
    /** Allow products already seen in this session (default `false`). */
    revisits: z.optional(z.boolean()),
    exclude: z.optional(z.array(z.string())),
  }),
});

export type CarouselWidget = z.output<typeof carouselWidget>;
export type Strategy = (typeof strategies)[number];
