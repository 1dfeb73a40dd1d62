import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseProgram } from '../parse-program.ts';

const name = { en: 'Name' };
const reward = { type: 'points', points: 5 };
const bounds = { budget: { total: 10, perPerson: { max: 1, days: 30 } } };
const program = (more: object): object => ({
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  currency: 'EUR',
  earn: [],
  pools: {},
  ...more,
});
const quest = {
  id: 'explorer',
  name,
  steps: [{ id: 's', label: name, on: 'product_viewed' }],
  reward,
  ...bounds,
};
const streak = { id: 'daily', name, on: 'page_viewed', milestones: [{ count: 3, reward }], ...bounds };

function problemsOf(more: object): string[] {
  const result = parseProgram(program(more));
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('engagement of a programme', () => {
  it('takes what is sound', () => {
    const badges = [
      { id: 'a', name, when: { quest: 'explorer' } },
      { id: 'b', name, when: { orders: 3 }, reward },
    ];
    const earlyAccess = [{ id: 'd', name, from: '2026-03-01', to: '2026-03-02', badges: ['a'] }];
    assert.deepEqual(problemsOf({ quests: [quest], streaks: [streak], badges, earlyAccess }), []);
  });

  it('asks for bounds where browsers could invent what pays, and only there', () => {
    const { budget, ...open } = quest;
    assert.deepEqual(problemsOf({ quests: [open] }), ['unbounded-reward quests[0]']);
    assert.deepEqual(problemsOf({ quests: [{ ...open, reward: { type: 'none' } }] }), []);
    const bought = { ...open, steps: [{ id: 's', label: name, on: 'order_placed' }] };
    assert.deepEqual(problemsOf({ quests: [bought] }), []);
    const badge = { id: 'a', name, when: { quest: 'explorer' }, reward };
    assert.deepEqual(problemsOf({ quests: [quest], badges: [badge] }), ['unbounded-reward badges[0]']);
  });

  it('names what is not there, is twice there, or opens for nobody', () => {
    const badges = [{ id: 'a', name, when: { quest: 'explorr' } }];
    assert.deepEqual(problemsOf({ quests: [quest], badges }), ['unknown-name badges[0].when.quest']);
    assert.deepEqual(problemsOf({ quests: [quest, quest] }), ['repeated-id quests[1].id']);
    const door = { id: 'd', name, from: '2026-03-02', to: '2026-03-01' };
    assert.deepEqual(problemsOf({ earlyAccess: [door] }), [
      'ends-before-start earlyAccess[0].to',
      'door-for-nobody earlyAccess[0]',
    ]);
  });

  it('checks zones and tokens of streaks', () => {
    assert.deepEqual(problemsOf({ streaks: [{ ...streak, zone: 'Mars/Base' }] }), [
      'unknown-zone streaks[0].zone',
    ]);
    assert.deepEqual(problemsOf({ streaks: [{ ...streak, zone: 'device' }] }), []);
    assert.deepEqual(problemsOf({ streaks: [{ ...streak, freeze: { start: 3, max: 1 } }] }), [
      'start-above-max streaks[0].freeze.start',
    ]);
  });
});
