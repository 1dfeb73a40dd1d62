import * as z from 'zod/mini';

export const wheelWidget = z.strictObject({
  type: z.literal('wheel'),
  props: z.strictObject({
    /** Pool of the programme whose labels and odds are shown. */
    draw: z.string(),
    /** A table of the published odds stands under the wheel (required for games of chance). */
    showOdds: z.literal(true),
    /** Page with the rules of the game. */
    rulesUrl: z.string(),
  }),
});

export type WheelWidget = z.output<typeof wheelWidget>;
