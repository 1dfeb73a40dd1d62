import type { Preset } from './preset.ts';

/** Three steps for somebody who is here for the first time. */
export const firstVisitTour: Preset = {
  summary: 'three steps for first visits, offered once, that can be left at any time',
  next: [
    'It looks for input[type="search"], form.filters and a link to /cart; elsewhere give them data-tour="search", "filters" and "cart".',
    'Read the texts aloud once; they are yours from now on.',
  ],
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    caps: { overlay: { perSession: 1, perDay: 2, pauseMinutes: 10 } },
    audiences: { firstVisit: { attr: 'session.count', op: 'eq', value: 1 } },
    campaigns: [
      {
        id: 'first-visit-tour',
        name: 'Tour for first visits',
        status: 'live',
        priority: 30,
        tags: ['guidance'],
        audience: { use: 'firstVisit' },
        trigger: { on: 'engaged', ms: 8000 },
        cancelOn: ['cart_product_added', 'checkout_started'],
        frequency: { maxShows: 2, maxDismissals: 1, stopOn: ['completed', 'dismissed'] },
        placement: { overlay: 'tour' },
        widget: {
          type: 'tour',
          props: {
            steps: [
              {
                id: 'search',
                target: ['[data-tour="search"]', 'input[type="search"]'],
                title: 'search-title',
                body: 'search-body',
                onMissing: 'skip',
              },
              {
                id: 'filters',
                target: ['[data-tour="filters"]', 'form.filters'],
                title: 'filters-title',
                body: 'filters-body',
                onMissing: 'skip',
              },
              {
                id: 'cart',
                target: ['[data-tour="cart"]', 'a[href$="/cart"]'],
                title: 'cart-title',
                body: 'cart-body',
                onMissing: 'center',
              },
            ],
          },
        },
        content: {
          en: {
            'search-title': 'Find it fast',
            'search-body': 'Type a word; results come as you type.',
            'filters-title': 'Narrow it down',
            'filters-body': 'Size, colour and price are here.',
            'cart-title': 'Your cart waits',
            'cart-body': 'What you put in stays here until you come back.',
          },
          bg: {
            'search-title': 'Намерете бързо',
            'search-body': 'Напишете дума; резултатите идват, докато пишете.',
            'filters-title': 'Стеснете избора',
            'filters-body': 'Тук са размерът, цветът и цената.',
            'cart-title': 'Количката ви чака',
            'cart-body': 'Каквото сложите в нея, остава тук, докато се върнете.',
          },
          pl: {
            'search-title': 'Znajdź szybko',
            'search-body': 'Wpisz słowo; wyniki pojawiają się w trakcie pisania.',
            'filters-title': 'Zawęź wybór',
            'filters-body': 'Tutaj są rozmiar, kolor i cena.',
            'cart-title': 'Koszyk czeka',
            'cart-body': 'To, co do niego włożysz, zostanie tu do Twojego powrotu.',
          },
          ru: {
            'search-title': 'Найдите быстро',
            'search-body': 'Введите слово – результаты появятся сразу.',
            'filters-title': 'Уточните выбор',
            'filters-body': 'Здесь размер, цвет и цена.',
            'cart-title': 'Корзина подождёт',
            'cart-body': 'То, что вы положите в неё, останется до вашего возвращения.',
          },
        },
        goal: { event: 'order_placed', withinHours: 168 },
      },
    ],
  },
};
