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
  'checklist.checklist': 'First steps',
  'checklist.missions': 'Show or hide the steps',
  'checklist.so-far': '{{done}} of {{count}} done',
  'checklist.finished': 'All done. Well done!',
  'checklist.done': 'done',
  'checklist.times': '{{done}} of {{count}}',
  'checklist.go': 'Go',
  'checklist.close': 'Close the list',
  'checklist.put-away': 'Put the list away',
  'checklist.reward': 'Your reward',
  'checklist.locked': 'Yours when every step is done.',
  'checklist.collect': 'Collect it',
  'checklist.asking': 'One moment…',
  'checklist.points': {
    one: '{{count}} point is in your account.',
    other: '{{count}} points are in your account.',
  },
};
