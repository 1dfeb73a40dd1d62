import type { Messages } from '../message.ts';

/** Russian: tours and other guidance. */
export const ru: Messages = {
  'tour.tour': 'Знакомство',
  'tour.step': 'Шаг {{index}} из {{count}}',
  'tour.next': 'Дальше',
  'tour.back': 'Назад',
  'tour.done': 'Готово',
  'tour.skip': 'Пропустить',
  'tour.close': 'Закрыть',
  'announcement.announcement': 'Объявление',
  'announcement.close': 'Закрыть',
};
