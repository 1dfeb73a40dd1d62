import type { Widget } from './widget.ts';

/** The pool that a widget draws from; `undefined`: it is no game, or one for the fun of it. */
export function drawOf({ props }: Widget): string | undefined {
  return 'draw' in props ? props.draw : undefined;
}
