import { boxOf, parentOf, shownPartOf } from './composed.ts';
import { coverAt } from './cover.ts';
import { type Insets, stickyInsets } from './insets.ts';

/** How a target is brought into reach. */
export interface ReachOptions {
  /** What our own element covers at the lower edge, px. */
  readonly bottomPx: number;
  readonly behavior: ScrollBehavior;
  /** Our own layer: it never counts as a cover. */
  readonly own: Element;
  readonly signal: AbortSignal;
}

const GAP_PX = 12;
/** Longest wait for a smooth scroll where `scrollend` is missing, ms. */
const SCROLL_MS = 700;

/**
 * Scrolls the target into the free part of the viewport: nested and sideways scrollers first, then the page, under
 * sticky headers and above our sheet. Then it looks by hit tests what covers it all the same (a header that came back,
 * a chat bubble) and takes that as an inset. Leaves it alone where it is in reach. A later call ends an earlier one by
 * its signal, and so does the visitor's own scrolling. Resolves with the insets found.
 */
export async function bringIntoReach(target: Element, options: ReachOptions): Promise<Insets> {
  const { signal } = options;
  const stop = new AbortController();
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(type, () => stop.abort(), { passive: true, capture: true, signal: stop.signal });
  signal.addEventListener('abort', () => stop.abort(), { once: true, signal: stop.signal });
  let insets = stickyInsets(target);
  try {
    if (isOutside(target))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    for (let round = 0; round < 3 && !stop.signal.aborted; round += 1) {
      insets = widest(stickyInsets(target), coverInsets(target, options.own, insets));
      const by = distance(target, insets, options.bottomPx);
      if (!by || !scrollBy(target, by, round ? 'instant' : options.behavior)) break;
      if (!round && options.behavior === 'smooth') await settled(stop.signal);
    }
  } finally {
    stop.abort();
  }
  return insets;
}

const widest = (a: Insets, b: Insets): Insets => ({
  top: Math.max(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
});

function isOutside(target: Element): boolean {
  const { left, right, top, bottom } = boxOf(target);
  const part = shownPartOf(target);
  if (!part || right > innerWidth || left < 0 || bottom < 0 || top > innerHeight) return true;
  return (
    (part.right - part.left) * (part.bottom - part.top) < ((right - left) * (bottom - top)) / 2 &&
    bottom - top < innerHeight
  );
}

/** What covers its upper or lower third, as insets; `known` where nothing does. */
function coverInsets(target: Element, own: Element, known: Insets): Insets {
  const { left, right, top, bottom } = boxOf(target);
  let found = known;
  for (const [part, above] of [
    [0.1, true],
    [0.9, false],
  ] as const) {
    const y = top + (bottom - top) * part;
    for (const share of [0.25, 0.5, 0.75]) {
      const cover = coverAt(target, left + (right - left) * share, y, own);
      if (!cover) continue;
      const { top: from, bottom: to, height } = cover.getBoundingClientRect();
      if (height > innerHeight / 2) continue;
      found = above && to < innerHeight / 2 ? { ...found, top: Math.max(found.top, to) } : found;
      found =
        from > innerHeight / 2 ? { ...found, bottom: Math.max(found.bottom, innerHeight - from) } : found;
    }
  }
  return found;
}

/** How far the target is from its goal, px down; 0: it is in reach. */
function distance(target: Element, insets: Insets, bottomPx: number): number {
  const { top, bottom } = boxOf(target);
  const height = bottom - top;
  const from = insets.top + GAP_PX;
  const to = innerHeight - Math.max(insets.bottom, bottomPx) - GAP_PX;
  const room = Math.max(to - from, 0);
  const reached = top >= from - 1 && (bottom <= to + 1 || height > room);
  if (reached && (height <= room || top <= from + room / 2)) return 0;
  // Taller than the room: its start counts.
  const by = top - (height > room ? from : from + (room - height) / 2);
  return Math.abs(by) < 1 ? 0 : by;
}

/** Scrolls what can move the target: the page first, then what scrolls in it. Answers whether anything could. */
function scrollBy(target: Element, by: number, behavior: ScrollBehavior): boolean {
  let rest = by;
  for (const scroller of scrollersOf(target)) {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const room = rest > 0 ? scrollHeight - clientHeight - scrollTop : -scrollTop;
    const step = rest > 0 ? Math.min(rest, room) : Math.max(rest, room);
    if (Math.abs(step) < 1) continue;
    // To a place, not by a distance: Firefox adds the latter to a smooth scroll that is under way.
    scroller.scrollTo({ top: scrollTop + step, behavior });
    rest -= step;
    if (Math.abs(rest) < 1) break;
  }
  return Math.abs(rest) < Math.abs(by);
}

/** What can move the target upright, outermost first: nothing outside of what is fixed. */
function scrollersOf(target: Element): readonly Element[] {
  const found: Element[] = [];
  for (let node: Element | null = target; node; node = parentOf(node)) {
    const { position, overflowY } = getComputedStyle(node);
    const { scrollingElement, body } = node.ownerDocument;
    const page = node === scrollingElement;
    if (page || (node !== body && node !== target && /auto|scroll/.test(overflowY))) found.unshift(node);
    if (position === 'fixed' || position === 'sticky') break;
  }
  return found;
}

/** The page has come to rest. */
function settled(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, SCROLL_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    addEventListener('scrollend', done, { once: true, capture: true, signal });
    signal.addEventListener('abort', done, { once: true });
  });
}
