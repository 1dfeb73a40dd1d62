import * as z from 'zod/mini';

const step = z.strictObject({
  /** Stable name of the step; resume and reports use it. */
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  /** CSS selectors in order; the first visible match counts. None: a centred card. */
  target: z.optional(z.union([z.string(), z.array(z.string()).check(z.minLength(1))])),
  /** Path pattern (glob) on which the step may show; none: any page. */
  page: z.optional(z.string()),
  /** Keys into the campaign's content. */
  title: z.optional(z.string()),
  body: z.string(),
  placement: z.optional(z.enum(['top', 'bottom', 'start', 'end', 'auto'])),
  /** Go on by itself when this journey event arrives. */
  advanceOn: z.optional(z.string()),
  /** What to do when no target is visible in time. */
  onMissing: z.optional(z.enum(['skip', 'center', 'end'])),
  /** Wait for the target, ms. */
  waitMs: z.optional(z.int().check(z.gte(0), z.lte(60000))),
});

export const tourWidget = z.strictObject({
  type: z.literal('tour'),
  props: z.strictObject({
    /** Rises when the steps change so much that a stored position means nothing. */
    version: z.optional(z.int()),
    /** Block the page behind the step (default `false`). */
    modal: z.optional(z.boolean()),
    steps: z.array(step).check(z.minLength(1), z.maxLength(30)),
  }),
});

export type TourWidget = z.output<typeof tourWidget>;
export type TourStep = z.output<typeof step>;
