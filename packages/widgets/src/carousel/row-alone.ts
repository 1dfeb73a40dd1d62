import type { CarouselShow } from './carousel.view.ts';

/** What a row says that nobody hosts. */
export const rowWords: Readonly<Record<string, string>> = {
  'carousel.products': 'Products',
  'carousel.carousel': 'Carousel',
  'carousel.previous': 'Previous',
  'carousel.next': 'Next',
};

/** What a row shows while nothing is decided. */
export const slidesOnly: CarouselShow = { mode: 'slides', cards: [] };
