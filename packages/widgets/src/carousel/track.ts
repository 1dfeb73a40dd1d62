import { prefersStill } from '../lib/motion.ts';

/** A card on screen and where it stands, so that it can stand there again when others change. */
export interface Anchor {
  readonly id: string;
  /** Px from the start of the visible part. */
  readonly offsetPx: number;
}

const itemsOf = (track: Element): HTMLElement[] => [...track.querySelectorAll<HTMLElement>('.item[data-id]')];

/** The first card that is wholly visible; `null` at the very start, where new cards may come first. */
export function anchorOf(track: Element): Anchor | null {
  if (Math.abs(track.scrollLeft) < 2) return null;
  const { left, right } = track.getBoundingClientRect();
  for (const item of itemsOf(track)) {
    const box = item.getBoundingClientRect();
    if (box.left < left - 2 || box.right > right + 2) continue;
    return { id: item.dataset.id ?? '', offsetPx: box.left - left };
  }
  return null;
}

/** Scrolls without motion so that the card stands where it stood; nothing when it is gone. */
export function keepInPlace(track: Element, anchor: Anchor): void {
  const item = itemsOf(track).find(({ dataset }) => dataset.id === anchor.id);
  if (!item) return;
  const moved = item.getBoundingClientRect().left - track.getBoundingClientRect().left - anchor.offsetPx;
  if (Math.abs(moved) > 1) track.scrollBy({ left: moved, behavior: 'instant' });
}

/**
 * Scrolls by so many cards that the one around an element is wholly in sight. A browser itself brings only the focused
 * link into view, and snapping takes the row back where that link is narrower than its card.
 */
export function bringWhole(track: Element, inner: Element): void {
  const slide = slideOf(track, inner);
  if (!slide) return;
  const row = track.getBoundingClientRect();
  const { left, right, width } = slide.getBoundingClientRect();
  const cut = left < row.left - 2 ? left - row.left : right > row.right + 2 ? right - row.right : 0;
  const step = width + (Number.parseFloat(getComputedStyle(track).columnGap) || 0);
  const by = Math.sign(cut) * Math.ceil(Math.abs(cut) / step) * step;
  if (cut) track.scrollBy({ left: by, behavior: 'instant' });
}

/** The card, or the slide of the page however deep it was handed in, that holds an element. */
function slideOf(track: Element, inner: Element): Element | undefined {
  const given = track.querySelector('slot')?.assignedElements({ flatten: true }) ?? [];
  return [...itemsOf(track), ...given].find((slide) => slide.contains(inner));
}

/** Place of the card at the start of the visible part, from 0. */
export function firstVisible(track: Element): number {
  const item = track.querySelector<HTMLElement>('.item');
  if (!item) return 0;
  const gap = Number.parseFloat(getComputedStyle(track).columnGap) || 0;
  return Math.max(0, Math.round(Math.abs(track.scrollLeft) / (item.getBoundingClientRect().width + gap)));
}

/** Places of the cards now on screen, from 1. */
export function shownPlaces(
  track: Element,
  count: number,
): Readonly<Record<'from' | 'to' | 'count', number>> {
  const from = firstVisible(track);
  const width = track.querySelector('.item')?.getBoundingClientRect().width ?? track.clientWidth;
  const to = Math.min(count, from + Math.max(1, Math.round(track.clientWidth / width)));
  return { from: from + 1, to, count };
}

/** Scrolls by almost one width, on or back along the line, or with 0 to its start; at once for a visitor who prefers less motion. */
export function pageTrack(track: Element, direction: 1 | 0 | -1): void {
  const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
  const behavior = prefersStill() ? 'instant' : 'smooth';
  if (direction === 0) track.scrollTo({ left: 0, behavior: 'instant' });
  else track.scrollBy({ left: direction * sign * track.clientWidth * 0.9, behavior });
}
