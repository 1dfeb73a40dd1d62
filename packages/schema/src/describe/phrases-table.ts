import type { Operator } from '../condition.ts';

/** How a language says conditions. `{a}` is the attribute, `{v}` the value. */
export interface Phrases {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly everybody: string;
  readonly yes: string;
  readonly no: string;
  readonly audience: string;
  readonly operators: Readonly<Record<Operator, string>>;
  readonly missing: string;
  /** Behaviour: `{e}` the event, `{n}` the number. */
  readonly did: string;
  readonly neverDid: string;
  readonly didExactly: string;
  readonly didAtLeast: string;
  readonly didAtMost: string;
  readonly didBetween: string;
  /** Plural forms of "in the last N days" by category. */
  readonly withinDays: Readonly<Record<string, string>>;
  /** Plural forms of "N times". */
  readonly times: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
}

const en: Phrases = {
  and: 'and',
  or: 'or',
  not: 'not: {c}',
  everybody: 'everybody',
  yes: 'yes',
  no: 'no',
  audience: 'is in the audience “{v}”',
  operators: {
    eq: '{a} is {v}',
    ne: '{a} is not {v}',
    in: '{a} is one of {v}',
    notIn: '{a} is none of {v}',
    gt: '{a} is more than {v}',
    gte: '{a} is at least {v}',
    lt: '{a} is less than {v}',
    lte: '{a} is at most {v}',
    between: '{a} is between {v}',
    exists: '{a} is known',
    startsWith: '{a} starts with {v}',
    endsWith: '{a} ends with {v}',
    contains: '{a} contains {v}',
    glob: '{a} matches {v}',
    before: '{a} is before {v}',
    after: '{a} is after {v}',
    withinLast: '{a} is within the last {v} days',
    hasAny: '{a} includes any of {v}',
    hasAll: '{a} includes all of {v}',
  },
  missing: '{a} is not known',
  did: '{e}',
  neverDid: 'never {e}',
  didExactly: '{e} exactly {n}',
  didAtLeast: '{e} at least {n}',
  didAtMost: '{e} at most {n}',
  didBetween: '{e} {m} to {n}',
  withinDays: { one: 'in the last day', other: 'in the last {n} days' },
  times: { one: '{n} time', other: '{n} times' },
  attributes: {
    'cart.total': 'cart total',
    'cart.count': 'number of products in the cart',
    'session.count': 'number of visits',
    'session.pages': 'pages in this visit',
    'page.path': 'page address',
    'page.type': 'kind of page',
    'page.locale': 'page language',
    'device.type': 'device',
    'visitor.orders': 'number of orders',
    'wallet.points': 'points',
  },
  events: {
    product_viewed: 'viewed a product',
    order_placed: 'placed an order',
    cart_product_added: 'put a product into the cart',
    search_performed: 'searched',
    page_viewed: 'viewed a page',
    filter_used: 'used a filter',
    checkout_started: 'started the checkout',
  },
};

const bg: Phrases = {
  and: 'и',
  or: 'или',
  not: 'не е вярно, че: {c}',
  everybody: 'всички',
  yes: 'да',
  no: 'не',
  audience: 'е в аудиторията „{v}“',
  operators: {
    eq: '{a} е {v}',
    ne: '{a} не е {v}',
    in: '{a} е някое от {v}',
    notIn: '{a} не е никое от {v}',
    gt: '{a} е повече от {v}',
    gte: '{a} е поне {v}',
    lt: '{a} е по-малко от {v}',
    lte: '{a} е най-много {v}',
    between: '{a} е между {v}',
    exists: '{a} – известно',
    startsWith: '{a} започва с {v}',
    endsWith: '{a} завършва на {v}',
    contains: '{a} съдържа {v}',
    glob: '{a} съвпада с {v}',
    before: '{a} е преди {v}',
    after: '{a} е след {v}',
    withinLast: '{a} е в последните {v} дни',
    hasAny: '{a} включва някое от {v}',
    hasAll: '{a} включва всички от {v}',
  },
  missing: '{a} – неизвестно',
  did: '{e}',
  neverDid: 'нито веднъж: {e}',
  didExactly: '{e} точно {n}',
  didAtLeast: '{e} поне {n}',
  didAtMost: '{e} най-много {n}',
  didBetween: '{e} от {m} до {n}',
  withinDays: { one: 'през последния {n} ден', other: 'през последните {n} дни' },
  times: { one: '{n} път', other: '{n} пъти' },
  attributes: {
    'cart.total': 'сумата в количката',
    'cart.count': 'броят продукти в количката',
    'session.count': 'броят посещения',
    'session.pages': 'страниците в това посещение',
    'page.path': 'адресът на страницата',
    'page.type': 'видът страница',
    'page.locale': 'езикът на страницата',
    'device.type': 'устройството',
    'visitor.orders': 'броят поръчки',
    'wallet.points': 'точките',
  },
  events: {
    product_viewed: 'разгледал продукт',
    order_placed: 'направил поръчка',
    cart_product_added: 'сложил продукт в количката',
    search_performed: 'търсил',
    page_viewed: 'видял страница',
    filter_used: 'използвал филтър',
    checkout_started: 'започнал поръчка',
  },
};

const pl: Phrases = {
  and: 'i',
  or: 'lub',
  not: 'nieprawda, że: {c}',
  everybody: 'wszyscy',
  yes: 'tak',
  no: 'nie',
  audience: 'jest w grupie „{v}”',
  operators: {
    eq: '{a}: {v}',
    ne: '{a}: nie {v}',
    in: '{a}: jedno z {v}',
    notIn: '{a}: żadne z {v}',
    gt: '{a}: więcej niż {v}',
    gte: '{a}: co najmniej {v}',
    lt: '{a}: mniej niż {v}',
    lte: '{a}: co najwyżej {v}',
    between: '{a}: między {v}',
    exists: '{a}: znane',
    startsWith: '{a}: zaczyna się od {v}',
    endsWith: '{a}: kończy się na {v}',
    contains: '{a}: zawiera {v}',
    glob: '{a}: pasuje do {v}',
    before: '{a}: przed {v}',
    after: '{a}: po {v}',
    withinLast: '{a}: w ciągu ostatnich {v} dni',
    hasAny: '{a}: zawiera któreś z {v}',
    hasAll: '{a}: zawiera wszystkie z {v}',
  },
  missing: '{a}: nieznane',
  did: '{e}',
  neverDid: 'ani razu: {e}',
  didExactly: '{e} dokładnie {n}',
  didAtLeast: '{e} co najmniej {n}',
  didAtMost: '{e} co najwyżej {n}',
  didBetween: '{e} {m}–{n}',
  withinDays: {
    one: 'w ciągu ostatniego dnia',
    few: 'w ciągu ostatnich {n} dni',
    many: 'w ciągu ostatnich {n} dni',
    other: 'w ciągu ostatnich {n} dni',
  },
  times: { one: '{n} raz', few: '{n} razy', many: '{n} razy', other: '{n} razy' },
  attributes: {
    'cart.total': 'suma koszyka',
    'cart.count': 'liczba produktów w koszyku',
    'session.count': 'liczba wizyt',
    'session.pages': 'strony w tej wizycie',
    'page.path': 'adres strony',
    'page.type': 'rodzaj strony',
    'page.locale': 'język strony',
    'device.type': 'urządzenie',
    'visitor.orders': 'liczba zamówień',
    'wallet.points': 'punkty',
  },
  events: {
    product_viewed: 'oglądał produkt',
    order_placed: 'złożył zamówienie',
    cart_product_added: 'dodał produkt do koszyka',
    search_performed: 'szukał',
    page_viewed: 'widział stronę',
    filter_used: 'użył filtra',
    checkout_started: 'rozpoczął zamówienie',
  },
};

const ru: Phrases = {
  and: 'и',
  or: 'или',
  not: 'неверно, что: {c}',
  everybody: 'все',
  yes: 'да',
  no: 'нет',
  audience: 'входит в аудиторию «{v}»',
  operators: {
    eq: '{a}: {v}',
    ne: '{a}: не {v}',
    in: '{a}: одно из {v}',
    notIn: '{a}: ни одно из {v}',
    gt: '{a}: больше {v}',
    gte: '{a}: не меньше {v}',
    lt: '{a}: меньше {v}',
    lte: '{a}: не больше {v}',
    between: '{a}: между {v}',
    exists: '{a}: известно',
    startsWith: '{a}: начинается с {v}',
    endsWith: '{a}: заканчивается на {v}',
    contains: '{a}: содержит {v}',
    glob: '{a}: подходит под {v}',
    before: '{a}: до {v}',
    after: '{a}: после {v}',
    withinLast: '{a}: за последние {v} дн.',
    hasAny: '{a}: содержит любое из {v}',
    hasAll: '{a}: содержит все из {v}',
  },
  missing: '{a}: неизвестно',
  did: '{e}',
  neverDid: 'ни разу: {e}',
  didExactly: '{e} ровно {n}',
  didAtLeast: '{e} минимум {n}',
  didAtMost: '{e} максимум {n}',
  didBetween: '{e} {m}–{n}',
  withinDays: {
    one: 'за последний {n} день',
    few: 'за последние {n} дня',
    many: 'за последние {n} дней',
    other: 'за последние {n} дня',
  },
  times: { one: '{n} раз', few: '{n} раза', many: '{n} раз', other: '{n} раза' },
  attributes: {
    'cart.total': 'сумма корзины',
    'cart.count': 'число товаров в корзине',
    'session.count': 'число визитов',
    'session.pages': 'страниц за визит',
    'page.path': 'адрес страницы',
    'page.type': 'вид страницы',
    'page.locale': 'язык страницы',
    'device.type': 'устройство',
    'visitor.orders': 'число заказов',
    'wallet.points': 'баллы',
  },
  events: {
    product_viewed: 'смотрел товар',
    order_placed: 'оформил заказ',
    cart_product_added: 'добавил товар в корзину',
    search_performed: 'искал',
    page_viewed: 'видел страницу',
    filter_used: 'пользовался фильтром',
    checkout_started: 'начал оформление',
  },
};

/** Phrases by language; any other language reads English. */
export const phrases: Readonly<Record<string, Phrases>> = { en, bg, pl, ru };
