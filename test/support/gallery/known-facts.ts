import type { QuestView } from '@regulars/schema';
import { inDays } from './game-fixtures.ts';

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

/** A quest with all its steps done. */
export const finished = (quest: QuestView): QuestView => ({
  ...quest,
  state: 'done',
  steps: quest.steps.map((step) => ({ ...step, done: step.times })),
  completions: 1,
});
