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
  'checklist.checklist': 'צעדים ראשונים',
  'checklist.missions': 'הצגה או הסתרה של הצעדים',
  'checklist.so-far': 'בוצעו {{done}} מתוך {{count}}',
  'checklist.finished': 'הכול בוצע. כל הכבוד!',
  'checklist.done': 'בוצע',
  'checklist.times': '{{done}} מתוך {{count}}',
  'checklist.go': 'קדימה',
  'checklist.close': 'סגירת הרשימה',
  'checklist.put-away': 'להסתיר את הרשימה',
  'checklist.reward': 'הפרס שלכם',
  'checklist.locked': 'שלכם כשכל הצעדים יושלמו.',
  'checklist.collect': 'לקבל',
  'checklist.asking': 'רגע אחד…',
  'checklist.points': {
    one: 'נקודה אחת נוספה לחשבונכם.',
    two: '{{count}} נקודות נוספו לחשבונכם.',
    other: '{{count}} נקודות נוספו לחשבונכם.',
  },
};
