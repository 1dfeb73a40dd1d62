import * as z from 'zod/mini';
import { guidanceAction } from './guidance-action.ts';

const key = z.string().check(z.minLength(1));

/** One thing to tell everybody: a bar in the page, a card at its edge, or a dialog over it. */
export const announcementWidget = z.strictObject({
  type: z.literal('announcement'),
  props: z.strictObject({
    /** `bar` belongs into a slot with a reserved height, `modal` over the page; `card` may be either. */
    form: z.enum(['bar', 'card', 'modal']),
    /** Keys into the campaign's content. */
    title: z.optional(key),
    body: key,
    /** Its box is reserved from width and height. */
    image: z.optional(
      z.strictObject({
        src: z.string().check(z.minLength(1), z.maxLength(2000)),
        /** Key of the text that stands for it; none: it is decoration. */
        alt: z.optional(key),
        width: z.int().check(z.gte(1), z.lte(8000)),
        height: z.int().check(z.gte(1), z.lte(8000)),
      }),
    ),
    /** The first one is the strong one. */
    buttons: z.optional(
      z.array(z.strictObject({ label: key, action: guidanceAction })).check(z.maxLength(2)),
    ),
    /** Offers a closing button (default `true`); a dialog can always be left. */
    dismissible: z.optional(z.boolean()),
    /** Rises when it has something new to say: one that was dismissed may then come again (default 1). */
    version: z.optional(z.int().check(z.gte(1))),
  }),
});

export type AnnouncementWidget = z.output<typeof announcementWidget>;
