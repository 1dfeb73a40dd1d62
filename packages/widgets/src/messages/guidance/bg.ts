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
  'checklist.checklist': 'Първи стъпки',
  'checklist.missions': 'Покажи или скрий стъпките',
  'checklist.so-far': 'Готови {{done}} от {{count}}',
  'checklist.finished': 'Всичко е готово. Чудесно!',
  'checklist.done': 'готово',
  'checklist.times': '{{done}} от {{count}}',
  'checklist.go': 'Към стъпката',
  'checklist.close': 'Затвори списъка',
  'checklist.put-away': 'Прибери списъка',
  'checklist.reward': 'Вашата награда',
  'checklist.locked': 'Ваша е, щом всички стъпки са готови.',
  'checklist.collect': 'Вземи я',
  'checklist.asking': 'Един момент…',
  'checklist.points': { one: '{{count}} точка е в профила ви.', other: '{{count}} точки са в профила ви.' },
};
