import type { Messages } from '../message.ts';

/** Russian: points and standing. */
export const ru: Messages = {
  'wallet.points-title': 'Ваши баллы',
  'wallet.points': {
    one: '{{count}} балл',
    few: '{{count}} балла',
    many: '{{count}} баллов',
    other: '{{count}} балла',
  },
  'wallet.unit': { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
  'wallet.pending': {
    one: 'Ещё {{count}} в пути',
    few: 'Ещё {{count}} в пути',
    many: 'Ещё {{count}} в пути',
    other: 'Ещё {{count}} в пути',
  },
  'wallet.pending-why': 'Станут вашими, когда пройдёт срок возврата.',
  'wallet.history': 'История',
  'wallet.no-history': 'Баллов пока нет. Первые принесёт первый заказ.',
  'wallet.earned': 'Начислено',
  'wallet.spent': 'Потрачено',
  'wallet.expired': 'Сгорело',
  'wallet.reversed': 'Снято после возврата',
  'wallet.won': 'Выиграно',
  'wallet.order': 'Заказ {{id}}',
  'wallet.loading': 'Баллы загружаются',
  'wallet.error': 'Не удалось загрузить баллы.',
  'wallet.offline': 'Нет связи. Баллы появятся, когда она вернётся.',
  'wallet.anonymous': 'Баллы копятся с первого заказа.',
  'wallet.retry': 'Попробовать снова',
};
