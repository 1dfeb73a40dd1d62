import { isWithin, parentOf } from './composed.ts';

/** What lies over the page at its upper and lower edge, px. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
}

/** Heights of what sticks to the edges of the viewport (headers, cookie bars), measured by hit tests beside `target`. */
export function stickyInsets(target: Element | null): Insets {
  // Also bars that float a little off the edge.
  const at = (...list: number[]): number => Math.max(...list.map((y) => edge(target, y)));
  return { top: at(1, 24), bottom: at(innerHeight - 2, innerHeight - 24) };
}

function edge(target: Element | null, y: number): number {
  let inset = 0;
  for (const share of [0.2, 0.5, 0.8]) {
    for (const hit of document.elementsFromPoint(innerWidth * share, y)) {
      const bar = stuckAncestor(hit);
      if (!bar || (target && isWithin(target, bar)) || bar.closest('dialog, [popover]')) continue;
      inset = Math.max(inset, insetOf(bar, y < innerHeight / 2));
    }
  }
  return inset;
}

/** How far something reaches in from the edge; 0: a layer over most of the page is no bar. */
function insetOf(bar: Element, above: boolean): number {
  const { top, bottom, height } = bar.getBoundingClientRect();
  if (height > innerHeight / 2) return 0;
  return Math.max(0, above ? bottom : innerHeight - top);
}

/** The next element around (or itself) that does not scroll with the page. */
export function stuckAncestor(element: Element): Element | null {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { position } = getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky') return node;
  }
  return null;
}
