import type { CampaignDocument, ProgramDocument } from '@regulars/schema';

/** A small sound document; tests change one thing of it. */
export const sampleDocument: CampaignDocument = {
  formatVersion: 1,
  revision: 7,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  currency: 'EUR',
  audiences: { newcomers: { attr: 'session.count', op: 'eq', value: 1 } },
  campaigns: [
    {
      id: 'welcome-tour',
      status: 'live',
      priority: 10,
      audience: { use: 'newcomers' },
      trigger: { on: 'page' },
      frequency: { maxShows: 3, stopOn: ['completed', 'dismissed'] },
      placement: { overlay: 'tour' },
      widget: {
        type: 'tour',
        props: { steps: [{ id: 'search', target: '.js-search', title: 'title', body: 'search' }] },
      },
      content: {
        en: { title: 'Find it', search: 'Search here.' },
        bg: { title: 'Намерете го', search: 'Търсете тук.' },
      },
      goal: { event: 'order_placed', withinHours: 72 },
      notes: 'Agreed with the shop.',
    },
  ],
};

/** A programme with one pool, to go with it. */
export const sampleProgram: ProgramDocument = {
  formatVersion: 1,
  revision: 2,
  zone: 'Europe/Sofia',
  currency: 'EUR',
  earn: [{ id: 'order', on: 'order_placed', points: 1, per: 100 }],
  pools: {
    'thank-you': {
      version: 1,
      rulesUrl: '/rules/thank-you',
      perPerson: { max: 1, days: 30 },
      prizes: [
        { label: { en: '5 % off' }, weight: 1, stock: 10, reward: { type: 'coupon', template: 'five' } },
        { label: { en: '50 points' }, weight: 1, reward: { type: 'points', points: 50 } },
        { label: { en: 'Nothing' }, weight: 1, reward: { type: 'none' } },
      ],
      fallback: 2,
    },
  },
};
