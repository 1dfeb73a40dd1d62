/** A pointer that leaves the page. */
export interface PointerExit {
  /** Px from the top of the window. */
  readonly y: number;
  /** What the pointer went to is another element of the page. */
  readonly inside: boolean;
  /** A list of choices or another control that draws outside the page is open. */
  readonly controlOpen: boolean;
  /** A button of the pointer is held: something is dragged. */
  readonly dragging: boolean;
  /** Ms since the page view began. */
  readonly sinceMs: number;
}

/** Ms on a page before leaving it counts, unless the trigger says otherwise. */
export const exitMinMs = 10_000;

/**
 * Whether a pointer leaves towards the tabs and the address: through the top, not into tools at the side or below, not
 * over an open list, not while something is dragged, and not right after arrival.
 */
export function isExit(exit: PointerExit, minMs: number = exitMinMs): boolean {
  const { y, inside, controlOpen, dragging, sinceMs } = exit;
  return y <= 0 && !inside && !controlOpen && !dragging && sinceMs >= minMs;
}

/** Whether a scroll says the same where there is no pointer: far and fast back up, after a good part was read. */
export function isScrollExit(scroll: {
  /** Px scrolled up without a turn. */
  readonly upPx: number;
  /** Ms it took. */
  readonly ms: number;
  /** Deepest point of this page view, 0 to 1. */
  readonly deepest: number;
  readonly sinceMs: number;
  readonly minMs?: number | undefined;
}): boolean {
  const { upPx, ms, deepest, sinceMs, minMs = exitMinMs } = scroll;
  return upPx >= 400 && ms > 0 && upPx / ms >= 1.5 && deepest >= 0.3 && sinceMs >= minMs;
}
