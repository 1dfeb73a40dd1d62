import EmblaCarousel from 'embla-carousel';
import { furnish } from './furnish.mjs';

const root = document.querySelector('#row');
const embla = EmblaCarousel(root.querySelector('.embla__viewport'), {
  slidesToScroll: 'auto',
  align: 'start',
});
const say = furnish({
  root,
  slides: embla.slideNodes(),
  previous: () => embla.scrollPrev(),
  next: () => embla.scrollNext(),
  ends: () => ({ before: embla.canScrollPrev(), after: embla.canScrollNext() }),
  shown: () => {
    const seen = embla.slidesInView();
    return [seen[0], seen.at(-1)];
  },
});
embla.on('select', say).on('settle', say);
globalThis.ready = true;
