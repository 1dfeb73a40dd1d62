import type { Messages } from '../message.ts';

/** Bulgarian: lists and cards. */
export const bg: Messages = {
  'carousel.products': 'Продукти за вас',
  'carousel.carousel': 'въртележка',
  'carousel.slide': 'слайд',
  'carousel.place': '{{index}} от {{count}}',
  'carousel.previous': 'Предишни продукти',
  'carousel.next': 'Следващи продукти',
  'carousel.loading': 'Продуктите се зареждат',
  'carousel.empty': 'Засега тук няма нищо.',
  'carousel.error': 'Продуктите не можаха да се заредят.',
  'card.now': 'Сега',
  'card.before': 'Преди',
  'card.sold-out': 'Изчерпан',
  'card.add': 'Добави в количката',
  'carousel.showing': 'Показани са {{from}} до {{to}} от {{count}}',
  'carousel.stop': 'Спри движението',
  'carousel.start': 'Пусни движението',
  'card.adding': 'Добавя се …',
  'card.added': 'Добавен в количката',
  'card.add-failed': 'Не се добави. Опитайте пак',
  'card.rating': 'Оценка {{value}} от 5, общо {{count}}',
  'card.refuse': 'Не ме интересува',
  'carousel.add-all': 'Добави всички в количката',
};
