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
  'checklist.checklist': 'Pierwsze kroki',
  'checklist.missions': 'Pokaż lub ukryj kroki',
  'checklist.so-far': 'Gotowe: {{done}} z {{count}}',
  'checklist.finished': 'Wszystko gotowe. Brawo!',
  'checklist.done': 'gotowe',
  'checklist.times': '{{done}} z {{count}}',
  'checklist.go': 'Przejdź',
  'checklist.close': 'Zamknij listę',
  'checklist.put-away': 'Schowaj listę',
  'checklist.reward': 'Twoja nagroda',
  'checklist.locked': 'Twoja, gdy wszystkie kroki będą gotowe.',
  'checklist.collect': 'Odbierz',
  'checklist.asking': 'Chwileczkę…',
  'checklist.points': {
    one: 'Na koncie masz {{count}} punkt więcej.',
    few: 'Na koncie masz {{count}} punkty więcej.',
    many: 'Na koncie masz {{count}} punktów więcej.',
    other: 'Na koncie masz {{count}} punktu więcej.',
  },
};
