import * as z from 'zod/mini';

/** Parts of the privacy element. */
export const privacyParts = ['consent', 'held', 'switches'] as const;

/** What is held of the visitor, to see, take along and erase; what they allowed; switches for lists, tips and games. */
export const privacyWidget = z.strictObject({
  type: z.literal('privacy'),
  props: z.strictObject({
    /** Parts to show, in this order (default: all). */
    parts: z.optional(z.array(z.enum(privacyParts)).check(z.minLength(1))),
  }),
});

export type PrivacyWidget = z.output<typeof privacyWidget>;
export type PrivacyPart = (typeof privacyParts)[number];
