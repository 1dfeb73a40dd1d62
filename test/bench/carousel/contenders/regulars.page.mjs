import { RegularsCarousel } from '@regulars/widgets/carousel';

RegularsCarousel.define();
await document.querySelector('regulars-carousel').updateComplete;
globalThis.ready = true;
