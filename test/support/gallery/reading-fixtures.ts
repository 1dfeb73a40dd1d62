import type {
  BadgesView,
  BoardView,
  CountdownView,
  CouponView,
  FriendsView,
  LevelView,
  PrizesView,
  ProgressView,
  QuestsView,
  ReadingView,
  StreaksView,
} from '@regulars/core';
import { inDays } from './game-fixtures.ts';

const base = (lang: string) => ({
  lang,
  dir: lang === 'he' ? ('rtl' as const) : ('ltr' as const),
  texts: {},
  props: {},
});
type State = ReadingView['state'];

/** What is known of somebody who has a little of everything. */
export const known = {
  prizes: [
    {
      playId: 'p1',
      label: '10 % off',
      kind: 'coupon',
      code: 'THANKS-7K2P-9QXM',
      conditions: 'For one order of 30 euro or more.',
      endsAt: inDays(12.5),
    },
    { playId: 'p2', label: 'Free delivery', kind: 'coupon', claimToken: 'token', endsAt: inDays(1.5) },
  ],
  tier: {
    current: { id: 'silver', label: 'Silver' },
    points: 640,
    next: { id: 'gold', label: 'Gold', missing: 360 },
    levels: [
      { id: 'bronze', label: 'Bronze', from: 0, perks: ['1 point for each euro'], reached: true },
      {
        id: 'silver',
        label: 'Silver',
        from: 500,
        perks: ['Free delivery', 'A gift on your birthday'],
        reached: true,
      },
      {
        id: 'gold',
        label: 'Gold',
        from: 1000,
        perks: ['Double points', 'New things a day early'],
        reached: false,
      },
    ],
  },
  badges: [
    {
      id: 'first',
      name: 'First order',
      description: 'Every story has a beginning.',
      earnedAt: Date.UTC(2026, 8, 3),
      done: 1,
      goal: 1,
    },
    { id: 'tea', name: 'Tea lover', description: 'Five kinds of tea.', done: 3, goal: 5 },
    { id: 'review', name: 'Good neighbour', done: 0, goal: 1 },
  ],
  streak: [
    {
      id: 'daily',
      name: 'Daily visit',
      every: 'day',
      count: 5,
      longest: 12,
      doneNow: false,
      keepUntil: Date.UTC(2026, 10, 22, 21, 59),
      freezes: 1,
      milestones: [{ count: 7, reward: 'points', reached: false }],
      days: (['missed', 'done', 'done', 'frozen', 'done', 'done', 'open'] as const).map((state, index) => ({
        date: `2026-11-${16 + index}`,
        state,
      })),
    },
  ],
  quest: [
    {
      id: 'kitchen',
      name: 'A well-stocked kitchen',
      description: 'Look around, choose, cook.',
      order: 'listed',
      state: 'open',
      steps: [
        { id: 'look', label: 'Look at three pans', done: 3, times: 3 },
        { id: 'save', label: 'Put one on your list', done: 0, times: 1 },
        { id: 'buy', label: 'Order twice', done: 0, times: 2 },
      ],
      reward: { type: 'points', points: 150 },
      completions: 0,
      endsAt: inDays(9.5),
    },
  ],
  leaderboard: {
    id: 'month',
    name: 'This month',
    metric: 'points',
    rows: ['Marzipan', 'Kettle & Co', 'Тиха вода', 'Saffron', 'Nettle'].map((nickname, index) => ({
      rank: index + 1,
      nickname,
      score: 2140 - index * 310,
      own: false,
    })),
    own: { rank: 17, score: 320 },
    nickname: 'Bergamot',
    endsAt: Date.UTC(2026, 10, 30),
  },
  referral: {
    code: 'ANNA-4F7K',
    referrer: { type: 'points', points: 200 },
    friend: { type: 'coupon' },
    pending: 1,
    rewarded: 3,
  },
} as const;

/** One reading element in a state; what is known only when it is ready. */
function reading<V extends ReadingView>(
  type: V['type'],
  facts: unknown,
  lang: string,
  state: State,
  more: object = {},
): V {
  const view = {
    ...base(lang),
    type,
    campaignId: `my-${type}`,
    state,
    known: state === 'ready' ? facts : undefined,
    ...more,
  };
  return view as unknown as V;
}

export const prizesView = (
  lang: string,
  state: State = 'ready',
  more: Partial<PrizesView> = {},
): PrizesView => reading('prizes', known.prizes, lang, state, { canApply: true, ...more });
export const couponView = (
  lang: string,
  state: State = 'ready',
  more: Partial<CouponView> = {},
): CouponView => reading('coupon', known.prizes, lang, state, { canApply: true, ...more });
export const tierView = (lang: string, state: State = 'ready', more: Partial<LevelView> = {}): LevelView =>
  reading('tier', known.tier, lang, state, more);
export const badgesView = (
  lang: string,
  state: State = 'ready',
  more: Partial<BadgesView> = {},
): BadgesView => reading('badges', known.badges, lang, state, more);
export const streakView = (
  lang: string,
  state: State = 'ready',
  more: Partial<StreaksView> = {},
): StreaksView => reading('streak', known.streak, lang, state, more);
export const questView = (lang: string, state: State = 'ready', more: Partial<QuestsView> = {}): QuestsView =>
  reading('quest', known.quest, lang, state, more);
export const boardView = (lang: string, state: State = 'ready', more: Partial<BoardView> = {}): BoardView =>
  reading('leaderboard', known.leaderboard, lang, state, more);
export const friendsView = (
  lang: string,
  state: State = 'ready',
  more: Partial<FriendsView> = {},
): FriendsView => reading('referral', known.referral, lang, state, more);

const eur = (value: number) => ({ value, currency: 'EUR' });

/** A cart that has reached one threshold and lacks something to the other. */
export function progressView(lang: string, more: Partial<ProgressView> = {}): ProgressView {
  return {
    ...base(lang),
    type: 'progress',
    campaignId: 'my-progress',
    thresholds: [
      { kind: 'free-shipping', at: eur(4900), missing: eur(0), share: 1 },
      { kind: 'gift', at: eur(8000), missing: eur(2450), share: 0.69 },
    ],
    ...more,
  };
}

/** A countdown with so much time left, ms. */
export function countdownView(
  lang: string,
  leftMs: number,
  more: Partial<CountdownView> = {},
): CountdownView {
  return {
    ...base(lang),
    type: 'countdown',
    campaignId: 'my-countdown',
    texts: { title: 'Autumn prices' },
    endsAt: Date.UTC(2026, 10, 25, 22),
    endsIn: performance.now() + leftMs,
    ...more,
  };
}
