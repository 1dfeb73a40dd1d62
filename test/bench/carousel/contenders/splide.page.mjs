import Splide from '@splidejs/splide';

new Splide('#row', { perPage: 5, perMove: 5, gap: 24, pagination: false, drag: 'free', snap: true }).mount();
globalThis.ready = true;
