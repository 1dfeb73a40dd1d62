import type { Messages } from '../message.ts';

/** Hebrew, the right-to-left preview: points and standing. */
export const he: Messages = {
  'wallet.points-title': 'הנקודות שלך',
  'wallet.points': { one: 'נקודה {{count}}', two: '{{count}} נקודות', other: '{{count}} נקודות' },
  'wallet.unit': { one: 'נקודה', two: 'נקודות', other: 'נקודות' },
  'wallet.pending': { one: 'עוד {{count}} בדרך', two: 'עוד {{count}} בדרך', other: 'עוד {{count}} בדרך' },
  'wallet.pending-why': 'הן שלך בתום תקופת ההחזרה.',
  'wallet.history': 'היסטוריה',
  'wallet.no-history': 'אין עדיין נקודות. ההזמנה הראשונה תביא את הראשונות.',
  'wallet.earned': 'נצברו',
  'wallet.spent': 'נוצלו',
  'wallet.expired': 'פגו',
  'wallet.reversed': 'בוטלו לאחר החזרה',
  'wallet.won': 'מזכייה',
  'wallet.order': 'הזמנה {{id}}',
  'wallet.loading': 'הנקודות נטענות',
  'wallet.error': 'לא ניתן היה לטעון את הנקודות.',
  'wallet.offline': 'אין חיבור. הנקודות יופיעו כשהוא יחזור.',
  'wallet.anonymous': 'הנקודות נצברות מההזמנה הראשונה.',
  'wallet.retry': 'ניסיון נוסף',
};
