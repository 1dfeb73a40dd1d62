import type { CampaignDocument } from '@regulars/schema';

/** The campaigns under test: in a shop, import the file that the marketers edit. */
export const campaigns: CampaignDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: [
    {
      id: 'welcome-tour',
      status: 'live',
      schedule: { from: '2026-11-01T00:00', to: '2026-12-01T00:00' },
      trigger: { on: 'page' },
      frequency: { stopOn: ['completed', 'dismissed'] },
      placement: { overlay: 'tour' },
      widget: {
        type: 'tour',
        props: { steps: [{ id: 'search', target: '.search', title: 'title', body: 'body' }] },
      },
      content: { en: { title: 'Looking for something?', body: 'Type a word here.' } },
    },
  ],
};
