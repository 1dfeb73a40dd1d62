import type { Quest } from '@regulars/schema';
import { expect } from 'chai';
import { badgeProgress } from './badge-rule.ts';
import { type Deed, foldQuest, type QuestPast } from './quest-rule.ts';

const DAY_MS = 86_400_000;
const label = { en: 'Step' };
const quest = (more: Partial<Quest>): Quest => ({
  id: 'explorer',
  name: { en: 'Explorer' },
  steps: [
    { id: 'look', label, on: 'product_viewed', times: 2, distinct: 'product' },
    { id: 'buy', label, on: 'order_placed', where: { minTotal: 2000 } },
  ],
  reward: { type: 'points', points: 50 },
  ...more,
});
const view = (day: number, id: string, category?: string): Deed => ({
  t: day * DAY_MS,
  day,
  name: 'product_viewed',
  products: [{ id, ...(category !== undefined && { category }) }],
});
const order = (day: number, total = 2000): Deed => ({
  t: day * DAY_MS,
  day,
  name: 'order_placed',
  products: [],
  total,
});
const always = { from: 0, to: Number.POSITIVE_INFINITY };
const none: QuestPast = { completions: 0, lastAt: 0 };
const fold = (
  one: Quest,
  deeds: readonly Deed[],
  more: { now?: number; past?: QuestPast; window?: typeof always } = {},
) => foldQuest(one, deeds, { window: always, past: none, now: 100 * DAY_MS, ...more });

describe('quest rule', () => {
  it('takes steps in any order, and different products where asked', () => {
    const deeds = [order(1), view(2, 'a'), view(3, 'a')];
    expect(fold(quest({}), deeds).steps.map(({ done }) => done)).to.deep.equal([1, 1]);
    const done = fold(quest({}), [...deeds, view(4, 'b')]);
    expect([done.state, done.completions, done.finishedAt]).to.deep.equal(['done', 1, [4 * DAY_MS]]);
  });

  it('counts a listed step only after the one before it', () => {
    const listed = quest({ order: 'listed' });
    expect(fold(listed, [order(1), view(2, 'a'), view(3, 'b')]).steps.map(({ done }) => done)).to.deep.equal([
      2, 0,
    ]);
    expect(fold(listed, [order(1), view(2, 'a'), view(3, 'b'), order(4)]).completions).to.equal(1);
  });

  it('counts only what fits: category, product, total', () => {
    const garden = quest({
      steps: [{ id: 'g', label, on: 'product_viewed', where: { category: 'garden' } }],
    });
    expect(fold(garden, [view(1, 'a'), view(2, 'b', 'kitchen')]).completions).to.equal(0);
    expect(fold(garden, [view(1, 'a', 'garden')]).completions).to.equal(1);
    expect(fold(quest({}), [view(1, 'a'), view(2, 'b'), order(3, 1999)]).completions).to.equal(0);
  });

  it('starts an attempt anew behind its first deed when the days run out', () => {
    const quick = quest({ withinDays: 3 });
    const late = fold(quick, [view(1, 'a'), view(2, 'b'), order(4)]);
    expect(late.completions).to.equal(0);
    expect(fold(quick, [view(1, 'a'), view(2, 'b'), view(3, 'c'), order(4)]).completions).to.equal(1);
    const open = fold(quick, [view(1, 'a')], { now: 2 * DAY_MS });
    expect([open.state, open.endsAt, open.steps[0]?.done]).to.deep.equal(['open', 4 * DAY_MS, 1]);
    expect(fold(quick, [view(1, 'a')], { now: 5 * DAY_MS }).steps[0]?.done).to.equal(0);
  });

  it('counts nothing outside a challenge', () => {
    const window = { from: 2 * DAY_MS, to: 5 * DAY_MS };
    const deeds = [view(1, 'a'), view(2, 'b'), order(3), view(5, 'c')];
    const ended = fold(quest({}), deeds, { window, now: 6 * DAY_MS });
    expect([ended.completions, ended.state, ended.endsAt]).to.deep.equal([0, 'ended', 5 * DAY_MS]);
    expect(fold(quest({}), [], { window, now: DAY_MS }).state).to.equal('waiting');
  });

  it('repeats after its pause, as often as it says, and knows what was finished before', () => {
    const again = quest({
      steps: [{ id: 'buy', label, on: 'order_placed' }],
      repeat: { times: 3, pauseDays: 7 },
    });
    const deeds = [order(1), order(2), order(8), order(30), order(60)];
    const folded = fold(again, deeds);
    expect([folded.finishedAt, folded.state]).to.deep.equal([[1, 8, 30].map((day) => day * DAY_MS), 'done']);
    const later = fold(again, deeds, { past: { completions: 2, lastAt: 8 * DAY_MS } });
    expect(later.finishedAt).to.deep.equal([30 * DAY_MS]);
    const waiting = fold(again, [order(1)], { now: 2 * DAY_MS });
    expect([waiting.state, waiting.completions]).to.deep.equal(['waiting', 1]);
  });

  it('counts different days', () => {
    const days = quest({ steps: [{ id: 'd', label, on: 'product_viewed', times: 2, distinct: 'day' }] });
    expect(fold(days, [view(1, 'a'), view(1, 'b')]).completions).to.equal(0);
    expect(fold(days, [view(1, 'a'), view(2, 'a')]).completions).to.equal(1);
  });
});

describe('badge rule', () => {
  const deeds = {
    orders: 3,
    spend: 9000,
    referrals: 1,
    questCompletions: { explorer: 2 },
    longestStreaks: { daily: 6 },
    events: { search_performed: 4 },
  };

  it('measures orders, spend, quests, streaks, referrals and events, never beyond the goal', () => {
    const progress = (when: Parameters<typeof badgeProgress>[0]['when']) => {
      const { done, goal } = badgeProgress({ when }, deeds);
      return [done, goal];
    };
    expect(progress({ orders: 2 })).to.deep.equal([2, 2]);
    expect(progress({ spend: 10_000 })).to.deep.equal([9000, 10_000]);
    expect(progress({ referrals: 3 })).to.deep.equal([1, 3]);
    expect(progress({ quest: 'explorer' })).to.deep.equal([1, 1]);
    expect(progress({ quest: 'other' })).to.deep.equal([0, 1]);
    expect(progress({ streak: 'daily', count: 7 })).to.deep.equal([6, 7]);
    expect(progress({ event: 'search_performed', times: 5 })).to.deep.equal([4, 5]);
  });
});
