import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const ownCss = new URL('../../../packages/widgets/src/carousel/carousel.css', import.meta.url);

const version = (name: string): string =>
  (JSON.parse(readFileSync(`${modules}${name}/package.json`, 'utf8')) as { version: string }).version;
const sheet = (path: string): string => readFileSync(modules + path, 'utf8');
const buttons = (hidden = ''): string =>
  `<div class="controls"${hidden}><button type="button" aria-label="Previous"></button><button type="button" aria-label="Next"></button></div>`;
const slides = (cards: readonly string[], tag: string, name = ''): string =>
  cards.map((card) => `<${tag}${name && ` class="${name}"`}>${card}</${tag}>`).join('');
/** Slides stand in their places before the script: five and their gaps fill the row. */
const widths = (selector: string): string =>
  `${selector}{flex:0 0 calc((100% - 96px)/5);min-inline-size:0;margin-inline-end:24px}`;

const ours: Contender = {
  name: 'regulars',
  script: 'regulars',
  html: (cards) => `<regulars-carousel label="New in">${cards.join('')}</regulars-carousel>`,
  css: readFileSync(ownCss, 'utf8'),
  next: 'regulars-carousel >>> [part="next"]',
};

/** Ours with the same number of cards ranked and rendered by the element, which no rival does. */
export const ranked: Contender = {
  ...ours,
  name: 'regulars, ranked cards',
  script: 'regulars-ranked',
  // The box that a shop reserves for a list, as the documentation of the slot says.
  html: () => '<div class="reserved"><regulars-carousel label="New in"></regulars-carousel></div>',
  css: '.reserved{min-block-size:440px}',
};

/**
 * Ours and five libraries from their published packages, each as its documentation sets it up, with what that says
 * against layout shift. Throws when one is not installed.
 */
export function readContenders(): readonly Contender[] {
  if (!existsSync(`${modules}keen-slider`)) throw new Error('the rivals are not installed in test/bench');
  return [
    ours,
    {
      name: `embla-carousel ${version('embla-carousel')}`,
      script: 'embla',
      html: (cards) =>
        `<section id="row">${buttons()}<div class="embla__viewport"><div class="embla__container">${slides(cards, 'div', 'embla__slide')}</div></div></section>`,
      css: `.embla__viewport{overflow:hidden}.embla__container{display:flex}${widths('.embla__slide')}`,
      next: '#row button[aria-label="Next"]',
    },
    {
      name: `swiper element ${version('swiper')}`,
      script: 'swiper',
      html: (cards) =>
        `<swiper-container id="row" init="false">${slides(cards, 'swiper-slide')}</swiper-container>`,
      css: `swiper-container:not(:defined){display:flex;overflow:hidden}${widths('swiper-slide:not(:defined)')}`,
      next: '#row >>> .swiper-button-next',
    },
    {
      name: `@splidejs/splide ${version('@splidejs/splide')}`,
      script: 'splide',
      html: (cards) =>
        `<section id="row" class="splide" aria-label="New in"><div class="splide__track"><ul class="splide__list">${slides(cards, 'li', 'splide__slide')}</ul></div></section>`,
      css: `${sheet('@splidejs/splide/dist/css/splide.min.css')}${widths('.splide:not(.is-initialized) .splide__slide')}`,
      next: '#row .splide__arrow--next',
    },
    {
      name: `keen-slider ${version('keen-slider')}`,
      script: 'keen',
      html: (cards) =>
        `<section id="row">${buttons()}<div class="keen-slider">${slides(cards, 'div', 'keen-slider__slide')}</div></section>`,
      css: `${sheet('keen-slider/keen-slider.min.css')}.keen-slider:not([data-keen-slider-v]) .keen-slider__slide{flex:none}`,
      next: '#row button[aria-label="Next"]',
    },
    {
      name: `Web Awesome carousel ${version('@awesome.me/webawesome')}`,
      script: 'webawesome',
      html: (cards) =>
        `<wa-carousel id="row" navigation mouse-dragging slides-per-page="5" slides-per-move="5">${slides(cards, 'wa-carousel-item')}</wa-carousel>`,
      css: '',
      next: '#row >>> [part~="navigation-button-next"]',
    },
  ];
}
