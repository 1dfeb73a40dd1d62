import * as z from 'zod/mini';
import { gameProps } from './game.ts';

export const reelsWidget = z.strictObject({
  type: z.literal('reels'),
  props: z.strictObject(gameProps),
});

export type ReelsWidget = z.output<typeof reelsWidget>;
