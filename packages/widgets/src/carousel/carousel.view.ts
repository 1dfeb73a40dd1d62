import type { CarouselView, RankedCard } from '@regulars/core';

/** Cards in the document at most; the rest of a long row is empty room of the same length. */
export const MOST_CARDS = 40;
/** Frames shown while the list loads. */
export const SKELETON_COUNT = 6;

/** What the carousel's template needs. */
export interface CarouselShow {
  /** `slides`: the server's own children in the light DOM. */
  readonly mode: 'slides' | 'loading' | 'cards' | 'message';
  readonly cards: readonly RankedCard[];
  /** Key of the built-in text in `message` and `loading`. */
  readonly message?: string | undefined;
}

/** What to show for a view: cards, skeleton, a sentence, or the server's slides when nothing is decided. */
export function carouselShow(view: CarouselView | null): CarouselShow {
  const { state, cards = [] } = view ?? {};
  if (state === 'ready' && cards.length > 0) return { mode: 'cards', cards };
  const key = state === 'ready' ? 'empty' : state;
  const mode = state === 'loading' ? state : 'message';
  return { mode: key ? mode : 'slides', cards: [], message: key && `carousel.${key}` };
}
