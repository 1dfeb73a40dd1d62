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
  'carousel.showing': 'Showing {{from}} to {{to}} of {{count}}',
  'carousel.stop': 'Stop moving',
  'carousel.start': 'Start moving',
  'card.adding': 'Adding …',
  'card.added': 'Added to cart',
  'card.add-failed': 'Could not be added. Try again',
  'card.rating': 'Rated {{value}} of 5, {{count}} in all',
  'card.refuse': 'Not interested',
  'carousel.add-all': 'Add all to cart',
};
