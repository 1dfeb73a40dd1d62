import type { ReadingView, WidgetView } from '@regulars/core';
import { walletView, wheelView } from './fixtures.ts';
import {
  askingPool,
  boxView,
  funQuizView,
  gameStates,
  quizView,
  reelsView,
  scratchView,
} from './game-fixtures.ts';
import { finished, known } from './known-facts.ts';
import * as readings from './reading-fixtures.ts';

type Views = Readonly<Record<string, WidgetView>>;

const readingStates: readonly ReadingView['state'][] = ['loading', 'ready', 'error', 'offline', 'anonymous'];
const hour = 3_600_000;

/** A game before its parts came, when they cannot come, and in each state of its play. */
function gameViews(lang: string, make: (more: object) => WidgetView): Views {
  const states = Object.entries(gameStates).map(([name, more]) => [name, make(more)] as const);
  const asks = make({ pool: askingPool(lang) });
  return { loading: make({}), error: make({}), ...Object.fromEntries(states), asks };
}

/** Waiting, read, broken, nobody; nothing yet (`empty`); and what is known while the line is down. */
function readingViews(
  make: (state: ReadingView['state'], more?: object) => WidgetView,
  empty?: unknown,
): Views {
  const states = Object.fromEntries(readingStates.map((state) => [state, make(state)]));
  const ready = make('ready');
  return {
    ...states,
    ...(empty !== undefined && { empty: make('ready', { known: empty }) }),
    keptOffline: make('offline', { known: 'known' in ready ? ready.known : undefined }),
  };
}

const answer = (act: string, value: string, reason?: string): object => ({
  answer: { act, value, state: reason === undefined ? 'done' : 'refused', reason },
});

const games: Readonly<Record<string, (lang: string) => Views>> = {
  wheel: (lang) => gameViews(lang, (more) => wheelView(lang, more)),
  scratch: (lang) => ({
    ...gameViews(lang, (more) => scratchView(lang, more)),
    covered: scratchView(lang, { state: 'drawn', prizeIndex: 2, win: true }),
  }),
  box: (lang) => gameViews(lang, (more) => boxView(lang, more)),
  reels: (lang) => gameViews(lang, (more) => reelsView(lang, more)),
  quiz: (lang) => ({
    ...gameViews(lang, (more) => quizView(lang, more)),
    failed: quizView(lang, { state: 'refused', reason: 'quiz-failed' }),
    fun: funQuizView(lang),
  }),
};

const purses: Readonly<Record<string, (lang: string) => Views>> = {
  wallet: (lang) => ({
    ...readingViews((state, more = {}) => ({ ...walletView(lang, state), ...more }) as WidgetView, {
      points: 0,
      pending: 0,
      entries: [],
    }),
    rich: readings.richWallet(lang),
    bought: readings.richWallet(lang, answer('redeem', 'five')),
    refused: readings.richWallet(lang, answer('redeem', 'five', 'out-of-stock')),
    debt: readings.richWallet(lang, {
      known: { points: -40, pending: 0, debt: 40, entries: readings.taken },
    }),
  }),
  prizes: (lang) => ({
    ...readingViews((state, more) => readings.prizesView(lang, state, more), []),
    sent: readings.prizesView(lang, 'ready', answer('send', 'p1')),
    inCart: readings.prizesView(lang, 'ready', answer('apply', 'THANKS-7K2P-9QXM')),
    refused: readings.prizesView(lang, 'ready', answer('claim', 'p2', 'out-of-stock')),
    busy: readings.prizesView(lang, 'ready', { answer: { act: 'claim', value: 'p2', state: 'busy' } }),
  }),
  coupon: (lang) => ({
    ...readingViews((state, more) => readings.couponView(lang, state, more), []),
    waiting: readings.couponView(lang, 'ready', { known: known.prizes.slice(1) }),
    inCart: readings.couponView(lang, 'ready', answer('apply', 'THANKS-7K2P-9QXM')),
    refused: readings.couponView(
      lang,
      'ready',
      answer('apply', 'THANKS-7K2P-9QXM', 'The cart is too small.'),
    ),
  }),
};

const { tier, badges, quest, streak, leaderboard, referral } = known;

const standings: Readonly<Record<string, (lang: string) => Views>> = {
  tier: (lang) => ({
    ...readingViews((state, more) => readings.tierView(lang, state, more), { points: 0, levels: [] }),
    grace: readings.tierView(lang, 'ready', { known: { ...tier, keepUntil: Date.UTC(2026, 11, 20) } }),
    none: readings.tierView(lang, 'ready', {
      known: { ...tier, points: 0, current: undefined, next: { id: 'bronze', label: 'Bronze', missing: 50 } },
    }),
    top: readings.tierView(lang, 'ready', {
      known: {
        points: 1840,
        current: { id: 'gold', label: 'Gold' },
        levels: tier.levels.map((level) => ({ ...level, reached: true })),
      },
    }),
  }),
  badges: (lang) => ({
    ...readingViews((state, more) => readings.badgesView(lang, state, more), []),
    all: readings.badgesView(lang, 'ready', {
      known: badges.map((badge) => ({ ...badge, earnedAt: Date.UTC(2026, 9, 9), done: badge.goal })),
    }),
  }),
  streak: (lang) => ({
    ...readingViews((state, more) => readings.streakView(lang, state, more), []),
    done: readings.streakView(lang, 'ready', { known: [{ ...streak[0], count: 6, doneNow: true }] }),
    lost: readings.streakView(lang, 'ready', {
      known: [{ ...streak[0], count: 0, keepUntil: undefined, freezes: 0 }],
    }),
  }),
  quest: (lang) => ({
    ...readingViews((state, more) => readings.questView(lang, state, more), []),
    done: readings.questView(lang, 'ready', { known: [finished(quest[0])] }),
    ended: readings.questView(lang, 'ready', { known: [{ ...quest[0], state: 'ended' }] }),
    waiting: readings.questView(lang, 'ready', { known: [{ ...quest[0], state: 'waiting' }] }),
  }),
  leaderboard: (lang) => ({
    ...readingViews((state, more) => readings.boardView(lang, state, more), {
      id: 'x',
      name: 'x',
      metric: 'points',
      rows: [],
    }),
    saved: readings.boardView(lang, 'ready', answer('nickname', 'Bergamot')),
    refused: readings.boardView(lang, 'ready', answer('nickname', 'Bergamot', 'nickname-refused')),
    first: readings.boardView(lang, 'ready', {
      known: {
        ...leaderboard,
        rows: leaderboard.rows.map((row, index) => ({ ...row, own: index === 0 })),
        own: { rank: 1, score: 2140 },
      },
    }),
  }),
  referral: (lang) => ({
    ...readingViews((state, more) => readings.friendsView(lang, state, more)),
    fresh: readings.friendsView(lang, 'ready', { known: { ...referral, pending: 0, rewarded: 0 } }),
    entered: readings.friendsView(lang, 'ready', answer('referrer', 'BOB-1')),
    refused: readings.friendsView(lang, 'ready', answer('referrer', 'BOB-1', 'referral-refused')),
  }),
  progress: (lang) => ({
    both: readings.progressView(lang),
    reached: readings.progressView(lang, readings.thresholds(1)),
    begun: readings.progressView(lang, readings.thresholds(0)),
    silent: readings.progressView(lang, { thresholds: [] }),
  }),
  countdown: (lang) => ({
    days: readings.countdownView(lang, 75.4 * hour),
    hours: readings.countdownView(lang, 5.4 * hour),
    minutes: readings.countdownView(lang, 0.15 * hour),
    over: readings.countdownView(lang, -1),
    dateAlone: readings.countdownView(lang, 0, { endsIn: undefined }),
  }),
};

/** Every state of one element of the rewards, by name. */
export function rewardViews(type: string, lang: string): Views {
  return { ...games, ...purses, ...standings }[type]?.(lang) ?? {};
}
