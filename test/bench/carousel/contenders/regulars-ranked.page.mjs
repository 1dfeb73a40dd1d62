import { RegularsCarousel } from '@regulars/widgets/carousel';

RegularsCarousel.define();
const row = document.querySelector('regulars-carousel');
const cards = Array.from({ length: 24 }, (_, at) => ({
  source: 'index',
  product: {
    ...{ id: `p${at}`, title: `Product ${at + 1}`, url: `/p/${at}`, brand: 'Havn' },
    image: { src: `/picture-${at}.svg`, width: 600, height: 600 },
    price: { value: 1490 + at * 100, currency: 'EUR' },
  },
}));
row.view = {
  ...{ type: 'carousel', campaignId: 'home', lang: 'en', dir: 'ltr', cards, state: 'ready', texts: {} },
  ...{ strategy: 'for-you', props: { strategy: 'for-you' }, addToCart: false },
};
await row.updateComplete;
globalThis.ready = true;
