import type { Messages } from '../message.ts';

/** Polish: points and standing. */
export const pl: Messages = {
  'wallet.points-title': 'Twoje punkty',
  'wallet.points': {
    one: '{{count}} punkt',
    few: '{{count}} punkty',
    many: '{{count}} punktów',
    other: '{{count}} punktu',
  },
  'wallet.unit': { one: 'punkt', few: 'punkty', many: 'punktów', other: 'punktu' },
  'wallet.pending': {
    one: 'Jeszcze {{count}} jest w drodze',
    few: 'Jeszcze {{count}} są w drodze',
    many: 'Jeszcze {{count}} jest w drodze',
    other: 'Jeszcze {{count}} jest w drodze',
  },
  'wallet.pending-why': 'Będą Twoje po upływie terminu zwrotu.',
  'wallet.history': 'Historia',
  'wallet.no-history': 'Nie ma jeszcze punktów. Pierwsze przyniesie pierwsze zamówienie.',
  'wallet.earned': 'Zdobyte',
  'wallet.spent': 'Wydane',
  'wallet.expired': 'Wygasłe',
  'wallet.reversed': 'Cofnięte po zwrocie',
  'wallet.won': 'Wygrane',
  'wallet.order': 'Zamówienie {{id}}',
  'wallet.loading': 'Wczytywanie punktów',
  'wallet.error': 'Nie udało się wczytać punktów.',
  'wallet.offline': 'Brak połączenia. Punkty pojawią się, gdy wróci.',
  'wallet.anonymous': 'Punkty zbierasz od pierwszego zamówienia.',
  'wallet.retry': 'Spróbuj ponownie',
};
