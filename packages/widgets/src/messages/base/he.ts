import type { Messages } from '../message.ts';

/** Hebrew, the right-to-left preview: lists and cards. */
export const he: Messages = {
  'carousel.products': 'מוצרים בשבילך',
  'carousel.carousel': 'קרוסלה',
  'carousel.slide': 'שקופית',
  'carousel.place': '{{index}} מתוך {{count}}',
  'carousel.previous': 'המוצרים הקודמים',
  'carousel.next': 'המוצרים הבאים',
  'carousel.loading': 'המוצרים נטענים',
  'carousel.empty': 'עדיין אין כאן דבר.',
  'carousel.error': 'לא ניתן היה לטעון את המוצרים.',
  'card.now': 'עכשיו',
  'card.before': 'קודם',
  'card.sold-out': 'אזל המלאי',
  'card.add': 'הוספה לסל',
  'carousel.showing': 'מוצגים {{from}} עד {{to}} מתוך {{count}}',
  'carousel.stop': 'עצירת התנועה',
  'carousel.start': 'הפעלת התנועה',
  'card.adding': 'מתווסף …',
  'card.added': 'נוסף לסל',
  'card.add-failed': 'ההוספה נכשלה. לנסות שוב',
  'card.rating': 'דירוג {{value}} מתוך 5, סך הכול {{count}}',
  'card.refuse': 'לא מעניין אותי',
  'carousel.add-all': 'הוספת הכול לסל',
};
