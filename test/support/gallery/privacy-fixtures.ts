import type { PrivacyView } from '@regulars/core';

/** The privacy element of somebody who allowed most and did a little of everything. */
export function privacyView(lang: string, more: Partial<PrivacyView> = {}): PrivacyView {
  return {
    type: 'privacy',
    campaignId: 'my-privacy',
    lang,
    dir: lang === 'he' ? 'rtl' : 'ltr',
    texts: {},
    props: {},
    state: 'ready',
    consent: {
      answered: true,
      granted: ['necessary', 'functional', 'analytics', 'personalization'],
      gpc: true,
    },
    held: [
      { kind: 'pages', count: 24 },
      { kind: 'products', count: 1 },
      { kind: 'searches', count: 2 },
      { kind: 'orders', count: 1 },
      { kind: 'others', count: 132 },
      { kind: 'visits', count: 3 },
      { kind: 'interests', count: 14 },
      { kind: 'notes', count: 5 },
      { kind: 'games', count: 1 },
      { kind: 'marks', count: 4 },
    ],
    memory: false,
    switches: { lists: true, tips: false, games: true },
    ...more,
  };
}

/** The states of the privacy element, by name. */
export function privacyViews(lang: string): Readonly<Record<string, PrivacyView>> {
  const nobody = { granted: ['necessary'], gpc: false } as const;
  return {
    loading: privacyView(lang, { state: 'loading', held: [] }),
    ready: privacyView(lang),
    pending: privacyView(lang, { consent: { ...nobody, answered: false }, held: [] }),
    denied: privacyView(lang, { consent: { ...nobody, answered: true }, held: [] }),
    memory: privacyView(lang, { memory: true }),
    erased: privacyView(lang, { held: [{ kind: 'marks', count: 1 }], said: 'erased' }),
    failed: privacyView(lang, { state: 'error', said: 'failed', held: [] }),
  };
}
