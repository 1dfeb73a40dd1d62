import * as z from 'zod/mini';
import { guidanceAction } from './guidance-action.ts';

const key = z.string().check(z.minLength(1));

/** A small beacon at one element of the page, with words for who asks. */
export const hintWidget = z.strictObject({
  type: z.literal('hint'),
  props: z.strictObject({
    /** CSS selectors in order; the first visible match counts. `>>>` steps into a shadow root. None: the beacon stands in its slot. */
    target: z.optional(z.union([z.string(), z.array(z.string()).check(z.minLength(1))])),
    /** Path pattern (glob) on which it may show; none: any page. */
    page: z.optional(z.string()),
    /** Keys into the campaign's content. */
    title: z.optional(key),
    body: key,
    placement: z.optional(z.enum(['top', 'bottom', 'start', 'end', 'auto'])),
    button: z.optional(z.strictObject({ label: key, action: guidanceAction })),
    /** Rises when it has something new to say: one that was read may then come again (default 1). */
    version: z.optional(z.int().check(z.gte(1))),
  }),
});

export type HintWidget = z.output<typeof hintWidget>;
