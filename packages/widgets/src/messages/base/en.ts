import type { Messages } from '../message.ts';

/** English: lists and cards. */
export const en: Messages = {
  'carousel.products': 'Products for you',
  'carousel.carousel': 'carousel',
  'carousel.slide': 'slide',
  'carousel.place': '{{index}} of {{count}}',
  'carousel.previous': 'Previous products',
  'carousel.next': 'Next products',
  'carousel.loading': 'Loading products',
  'carousel.empty': 'Nothing to show here yet.',
  'carousel.error': 'These products could not be loaded.',
  'card.now': 'Now',
  'card.before': 'Before',
  'card.sold-out': 'Sold out',
  'card.add': 'Add to cart',
};
