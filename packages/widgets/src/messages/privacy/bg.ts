import type { Messages } from '../message.ts';

/** Bulgarian: the privacy element. */
export const bg: Messages = {
  'privacy.title': 'Какво знаем за вас',
  'privacy.lead': 'Пази се на това устройство и, където сте разрешили, в този магазин.',
  'privacy.consent': 'Какво сте разрешили',
  'privacy.functional': 'Да помним настройки и напредък',
  'privacy.analytics': 'Да измерваме как се ползва магазинът',
  'privacy.personalization': 'Да избираме продукти за вас',
  'privacy.marketing': 'Реклама',
  'privacy.allowed': 'Разрешено',
  'privacy.refused': 'Не е разрешено',
  'privacy.open': 'Без отговор',
  'privacy.gpc': 'Браузърът ви моли магазините да не продават и споделят данните ви. Ние го спазваме.',
  'privacy.change': 'Промяна',
  'privacy.held': 'Какво се пази на това устройство',
  'privacy.loading': 'Един момент…',
  'privacy.nothing': 'На това устройство не се пази нищо.',
  'privacy.memory': 'Браузърът ви не записва нищо за този магазин: всичко изчезва, щом напуснете страницата.',
  'privacy.pages': { one: '{{count}} отворена страница', other: '{{count}} отворени страници' },
  'privacy.products': {
    one: '{{count}} разглеждане на продукт',
    other: '{{count}} разглеждания на продукти',
  },
  'privacy.searches': { one: '{{count}} търсене', other: '{{count}} търсения' },
  'privacy.orders': { one: '{{count}} поръчка', other: '{{count}} поръчки' },
  'privacy.others': {
    one: '{{count}} друго нещо, което сте направили или видели тук',
    other: '{{count}} други неща, които сте направили или видели тук',
  },
  'privacy.visits': { one: '{{count}} посещение', other: '{{count}} посещения' },
  'privacy.interests': {
    one: '{{count}} интерес към продукт, марка или вид',
    other: '{{count}} интереса към продукти, марки и видове',
  },
  'privacy.notes': {
    one: '{{count}} бележка за обиколка или съобщение, което сте видели',
    other: '{{count}} бележки за обиколки и съобщения, които сте видели',
  },
  'privacy.games': { one: '{{count}} игра, която сте играли', other: '{{count}} игри, които сте играли' },
  'privacy.marks': {
    one: '{{count}} технически знак, например случаен номер на устройството',
    other: '{{count}} технически знака, например случаен номер на устройството',
  },
  'privacy.download': 'Изтегляне',
  'privacy.erase': 'Изтриване',
  'privacy.sure':
    'Да изтрием ли всичко от това устройство и да помолим магазина да изтрие своето копие? Невзетите награди се губят. Това не може да се върне.',
  'privacy.yes': 'Да, изтрийте',
  'privacy.no': 'Запазете го',
  'privacy.downloaded': 'Файлът ви се записва.',
  'privacy.erased': 'Изтрито.',
  'privacy.erased-goes-on':
    'Изтрито. Оттук нататък започва отначало, както сте разрешили; изберете „Промяна“, ако не го искате.',
  'privacy.failed': 'Не се получи. Опитайте пак.',
  'privacy.switches': 'Какво искате да виждате',
  'privacy.switch-lists': 'Продукти, избрани за вас',
  'privacy.why-lists': 'Според това, което сте разгледали. Без това: популярното, еднакво за всички.',
  'privacy.switch-tips': 'Подсказки',
  'privacy.why-tips': 'Обиколки, подсказки и съобщения може да се появяват сами.',
  'privacy.switch-games': 'Игри',
  'privacy.why-games': 'Може да се предлагат колела, кутии и карти за изтриване.',
};
