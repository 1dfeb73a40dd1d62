/** Cards in the document at most; the rest is empty room of the same length. */
const mostCards = 40;
/** The window moves by so many cards at once, so that a scrolling row renders seldom. */
const stride = 8;

/** Which cards of a long row are in the document: from `start`, without `end`. */
export interface CardWindow {
  readonly start: number;
  readonly end: number;
}

/** Cards around the first visible one; all of them when they are few. */
export function windowAt(first: number, count: number): CardWindow {
  if (count <= mostCards) return { start: 0, end: count };
  const wanted = Math.floor((first - 12) / stride) * stride;
  const start = Math.max(0, Math.min(count - mostCards, wanted));
  return { start, end: start + mostCards };
}

/** Place of the card at the start of the visible part, from 0. */
function firstVisible(track: Element): number {
  const item = track.querySelector<HTMLElement>('.item');
  if (!item) return 0;
  const gap = Number.parseFloat(getComputedStyle(track).columnGap) || 0;
  return Math.max(0, Math.round(Math.abs(track.scrollLeft) / (item.getBoundingClientRect().width + gap)));
}

/** The window for where the row has scrolled to; the same one while it still serves. */
export function followScroll(track: Element, count: number, now: CardWindow): CardWindow {
  if (count <= now.end - now.start) return now;
  const next = windowAt(firstVisible(track), count);
  return next.start === now.start ? now : next;
}

/** A card on screen and where it stands, so that it can stand there again when others change. */
export interface Anchor {
  readonly id: string;
  /** Px from the start of the visible part. */
  readonly offsetPx: number;
}

/** The first card that is wholly visible; `null` at the very start, where new cards may come first. */
export function anchorOf(track: Element): Anchor | null {
  if (Math.abs(track.scrollLeft) < 2) return null;
  const { left, right } = track.getBoundingClientRect();
  for (const item of track.querySelectorAll<HTMLElement>('.item[data-id]')) {
    const box = item.getBoundingClientRect();
    if (box.left < left - 2 || box.right > right + 2) continue;
    return { id: item.dataset.id ?? '', offsetPx: box.left - left };
  }
  return null;
}

/** Scrolls without motion so that the card stands where it stood; nothing when it is gone. */
export function keepInPlace(track: Element, anchor: Anchor): void {
  const items = [...track.querySelectorAll<HTMLElement>('.item[data-id]')];
  const item = items.find(({ dataset }) => dataset.id === anchor.id);
  if (!item) return;
  const moved = item.getBoundingClientRect().left - track.getBoundingClientRect().left - anchor.offsetPx;
  if (Math.abs(moved) > 1) track.scrollBy({ left: moved, behavior: 'instant' });
}

/** Places of the cards now on screen, from 1; `null`: there are none. */
export function shownPlaces(
  track: Element,
  count: number,
): { readonly from: number; readonly to: number; readonly count: number } | null {
  if (count === 0) return null;
  const from = firstVisible(track);
  const width = track.querySelector('.item')?.getBoundingClientRect().width ?? track.clientWidth;
  const to = Math.min(count, from + Math.max(1, Math.round(track.clientWidth / width)));
  return { from: from + 1, to, count };
}
