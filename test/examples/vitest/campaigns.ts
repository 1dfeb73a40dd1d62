import type { CampaignDocument } from '@regulars/schema';

/** The campaigns under test: in a shop, import the file that the marketers edit. */
export const campaigns: CampaignDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  currency: 'EUR',
  campaigns: [
    {
      id: 'points-for-searchers',
      status: 'live',
      audience: { did: 'search_performed', count: { gte: 2 } },
      schedule: { from: '2026-11-01T00:00', to: '2026-12-01T00:00' },
      trigger: [{ on: 'page' }, { on: 'event', event: 'search_performed' }],
      placement: { slot: 'account-wallet' },
      widget: { type: 'wallet', props: {} },
      content: { en: { title: 'Your points' } },
    },
  ],
};
