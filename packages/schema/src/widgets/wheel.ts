import * as z from 'zod/mini';
import { gameProps } from './game.ts';

export const wheelWidget = z.strictObject({
  type: z.literal('wheel'),
  props: z.strictObject(gameProps),
});

export type WheelWidget = z.output<typeof wheelWidget>;
