/** Our tour on the shop page: the built script, its public members, a document. Nothing else is used. */
const { plan } = window;
const { campaign, props, document: more, settings, campaigns = [], consent } = plan.ours ?? {};
const content = {};
const steps = plan.steps.map(
  ({ id, target, title, text, waitMs, onMissing, placement, advanceOnClick, ours }) => {
    content[`${id}-text`] = text;
    if (title) content[`${id}-title`] = title;
    return {
      id,
      body: `${id}-text`,
      ...(title ? { title: `${id}-title` } : {}),
      ...(target ? { target } : {}),
      ...(waitMs === undefined ? {} : { waitMs }),
      ...(onMissing ? { onMissing } : {}),
      ...(placement ? { placement } : {}),
      ...(advanceOnClick ? { advanceOn: { clicks: advanceOnClick } } : {}),
      ...(plan.still ? { scroll: false } : {}),
      ...ours,
    };
  },
);
const tour = {
  id: 'tour',
  status: 'live',
  trigger: { on: 'click', selector: '#no-such-trigger' },
  placement: { overlay: 'tour' },
  widget: { type: 'tour', props: { ...(plan.modal ? { modal: true } : {}), ...props, steps } },
  content: { en: content, ...(settings?.locale ? { [settings.locale]: content } : {}) },
  ...campaign,
};
window.regularsConfig = {
  key: `shop-key-${plan.turn}`,
  consent: consent ?? ['functional', 'analytics', 'personalization', 'marketing'],
  locale: 'en',
  ...settings,
  test: {
    document: {
      formatVersion: 1,
      revision: 1,
      zone: 'UTC',
      fallbackLocales: ['en'],
      ...more,
      campaigns: [tour, ...campaigns],
    },
    force: true,
    now: () => Date.now() + Number(localStorage.getItem('skew') ?? 0),
    ...settings?.test,
  },
};

const kinds = {
  tour_started: 'started',
  tour_step_shown: 'shown',
  tour_step_skipped: 'missing',
  tour_completed: 'completed',
  tour_dismissed: 'dismissed',
};
window.player = {
  async start() {
    await window.regulars.ready();
    window.regulars.open('tour');
    await window.regulars.idle();
  },
  cancel: () => window.regulars.stop(),
  async log() {
    const { events } = await window.regulars.exportJourney();
    return events
      .filter(({ name }) => name in kinds)
      .map(({ name, props: { stepId, reason, cause } }) => ({
        type: kinds[name],
        id: stepId,
        reason: reason ?? cause,
      }));
  },
  addListener(listener) {
    document.addEventListener('regulars-tour-advance', listener);
    return () => document.removeEventListener('regulars-tour-advance', listener);
  },
  side: () => {
    const overlay = document.querySelector('regulars-overlay');
    const box = overlay?.shadowRoot
      ?.querySelector('regulars-tour')
      ?.shadowRoot?.querySelector('[part~="box"]');
    return box?.dataset.side ?? null;
  },
};

if (plan.confirm)
  document.addEventListener('regulars-tour-advance', (event) => {
    if (event.detail.act === 'dismiss' && !window.hooks[plan.confirm]()) event.preventDefault();
  });
