import { register } from 'swiper/element';
import { A11y, FreeMode, Keyboard, Navigation } from 'swiper/modules';

const row = document.querySelector('#row');
Object.assign(row, {
  modules: [Navigation, A11y, FreeMode, Keyboard],
  slidesPerView: 5,
  slidesPerGroup: 5,
  spaceBetween: 24,
  navigation: true,
  keyboard: { enabled: true },
  freeMode: { enabled: true, sticky: true },
  a11y: { containerMessage: 'New in', containerRoleDescriptionMessage: 'carousel' },
});
register();
row.initialize?.();
globalThis.ready = true;
