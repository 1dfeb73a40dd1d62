import * as z from 'zod/mini';

/** Where cards come from, first choice; what is missing is filled by the fallback chain. */
export const strategies = [
  'for-you',
  'similar',
  'popular',
  'recently-viewed',
  'bought-together',
  'continue',
  'trending',
  'new',
  'complete-the-set',
  'replenishment',
  'price-drop',
  'last-chance',
  'wishlist',
] as const;

/** What may fill a list that its strategy leaves short, in the order in which it is tried. */
export const fallbacks = ['content', 'category', 'popular', 'items'] as const;

/** How the cards stand. */
export const listLayouts = ['row', 'grid', 'list', 'bundle'] as const;

const ids = z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(200));
const names = z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)));
const amount = z.optional(z.int().check(z.gte(0)));

/** Which products a rule means: those that match every field given. */
export const productMatch = z.strictObject({
  products: z.optional(ids),
  categories: names,
  brands: names,
  /** Flags of the product list, such as `new` or `vegan`. */
  flags: names,
  /** Minor units of the shop's currency. */
  minPrice: amount,
  maxPrice: amount,
});

const weight = z.object({ match: productMatch, by: z.number().check(z.gt(1), z.lte(100)) });

export const carouselWidget = z.strictObject({
  type: z.literal('carousel'),
  props: z.strictObject({
    strategy: z.enum(strategies),
    /**
     * Each page view takes one of these in place of `strategy`, by chance and by what was clicked so far (Thompson
     * sampling). Who is held out never does.
     */
    tries: z.optional(z.array(z.enum(strategies)).check(z.minLength(2), z.maxLength(6))),
    /** Cards at most (default 12; in a bundle 3). */
    max: z.optional(z.int().check(z.gte(1), z.lte(40))),
    /** Fewer cards than this show nothing (default 3; in a bundle 2). */
    min: z.optional(z.int().check(z.gte(1), z.lte(40))),
    /** Allow products already seen in this session (default `false`). */
    revisits: z.optional(z.boolean()),
    /** Product ids that never show here. */
    exclude: z.optional(z.array(z.string())),
    /** What was bought may show again (default: only what is flagged `consumable`). */
    buyAgain: z.optional(z.boolean()),
    /** Only these products show. */
    only: z.optional(productMatch),
    /** These products never show. */
    without: z.optional(productMatch),
    /** Score times `by`. */
    boost: z.optional(z.array(weight).check(z.maxLength(20))),
    /** Score divided by `by`. */
    bury: z.optional(z.array(weight).check(z.maxLength(20))),
    /** Products at fixed places, from 1; placed last. */
    pin: z.optional(
      z
        .array(z.strictObject({ product: z.string(), at: z.int().check(z.gte(1), z.lte(40)) }))
        .check(z.maxLength(20)),
    ),
    /** 0: by score alone; 1: as different as can be in category and brand (default 0.3). The first card is exempt. */
    diversity: z.optional(z.number().check(z.gte(0), z.lte(1))),
    /** Cards of one brand at most among the first eight. */
    perBrand: z.optional(z.int().check(z.gte(1), z.lte(8))),
    /** What fills a short list, in order (default `content`, `category`, `popular`, `items`). */
    fallback: z.optional(z.array(z.enum(fallbacks))),
    /** The shop's own list, for the fallback `items`. */
    items: z.optional(ids),
    /** How the cards stand (default `row`). `bundle`: all of them with one button. */
    layout: z.optional(z.enum(listLayouts)),
    /** Cards have a heart: the visitor's own list, kept on the device (default `false`; with `wishlist` always). */
    hearts: z.optional(z.boolean()),
    /** Seconds after which the row moves on by itself, behind a stop button (default: never). */
    autoplay: z.optional(z.int().check(z.gte(5), z.lte(60))),
    /** Days after a purchase at which `replenishment` is due where the index knows no rhythm (default 30). */
    dueDays: z.optional(z.int().check(z.gte(1), z.lte(730))),
  }),
});

export type CarouselWidget = z.output<typeof carouselWidget>;
export type Strategy = (typeof strategies)[number];
export type Fallback = (typeof fallbacks)[number];
export type ListLayout = (typeof listLayouts)[number];
export type ProductMatch = z.output<typeof productMatch>;
