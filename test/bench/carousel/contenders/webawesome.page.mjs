import '@awesome.me/webawesome/dist/components/carousel/carousel.js';
import '@awesome.me/webawesome/dist/components/carousel-item/carousel-item.js';

await document.querySelector('#row').updateComplete;
globalThis.ready = true;
