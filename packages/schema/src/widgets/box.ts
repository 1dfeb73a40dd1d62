import * as z from 'zod/mini';
import { gameProps } from './game.ts';

export const boxWidget = z.strictObject({
  type: z.literal('box'),
  props: z.strictObject({
    ...gameProps,
    /** Boxes to choose from (default 3); the draw decides, whichever is opened. */
    boxes: z.optional(z.int().check(z.gte(1), z.lte(6))),
  }),
});

export type BoxWidget = z.output<typeof boxWidget>;
