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
  'checklist.checklist': 'Первые шаги',
  'checklist.missions': 'Показать или скрыть шаги',
  'checklist.so-far': 'Готово: {{done}} из {{count}}',
  'checklist.finished': 'Всё готово. Отлично!',
  'checklist.done': 'готово',
  'checklist.times': '{{done}} из {{count}}',
  'checklist.go': 'Перейти',
  'checklist.close': 'Закрыть список',
  'checklist.put-away': 'Убрать список',
  'checklist.reward': 'Ваша награда',
  'checklist.locked': 'Ваша, когда все шаги пройдены.',
  'checklist.collect': 'Забрать',
  'checklist.asking': 'Одну минуту…',
  'checklist.points': {
    one: '{{count}} балл уже на вашем счёте.',
    few: '{{count}} балла уже на вашем счёте.',
    many: '{{count}} баллов уже на вашем счёте.',
    other: '{{count}} балла уже на вашем счёте.',
  },
};
