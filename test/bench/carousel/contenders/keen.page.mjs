import KeenSlider from 'keen-slider';
import { furnish } from './furnish.mjs';

const root = document.querySelector('#row');
const slides = [...root.querySelectorAll('.keen-slider__slide')];
const keen = new KeenSlider(root.querySelector('.keen-slider'), {
  mode: 'free-snap',
  slides: { perView: 5, spacing: 24 },
});
const last = () => keen.track.details.maxIdx;
const at = () => keen.track.details.rel;
const say = furnish({
  root,
  slides,
  previous: () => keen.moveToIdx(Math.max(0, at() - 5)),
  next: () => keen.moveToIdx(Math.min(last(), at() + 5)),
  ends: () => ({ before: at() > 0, after: at() < last() }),
  shown: () => [at(), at() + 4],
});
keen.on('slideChanged', say);
globalThis.ready = true;
