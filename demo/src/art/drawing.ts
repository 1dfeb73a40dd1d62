import type { Paint } from './paint.ts';

/** Draws one kind of product in a paint; returns SVG markup for a 400 by 400 picture. */
export type Drawing = (paint: Paint) => string;
export type Drawings = Readonly<Record<string, Drawing>>;
