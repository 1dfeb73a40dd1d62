import type { Messages } from '../message.ts';

/** Polish: tours and other guidance. */
export const pl: Messages = {
  'tour.tour': 'Przewodnik',
  'tour.step': 'Krok {{index}} z {{count}}',
  'tour.next': 'Dalej',
  'tour.back': 'Wstecz',
  'tour.done': 'Gotowe',
  'tour.skip': 'Pomiń',
  'tour.close': 'Zamknij',
  'announcement.announcement': 'Ogłoszenie',
  'announcement.close': 'Zamknij',
};
