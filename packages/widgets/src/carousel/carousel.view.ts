import type { CarouselView, RankedCard } from '@regulars/core';

/** What the carousel's template needs. */
export interface CarouselShow {
  /** `slides`: the server's own children in the light DOM. */
  readonly mode: 'slides' | 'loading' | 'cards' | 'message';
  readonly cards: readonly RankedCard[];
  /** Key of the built-in text in `message` and `loading`. */
  readonly message: string | undefined;
  readonly title: string | undefined;
  readonly body: string | undefined;
}

/** Frames shown while the list loads. */
export const SKELETON_COUNT = 6;

/** What to show for a view: cards, skeleton, a sentence, or the server's slides when nothing is decided. */
export function carouselShow(view: CarouselView | null): CarouselShow {
  const { title, body } = view?.texts ?? {};
  const base = { cards: [], message: undefined, title, body };
  if (!view) return { ...base, mode: 'slides' };
  if (view.state === 'loading') return { ...base, mode: 'loading', message: 'carousel.loading' };
  if (view.state === 'error') return { ...base, mode: 'message', message: 'carousel.error' };
  if (view.state === 'empty' || view.cards.length === 0) {
    return { ...base, mode: 'message', message: 'carousel.empty' };
  }
  return { ...base, mode: 'cards', cards: view.cards };
}

/** Whether there is more before and after the visible part; offsets count from the start of the line in px. */
export function carouselEnds({
  offset,
  size,
  length,
}: {
  readonly offset: number;
  readonly size: number;
  readonly length: number;
}): { readonly scrolls: boolean; readonly before: boolean; readonly after: boolean } {
  const slack = 2;
  return {
    scrolls: length > size + slack,
    before: offset > slack,
    after: offset + size < length - slack,
  };
}
