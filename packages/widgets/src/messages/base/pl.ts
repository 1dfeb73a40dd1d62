import type { Messages } from '../message.ts';

/** Polish: lists and cards. */
export const pl: Messages = {
  'carousel.products': 'Produkty dla Ciebie',
  'carousel.carousel': 'karuzela',
  'carousel.slide': 'slajd',
  'carousel.place': '{{index}} z {{count}}',
  'carousel.previous': 'Poprzednie produkty',
  'carousel.next': 'Następne produkty',
  'carousel.loading': 'Wczytywanie produktów',
  'carousel.empty': 'Na razie nic tu nie ma.',
  'carousel.error': 'Nie udało się wczytać produktów.',
  'card.now': 'Teraz',
  'card.before': 'Wcześniej',
  'card.sold-out': 'Wyprzedane',
  'card.add': 'Do koszyka',
  'carousel.showing': 'Widać od {{from}} do {{to}} z {{count}}',
  'carousel.stop': 'Zatrzymaj przesuwanie',
  'carousel.start': 'Włącz przesuwanie',
  'card.adding': 'Dodawanie …',
  'card.added': 'Dodano do koszyka',
  'card.add-failed': 'Nie udało się dodać. Spróbuj ponownie',
  'card.rating': 'Ocena {{value}} na 5, razem {{count}}',
  'card.refuse': 'Nie interesuje mnie',
  'carousel.add-all': 'Dodaj wszystko do koszyka',
};
