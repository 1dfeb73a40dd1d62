import * as z from 'zod/mini';
import { gameProps } from './game.ts';

export const scratchWidget = z.strictObject({
  type: z.literal('scratch'),
  props: z.strictObject(gameProps),
});

export type ScratchWidget = z.output<typeof scratchWidget>;
