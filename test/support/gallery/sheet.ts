import type { ReadingView, WidgetHost, WidgetView } from '@regulars/core';
import { elementLoaders } from '@regulars/widgets';
import { walletView, wheelView } from './fixtures.ts';
import { boxView, funQuizView, gameStates, quizView, reelsView, scratchView } from './game-fixtures.ts';
import { listViews } from './list-fixtures.ts';
import { privacyViews } from './privacy-fixtures.ts';
import * as readings from './reading-fixtures.ts';

type Views = Readonly<Record<string, WidgetView>>;

const readingStates: readonly ReadingView['state'][] = ['loading', 'ready', 'error', 'offline', 'anonymous'];

function gameViews(make: (more: object) => WidgetView): Views {
  return Object.fromEntries(Object.entries(gameStates).map(([name, more]) => [name, make(more)]));
}

function readingViews(
  make: (state: ReadingView['state'], more?: object) => WidgetView,
  empty: unknown,
): Views {
  const states = Object.fromEntries(readingStates.map((state) => [state, make(state)]));
  return { ...states, empty: make('ready', { known: empty }) };
}

/** Every state of one element, by name. */
export function sheetViews(type: string, lang: string): Views {
  const hour = 3_600_000;
  const all: Readonly<Record<string, () => Views>> = {
    carousel: () => listViews(lang),
    wheel: () => gameViews((more) => wheelView(lang, more)),
    scratch: () => gameViews((more) => scratchView(lang, more)),
    box: () => gameViews((more) => boxView(lang, more)),
    reels: () => gameViews((more) => reelsView(lang, more)),
    quiz: () => ({
      ...gameViews((more) => quizView(lang, more)),
      failed: quizView(lang, { state: 'refused', reason: 'quiz-failed' }),
      fun: funQuizView(lang),
    }),
    wallet: () => ({
      ...readingViews((state, more = {}) => ({ ...walletView(lang, state), ...more }) as WidgetView, {
        points: 0,
        pending: 0,
        entries: [],
      }),
      rich: richWallet(lang),
    }),
    prizes: () => ({
      ...readingViews((state, more) => readings.prizesView(lang, state, more), []),
      sent: readings.prizesView(lang, 'ready', { answer: { act: 'send', value: 'p1', state: 'done' } }),
    }),
    coupon: () => readingViews((state, more) => readings.couponView(lang, state, more), []),
    tier: () => ({
      ...readingViews((state, more) => readings.tierView(lang, state, more), { points: 0, levels: [] }),
      grace: readings.tierView(lang, 'ready', {
        known: { ...readings.known.tier, keepUntil: Date.UTC(2026, 11, 20) },
      }),
    }),
    badges: () => readingViews((state, more) => readings.badgesView(lang, state, more), []),
    streak: () => readingViews((state, more) => readings.streakView(lang, state, more), []),
    quest: () => readingViews((state, more) => readings.questView(lang, state, more), []),
    leaderboard: () =>
      readingViews((state, more) => readings.boardView(lang, state, more), {
        id: 'x',
        name: 'x',
        metric: 'points',
        rows: [],
      }),
    referral: () => readingViews((state, more) => readings.friendsView(lang, state, more), undefined),
    privacy: () => privacyViews(lang),
    progress: () => ({ both: readings.progressView(lang) }),
    countdown: () => ({
      days: readings.countdownView(lang, 75.4 * hour),
      minutes: readings.countdownView(lang, 0.15 * hour),
      dateAlone: readings.countdownView(lang, 0, { endsIn: undefined }),
    }),
  };
  return all[type]?.() ?? {};
}

function richWallet(lang: string): WidgetView {
  const view = walletView(lang);
  const at = Date.UTC(2026, 11, 31);
  return {
    ...view,
    ...(view.known && {
      known: {
        ...view.known,
        nextExpiry: { points: 120, at },
        credit: { value: 450, currency: 'EUR' },
        ways: [
          { id: 'order', label: '1 point for each euro' },
          { id: 'review', label: '20 points for a review' },
        ],
      },
    }),
    offers: [
      { id: 'five', label: '€5 off', points: 500, reward: 'coupon' },
      { id: 'pan', label: 'A copper pan', points: 9000, reward: 'coupon', refusal: 'not-enough-points' },
    ],
  };
}

/** Puts every state of one element into the page, each under its name. */
export async function showSheet(type: string, lang: string, host: WidgetHost): Promise<void> {
  const load = Object.entries(elementLoaders).find(([name]) => name === type)?.[1];
  await load?.();
  const main = document.createElement('main');
  main.className = 'sheet';
  for (const [name, view] of Object.entries(sheetViews(type, lang))) {
    const label = document.createElement('p');
    label.textContent = `${type} · ${name}`;
    const element = Object.assign(document.createElement(`regulars-${type}`), { host, view });
    const box = document.createElement('div');
    box.append(label, element);
    main.append(box);
  }
  document.body.replaceChildren(main);
}
