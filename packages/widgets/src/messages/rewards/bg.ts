import type { Messages } from '../message.ts';

/** Bulgarian: points and standing. */
export const bg: Messages = {
  'wallet.points-title': 'Вашите точки',
  'wallet.points': { one: '{{count}} точка', other: '{{count}} точки' },
  'wallet.unit': { one: 'точка', other: 'точки' },
  'wallet.pending': { one: 'Още {{count}} е на път', other: 'Още {{count}} са на път' },
  'wallet.pending-why': 'Ваши са, щом изтече срокът за връщане.',
  'wallet.history': 'История',
  'wallet.no-history': 'Още няма точки. Първата поръчка носи първите.',
  'wallet.earned': 'Спечелени',
  'wallet.spent': 'Използвани',
  'wallet.expired': 'Изтекли',
  'wallet.reversed': 'Отнети след връщане',
  'wallet.won': 'От награда',
  'wallet.order': 'Поръчка {{id}}',
  'wallet.loading': 'Точките се зареждат',
  'wallet.error': 'Точките не можаха да се заредят.',
  'wallet.offline': 'Няма връзка. Точките ще се покажат, щом тя се върне.',
  'wallet.anonymous': 'Точките идват с първата ви поръчка.',
  'wallet.retry': 'Опитай пак',
};
