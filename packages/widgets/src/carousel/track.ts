/** Whether the visitor asked for less motion. */
export const prefersStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Cards of ours, or the slides of the page however deep they were handed in. */
const slidesOf = (track: Element): readonly Element[] => {
  const items = track.querySelectorAll('.item');
  return items.length > 0
    ? [...items]
    : (track.querySelector('slot')?.assignedElements({ flatten: true }) ?? []);
};

/** How many slides the page handed in. */
export const countSlides = (track: Element): number => slidesOf(track).length;

/** From the start of one slide to the start of the next, px. */
function stepOf(track: Element): number {
  const gap = Number.parseFloat(getComputedStyle(track).columnGap) || 0;
  return (slidesOf(track)[0]?.getBoundingClientRect().width ?? track.clientWidth) + gap;
}

/**
 * Scrolls by so many cards that the one on an event's path is wholly in sight. A browser itself brings only the focused
 * link into view, and snapping takes the row back where that link is narrower than its card.
 */
export function bringWhole(track: Element, path: readonly EventTarget[]): void {
  const slide = slidesOf(track).find((one) => path.includes(one));
  if (!slide) return;
  const row = track.getBoundingClientRect();
  const { left, right } = slide.getBoundingClientRect();
  const cut = left < row.left - 2 ? left - row.left : right > row.right + 2 ? right - row.right : 0;
  if (!cut) return;
  const step = stepOf(track);
  scrollRow(track, Math.sign(cut) * Math.ceil(Math.abs(cut) / step) * step, true);
}

/** Scrolls by px; at once when that is asked for, or when the visitor prefers less motion. */
const scrollRow = (track: Element, left: number, atOnce: boolean): void =>
  track.scrollBy({ left, behavior: atOnce || prefersStill() ? 'instant' : 'smooth' });

/** Place of the card at the start of the visible part, from 0. */
export const firstVisible = (track: Element): number =>
  Math.max(0, Math.round(Math.abs(track.scrollLeft) / stepOf(track)));

/** Places of the cards now on screen, from 1. */
export function shownPlaces(
  track: Element,
  count: number,
): Readonly<Record<'from' | 'to' | 'count', number>> {
  const from = firstVisible(track);
  const to = Math.min(count, from + Math.max(1, Math.round(track.clientWidth / stepOf(track))));
  return { from: from + 1, to, count };
}

/** Scrolls by almost one width, on or back along the line, or with 0 to its start; at once for a visitor who prefers less motion. */
export function pageTrack(track: Element, direction: 1 | 0 | -1): void {
  const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
  if (direction === 0) track.scrollTo({ left: 0, behavior: 'instant' });
  else scrollRow(track, direction * sign * track.clientWidth * 0.9, false);
}
