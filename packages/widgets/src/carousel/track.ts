import { prefersStill } from '../lib/motion.ts';
import { carouselEnds } from './carousel.view.ts';
import { dragScroll } from './drag-scroll.ts';

/** Where a row stands between its ends. In right-to-left `scrollLeft` runs from 0 downwards. */
export function measureTrack({
  scrollLeft,
  clientWidth,
  scrollWidth,
}: Element): ReturnType<typeof carouselEnds> {
  return carouselEnds({ offset: Math.abs(scrollLeft), size: clientWidth, length: scrollWidth });
}

/** Scrolls by almost one width, on or back along the line, or with 0 to its start; at once for a visitor who prefers less motion. */
export function pageTrack(track: Element, direction: 1 | 0 | -1): void {
  const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
  const behavior = prefersStill() ? 'instant' : 'smooth';
  if (direction === 0) track.scrollTo({ left: 0, behavior: 'instant' });
  else track.scrollBy({ left: direction * sign * track.clientWidth * 0.9, behavior });
}

/** Watches a row's size and lets a mouse drag it. Returns its stop. */
export function startTrack(track: HTMLElement, resized: () => void): () => void {
  const resize = new ResizeObserver(resized);
  resize.observe(track);
  const stopDrag = dragScroll(track, (active) => track.classList.toggle('dragging', active));
  return () => {
    resize.disconnect();
    stopDrag();
  };
}
