import type { Messages } from '../message.ts';

/** Bulgarian: tours and other guidance. */
export const bg: Messages = {
  'tour.tour': 'Обиколка',
  'tour.step': 'Стъпка {{index}} от {{count}}',
  'tour.next': 'Напред',
  'tour.back': 'Назад',
  'tour.done': 'Готово',
  'tour.skip': 'Пропусни',
  'tour.close': 'Затвори',
  'announcement.announcement': 'Съобщение',
  'announcement.close': 'Затваряне',
};
