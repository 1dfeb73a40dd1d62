import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProgram } from '../../../test/support/sample-document.ts';
import { lintProgram } from './lint-program.ts';
import { parseProgram } from './parse-program.ts';
import type { ProgramDocument } from './program.ts';

type Loose = Readonly<Record<string, unknown>>;

function problems(more: Loose): string[] {
  const result = parseProgram(JSON.stringify({ ...sampleProgram, ...more }));
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

function warnings(more: Loose): string[] {
  const result = parseProgram({ ...sampleProgram, ...more });
  assert.ok(result.ok, JSON.stringify(result));
  return lintProgram(result.document).map(({ code, path }) => `${code} ${path}`);
}

const order = { id: 'order', on: 'order_placed', points: 1, per: 100 };
const look = {
  id: 'look',
  on: 'event',
  event: 'product_viewed',
  points: 1,
  budget: { total: 10, perPerson: { max: 1, days: 1 } },
};
const level = (id: string, from: number): Loose => ({ id, label: { en: id }, from });

describe('rules of a programme', () => {
  it('reads earning by goods, by events within a budget and by sign-up, tiers, spending and every model of expiry', () => {
    const full = {
      earn: [
        { ...order, categories: ['garden'], exclude: { products: ['gift-card'] }, maxPoints: 500 },
        { ...order, id: 'piece', per: 'unit', products: ['bulb'] },
        look,
        { id: 'hello', on: 'signup', points: 10 },
      ],
      multipliers: [{ id: 'double', times: 2, rules: ['order'], tiers: ['gold'], firstOrder: true }],
      cashback: [{ id: 'back', share: 0.03, maxValue: 1000 }],
      pending: { after: 'delivered', days: 14 },
      tiers: { levels: [level('new', 0), level('gold', 500)] },
      spend: {
        offers: [
          {
            id: 'five',
            label: { en: '€5' },
            points: 100,
            tiers: ['gold'],
            reward: { type: 'coupon', template: 'five' },
          },
        ],
        checkout: { points: 100, value: 100 },
      },
      coupons: { five: { from: 'generator', pattern: 'FIVE-########', max: 100 } },
    };
    for (const expiry of [
      { model: 'rolling', days: 365 },
      { model: 'calendar', endOf: 'year' },
      { model: 'sliding', days: 90 },
    ]) {
      assert.deepEqual(problems({ ...full, expiry }), []);
    }
  });

  it('lets no browser event earn without a budget, nor an order by a browser’s word', () => {
    const { budget, ...unbounded } = look;
    assert.deepEqual(problems({ earn: [unbounded] }), ['missing-key earn[0].budget']);
    assert.deepEqual(problems({ earn: [{ ...look, event: 'order_placed' }] }), [
      'order-from-browser earn[0].event',
    ]);
    assert.deepEqual(problems({ earn: [{ ...look, event: 'product_viewd' }] }), [
      'unknown-event earn[0].event',
    ]);
  });

  it('finds names that nothing has, tiers that do not rise, ids that stand twice, times that are none', () => {
    assert.deepEqual(problems({ multipliers: [{ id: 'm', times: 2, rules: ['ordr'] }] }), [
      'unknown-name multipliers[0].rules[0]',
    ]);
    assert.deepEqual(problems({ multipliers: [{ id: 'm', times: 2, tiers: ['gold'] }] }), [
      'unknown-name multipliers[0].tiers[0]',
    ]);
    assert.deepEqual(problems({ tiers: { levels: [level('a', 5), level('b', 5)] } }), [
      'tiers-not-rising tiers.levels[1].from',
    ]);
    assert.deepEqual(problems({ tiers: { levels: [level('a', 0), level('a', 5)] } }), [
      'repeated-id tiers.levels[1].id',
    ]);
    assert.deepEqual(problems({ earn: [{ ...order, schedule: { from: '2026-02-30' } }] }), [
      'bad-time earn[0].schedule.from',
    ]);
    assert.deepEqual(problems({ coupons: { x: { from: 'generator', pattern: 'SHORT-###' } } }), [
      'bad-format coupons.x.pattern',
    ]);
  });

  it('refuses pools that could not be drawn from or would go on costing money', () => {
    const pool = sampleProgram.pools['thank-you'];
    assert.ok(pool);
    const withPool = (more: Loose): string[] => problems({ pools: { p: { ...pool, ...more } } });
    const free = { label: { en: 'x' }, weight: 1, reward: { type: 'none' } };
    assert.deepEqual(withPool({ prizes: [{ ...free, weight: 0 }, free], fallback: 1 }), [
      'too-small pools.p.prizes[0].weight',
    ]);
    assert.deepEqual(withPool({ prizes: [{ ...free, weight: 2 ** 32 }, free], fallback: 1 }), [
      'weights-too-big pools.p.prizes',
    ]);
    assert.deepEqual(withPool({ prizes: [free, { ...free, cost: 5 }], fallback: 1, maxCost: 100 }), [
      'fallback-with-cost pools.p.fallback',
    ]);
    assert.deepEqual(withPool({ rulesUrl: undefined }), ['missing-key pools.p.rulesUrl']);
    assert.deepEqual(withPool({ regions: ['Bulgaria'] }), ['bad-format pools.p.regions[0]']);
  });

  it('warns of what is allowed but unwise', () => {
    assert.deepEqual(warnings({}), [
      'points-never-end earn',
      'no-return-window earn',
      'nothing-to-spend-on earn',
    ]);
    const calm = {
      expiry: { model: 'rolling', days: 365 },
      pending: { after: 'paid', days: 14 },
      spend: { checkout: { points: 1, value: 1 } },
    };
    assert.deepEqual(warnings(calm), []);
    assert.deepEqual(warnings({ ...calm, expiry: { model: 'sliding', days: 7 } }), [
      'ends-while-pending expiry',
    ]);
    assert.deepEqual(warnings({ ...calm, tiers: { levels: [level('a', 1)] } }), [
      'no-first-tier tiers.levels[0].from',
    ]);
    const pool = sampleProgram.pools['thank-you'];
    assert.ok(pool);
    const short = {
      label: { en: 'x' },
      weight: 1,
      reward: { type: 'coupon', template: 't', validDays: 0.5 },
    } as const;
    const pools: ProgramDocument['pools'] = {
      p: { ...pool, prizes: [...pool.prizes, short], freeEntry: { url: '/free' }, maxCost: 10 },
    };
    assert.deepEqual(warnings({ ...calm, pools }), [
      'prize-ends-soon pools.p.prizes[3].reward.validDays',
      'free-entry-without-need pools.p.freeEntry',
      'budget-without-costs pools.p.maxCost',
    ]);
  });
});
