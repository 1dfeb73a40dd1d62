import { html, nothing } from 'lit';
import { MOST_CARDS } from './carousel.view.ts';

/** The window moves by so many cards at once, so that a scrolling row renders seldom. */
const stride = 8;

/** Which cards of a long row are in the document: from `start`, without `end`. */
export interface CardWindow {
  readonly start: number;
  readonly end: number;
}

/** Cards around the first visible one; all of them when they are few. */
export function windowAt(first: number, count: number): CardWindow {
  if (count <= MOST_CARDS) return { start: 0, end: count };
  const wanted = Math.floor((first - 12) / stride) * stride;
  const start = Math.max(0, Math.min(count - MOST_CARDS, wanted));
  return { start, end: start + MOST_CARDS };
}

/** The window for where the row has scrolled to; the same one while it still serves. */
export function followScroll(first: number, count: number, now: CardWindow): CardWindow {
  const next = windowAt(first, count);
  return next.start === now.start && next.end === now.end ? now : next;
}

/** Empty room for cards that are not in the document; an attribute, since a strict policy forbids inline styles. */
export function room(count: number): unknown {
  return count > 0 ? html`<div class="room" data-span=${count}></div>` : nothing;
}

/** After rendering: gives empty room its width. */
export function spanRooms(track: Element): void {
  for (const one of track.querySelectorAll<HTMLElement>('.room'))
    one.style.gridColumn = `span ${one.dataset.span}`;
}
