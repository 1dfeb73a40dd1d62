import type {
  AnnouncementView,
  ChecklistReward,
  ChecklistView,
  HintView,
  LauncherView,
  TourView,
  WidgetView,
} from '@regulars/core';

/** A view of guidance, and the place in the page where it stands. */
export interface Guide {
  readonly place: 'overlay' | 'page-corner' | 'page-hint' | 'home-for-you';
  readonly view: WidgetView;
  /** Another slot that its step holds. */
  readonly holds?: string | undefined;
}

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    title: 'A shelf for every windowsill',
    body: 'We measured **two hundred** sills. Tell us yours, and only what fits is shown.',
    go: 'Measure mine',
    later: 'Not now',
    look: 'Look at three things',
    lookWhy: 'From then on we suggest what goes with them.',
    find: 'Search for a word',
    walk: 'Take the short walk round the shop',
    reward: 'A small present: 25 points or €5 off',
    returns: 'Delivery and returns',
    alt: 'A sill with herbs',
    long: 'A very long heading for a small announcement that nobody would write, but somebody will',
  },
  bg: {
    title: 'Рафт за всеки перваз',
    body: 'Измерихме **двеста** перваза. Кажете ни вашия и ще покажем само каквото се побира.',
    go: 'Измерете моя',
    later: 'Не сега',
    look: 'Разгледайте три неща',
    lookWhy: 'Оттам нататък предлагаме какво им отива.',
    find: 'Потърсете дума',
    walk: 'Минете по кратката обиколка из магазина',
    reward: 'Малък подарък: 25 точки или 5 € отстъпка',
    returns: 'Доставка и връщане',
    alt: 'Перваз с билки',
    long: 'Твърде дълго заглавие за малко съобщение, което никой не би написал, но все някой ще напише',
  },
  he: {
    title: 'מדף לכל אדן',
    body: 'מדדנו **מאתיים** אדנים. ספרו לנו על שלכם, ונציג רק מה שמתאים.',
    go: 'למדוד את שלי',
    later: 'לא עכשיו',
    look: 'הציצו בשלושה דברים',
    lookWhy: 'מכאן נציע מה מתאים להם.',
    find: 'חפשו מילה',
    walk: 'צאו לסיבוב הקצר בחנות',
    reward: 'מתנה קטנה: 25 נקודות או 5 € הנחה',
    returns: 'משלוחים והחזרות',
    alt: 'אדן עם עשבי תיבול',
    long: 'כותרת ארוכה מאוד להודעה קטנה שאיש לא היה כותב, אבל מישהו בכל זאת יכתוב',
  },
};

const base = (lang: string) => ({
  ...{ lang, dir: lang === 'he' ? ('rtl' as const) : ('ltr' as const) },
  texts: words[lang] ?? {},
  campaignId: 'guide',
});
const open = (url: string) => ({ type: 'open' as const, url });
const image = { src: '/picture-3.svg', alt: 'alt', width: 600, height: 400 };

function announcement(lang: string, props: Partial<AnnouncementView['props']>): AnnouncementView {
  return {
    ...base(lang),
    type: 'announcement',
    props: {
      ...{ form: 'card', title: 'title', body: 'body' },
      buttons: [
        { label: 'go', action: open('/go') },
        { label: 'later', action: { type: 'dismiss' } },
      ],
      ...props,
    },
  };
}

function checklist(lang: string, done: number, more: Partial<ChecklistView> = {}): ChecklistView {
  const missions: ChecklistView['props']['missions'] = [
    {
      ...{ id: 'look', title: 'look', body: 'lookWhy', event: 'product_viewed' },
      count: 3,
      action: open('/c'),
    },
    { id: 'find', title: 'find', event: 'search_performed', action: open('/search') },
    { id: 'walk', title: 'walk', event: 'tour_completed', action: { type: 'start', campaign: 'walk' } },
  ];
  return {
    ...base(lang),
    ...{ type: 'checklist', folded: false, fresh: false, props: { missions } },
    progress: missions.map(({ id, count: goal = 1 }, at) => ({
      ...{ id, goal },
      count: at < done ? goal : at === 0 ? 1 : 0,
    })),
    ...more,
  };
}

const rewarded = (lang: string, done: number, reward: ChecklistReward): Guide => ({
  place: 'home-for-you',
  view: checklist(lang, done, { reward }),
});

function launcher(lang: string, state: LauncherView['state']): Guide {
  const ready = state === 'ready';
  const { walk, returns } = words[lang] ?? {};
  const rows: LauncherView['rows'] = [
    { id: 'tour:walk', group: 'tours', label: walk },
    { id: 'prize:1', group: 'prizes', label: '−10 %' },
    { id: 'prize:2', group: 'prizes', label: '−5 €', code: 'THANKS-7K2P-9QXM' },
    { id: 'prize:3', group: 'prizes', label: '+25', collected: true },
    { id: 'link:0', group: 'links', label: returns, url: '/help' },
    { id: 'support', group: 'support', code: '7K2P9Q' },
    { id: 'tips', group: 'tips' },
  ];
  return {
    place: 'page-corner',
    view: {
      ...base(lang),
      texts: {},
      type: 'launcher',
      props: {},
      state,
      rows: ready ? rows : [],
      tips: true,
    },
  };
}

const hint = (lang: string, target?: string): HintView => ({
  ...{ ...base(lang), type: 'hint' },
  props: {
    ...{ title: 'title', body: 'body', placement: 'bottom', button: { label: 'go', action: open('/go') } },
    ...(target && { target }),
  },
});

function tour(lang: string, step: Omit<TourView['step'], 'id' | 'body'>): Guide {
  const steps = [
    { id: 'one', title: 'title', body: 'body', ...step },
    { id: 'two', body: 'body' },
    { id: 'three', body: 'body' },
  ];
  return {
    place: 'overlay',
    holds: step.slot,
    view: {
      ...{ ...base(lang), type: 'tour', props: { steps }, index: 0, count: 3 },
      step: steps[0] ?? { id: 'none', body: 'body' },
    },
  };
}

const buttons: TourView['step']['buttons'] = [
  { label: 'later', action: { type: 'snooze', minutes: 60 } },
  { label: 'find', answer: 'find' },
  { label: 'go', answer: 'go' },
];

type Make = (lang: string) => Guide;

/** Every form of guidance that a shopper can meet, by name. */
export const guides: Readonly<Record<string, Make>> = {
  'tour-tooltip': (lang) => tour(lang, { target: '.js-filter' }),
  'tour-card': (lang) => tour(lang, {}),
  'tour-modal': (lang) => tour(lang, { target: '.js-search', modal: true }),
  'tour-dock': (lang) => tour(lang, { target: '.js-none', onMissing: 'dock' }),
  'tour-media': (lang) => tour(lang, { media: { type: 'image', ...image }, buttons }),
  'tour-holds': (lang) => tour(lang, { target: '.js-filter', slot: 'guide-picks' }),
  'announcement-bar': (lang) => ({
    place: 'home-for-you',
    view: announcement(lang, { form: 'bar', buttons: [{ label: 'go', action: open('/go') }] }),
  }),
  'announcement-card': (lang) => ({ place: 'overlay', view: announcement(lang, { image }) }),
  'announcement-slot': (lang) => ({
    place: 'home-for-you',
    view: announcement(lang, { image, title: 'long' }),
  }),
  'announcement-modal': (lang) => ({ place: 'overlay', view: announcement(lang, { form: 'modal', image }) }),
  'checklist-begun': (lang) => rewarded(lang, 1, { state: 'locked' }),
  'checklist-ready': (lang) => rewarded(lang, 3, { state: 'ready' }),
  'checklist-code': (lang) =>
    rewarded(lang, 3, {
      state: 'given',
      label: '€5',
      code: 'THANKS-7K2P-9QXM',
      endsAt: Date.UTC(2026, 11, 24),
    }),
  'checklist-points': (lang) => rewarded(lang, 3, { state: 'given', label: '+25', points: 25 }),
  'checklist-refused': (lang) => rewarded(lang, 3, { state: 'refused', reason: 'already-played' }),
  'checklist-corner': (lang) => ({ place: 'page-corner', view: checklist(lang, 1) }),
  'checklist-folded': (lang) => ({ place: 'page-corner', view: checklist(lang, 1, { folded: true }) }),
  'hint-beacon': (lang) => ({ place: 'page-hint', view: hint(lang, '.js-filter') }),
  'hint-slot': (lang) => ({ place: 'home-for-you', view: hint(lang) }),
  'launcher-closed': (lang) => launcher(lang, 'closed'),
  'launcher-open': (lang) => launcher(lang, 'ready'),
  'launcher-error': (lang) => launcher(lang, 'error'),
};
