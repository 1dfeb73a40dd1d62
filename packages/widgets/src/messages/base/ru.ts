import type { Messages } from '../message.ts';

/** Russian: lists and cards. */
export const ru: Messages = {
  'carousel.products': 'Товары для вас',
  'carousel.carousel': 'карусель',
  'carousel.slide': 'слайд',
  'carousel.place': '{{index}} из {{count}}',
  'carousel.previous': 'Предыдущие товары',
  'carousel.next': 'Следующие товары',
  'carousel.loading': 'Товары загружаются',
  'carousel.empty': 'Пока здесь ничего нет.',
  'carousel.error': 'Не удалось загрузить товары.',
  'card.now': 'Сейчас',
  'card.before': 'Раньше',
  'card.sold-out': 'Распродано',
  'card.add': 'В корзину',
  'carousel.showing': 'Показаны с {{from}} по {{to}} из {{count}}',
  'carousel.stop': 'Остановить прокрутку',
  'carousel.start': 'Включить прокрутку',
  'card.adding': 'Добавляется …',
  'card.added': 'В корзине',
  'card.add-failed': 'Не добавилось. Повторить',
  'card.rating': 'Оценка {{value}} из 5, всего {{count}}',
  'card.refuse': 'Не интересно',
  'carousel.add-all': 'Все в корзину',
};
