import type { Preset } from './preset.ts';

/** A list of what goes with the first order, for those who have not ordered again. */
export const secondOrder: Preset = {
  summary: 'a list that goes with the first order, from the tenth day after it',
  next: [
    'Put <regulars-slot name="home-for-you"> on the home page, with a reserved height.',
    'Write the index of products with regulars build-index and name its address under recommendations.',
  ],
  campaigns: {
    formatVersion: 1,
    revision: 1,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    currency: 'EUR',
    recommendations: { index: '/index/manifest.json' },
    audiences: {
      orderedOnce: {
        all: [
          { attr: 'visitor.orders', op: 'eq', value: 1 },
          { attr: 'visitor.daysSinceLastOrder', op: 'gte', value: 10 },
        ],
      },
    },
    campaigns: [
      {
        id: 'second-order',
        name: 'Second order',
        status: 'live',
        priority: 10,
        tags: ['recommendation'],
        audience: { use: 'orderedOnce' },
        trigger: { on: 'page' },
        placement: { slot: 'home-for-you' },
        widget: { type: 'carousel', props: { strategy: 'for-you' } },
        content: {
          en: { title: 'Goes with your last order' },
          bg: { title: 'Подхожда на последната ви поръчка' },
          pl: { title: 'Pasuje do ostatniego zamówienia' },
          ru: { title: 'Подойдёт к вашему последнему заказу' },
        },
        goal: { event: 'order_placed', withinHours: 336 },
      },
    ],
  },
};
