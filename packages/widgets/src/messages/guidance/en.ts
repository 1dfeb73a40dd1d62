import type { Messages } from '../message.ts';

/** English: tours and other guidance. */
export const en: Messages = {
  'tour.tour': 'Tour',
  'tour.step': 'Step {{index}} of {{count}}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.done': 'Done',
  'tour.skip': 'Skip tour',
  'tour.close': 'Close',
  'announcement.announcement': 'Announcement',
  'announcement.close': 'Close',
};
