/** What lies over the page at its edges, px. */
export interface Insets {
  readonly top: number;
  readonly bottom: number;
}

/** Heights of what sticks to the top and bottom edge of the viewport (headers, cookie bars), measured by hit tests. */
export function stickyInsets(target: Element): Insets {
  return { top: edge(target, 1), bottom: edge(target, innerHeight - 2) };
}

function edge(target: Element, y: number): number {
  let inset = 0;
  for (const share of [0.2, 0.5, 0.8]) {
    for (const hit of document.elementsFromPoint(innerWidth * share, y)) {
      const bar = stuckAncestor(hit);
      if (!bar || bar.contains(target) || bar.closest('dialog, [popover]')) continue;
      const { top, bottom, height } = bar.getBoundingClientRect();
      // A bar, not a full-screen layer.
      if (height > innerHeight / 2) continue;
      inset = Math.max(inset, y < innerHeight / 2 ? bottom : innerHeight - top);
    }
  }
  return inset;
}

function stuckAncestor(element: Element): Element | null {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { position } = getComputedStyle(node);
    if (position === 'fixed' || position === 'sticky') return node;
  }
  return null;
}

/**
 * Scrolls the target into the free part of the viewport: sideways and nested scrollers first, then the page, under
 * sticky headers and above `bottomPx` (our sheet). Leaves it alone when it is there already.
 */
function bringIntoReach(
  target: Element,
  { bottomPx, behavior }: { readonly bottomPx: number; readonly behavior: ScrollBehavior },
): void {
  const free = (): { readonly by: number; readonly reached: boolean } => {
    const insets = stickyInsets(target);
    const { top, bottom, height } = target.getBoundingClientRect();
    const from = insets.top + 12;
    const to = innerHeight - Math.max(insets.bottom, bottomPx) - 12;
    const room = Math.max(to - from, 0);
    const goal = height > room ? from : from + (room - height) / 2;
    return { by: top - goal, reached: top >= from - 1 && (bottom <= to + 1 || height > room) };
  };
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const outside = right > innerWidth || left < 0 || bottom < 0 || top > innerHeight;
  if (outside || isClipped(target))
    target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const { by, reached } = free();
  if (!reached && !stuckAncestor(target)) window.scrollBy({ top: by, behavior });
}

/**
 * Brings the target into reach above our sheet, and again when the sheet grows: its texts may arrive after it is shown.
 * Without a sheet (a tooltip moves by itself) it does so once. Returns its stop.
 */
export function keepInReach(
  target: Element,
  { sheet, behavior }: { readonly sheet: HTMLElement | null; readonly behavior: ScrollBehavior },
): () => void {
  let bottomPx = sheet?.offsetHeight ?? 0;
  bringIntoReach(target, { bottomPx, behavior });
  if (!sheet) return () => {};
  const watch = new ResizeObserver(() => {
    if (sheet.offsetHeight <= bottomPx) return;
    bottomPx = sheet.offsetHeight;
    bringIntoReach(target, { bottomPx, behavior });
  });
  watch.observe(sheet, { box: 'border-box' });
  return () => watch.disconnect();
}

/** Whether a nested scroller hides its middle. */
function isClipped(target: Element): boolean {
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  for (let node = target.parentElement; node && node !== document.body; node = node.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(node);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = node.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
  }
  return false;
}
