import type { Messages } from '../message.ts';

/** Hebrew, the right-to-left preview: tours and other guidance. */
export const he: Messages = {
  'tour.tour': 'סיור',
  'tour.step': 'שלב {{index}} מתוך {{count}}',
  'tour.next': 'הבא',
  'tour.back': 'הקודם',
  'tour.done': 'סיום',
  'tour.skip': 'דילוג על הסיור',
  'tour.close': 'סגירה',
  'announcement.announcement': 'הודעה',
  'announcement.close': 'סגירה',
};
