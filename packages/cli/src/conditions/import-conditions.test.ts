import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluateCondition, type FactValue } from '@regulars/core/rules';
import fc from 'fast-check';
import { fromGrowthBook } from './from-growthbook.ts';
import { fromJsonLogic } from './from-json-logic.ts';
import { fromUnleash } from './from-unleash.ts';
import type { ImportedCondition } from './imported-condition.ts';

const holds = (
  { condition }: ImportedCondition,
  facts: Readonly<Record<string, FactValue>>,
): boolean | null =>
  evaluateCondition(condition ?? { any: [] }, {
    now: Date.UTC(2026, 5, 1),
    zone: 'UTC',
    attr: (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined),
    count: () => null,
  }).result;

describe('conditions of GrowthBook', () => {
  const read = fromGrowthBook({
    country: { $in: ['BG', 'PL'] },
    $or: [{ age: { $gte: 18, $lt: 65 } }, { $not: { plan: 'free' } }],
    email: { $regex: '@shop\\.bg$' },
    tags: { $elemMatch: { $eq: 'vip' } },
  });
  it('become audiences that decide alike', () => {
    const yes = { country: 'BG', age: 30, plan: 'free', email: 'a@shop.bg', tags: ['vip'] };
    assert.equal(holds(read, yes), true);
    assert.equal(holds(read, { ...yes, email: 'a@shopxbg' }), false);
    assert.equal(holds(read, { ...yes, age: 70 }), false);
    assert.equal(holds(read, { ...yes, age: 70, plan: 'paid' }), true);
  });
  it('say what changed, by place', () => {
    assert.ok(read.changes.some((one) => one.startsWith('$or[0].age.$lt: a missing attribute')));
    assert.ok(read.changes.some((one) => one.startsWith('email.$regex: a regular expression became')));
    const odd = fromGrowthBook({ a: { $regex: '(x+)+' }, b: { $vgt: '1.2' }, c: 1 });
    assert.deepEqual(odd.condition, { attr: 'c', op: 'eq', value: 1 });
    assert.equal(odd.changes.length, 2);
  });
  it('that missed an attribute matched there and do not here', () => {
    const cheap = fromGrowthBook({ 'cart.total': { $lt: 50 } });
    assert.equal(holds(cheap, {}), null);
    assert.match(cheap.changes[0] ?? '', /unknown/);
  });
});

describe('constraints of Unleash', () => {
  const read = fromUnleash([
    { contextName: 'country', operator: 'IN', values: ['BG'] },
    { contextName: 'email', operator: 'STR_ENDS_WITH', values: ['.bg', '.pl'], inverted: false },
    { contextName: 'orders', operator: 'NUM_GTE', value: '2' },
    { contextName: 'currentTime', operator: 'DATE_AFTER', value: '2026-01-01T00:00:00Z' },
    { contextName: 'plan', operator: 'NOT_IN', values: ['free'] },
  ]);
  it('become audiences that decide alike', () => {
    const yes = { country: 'BG', email: 'a@b.pl', orders: 3, 'time.now': Date.UTC(2026, 5, 1), plan: 'paid' };
    assert.equal(holds(read, yes), true);
    assert.equal(holds(read, { ...yes, orders: 1 }), false);
    assert.equal(holds(read, { ...yes, plan: 'free' }), false);
    // A missing one is in no list.
    const { plan: _, ...rest } = yes;
    assert.equal(holds(read, rest), true);
  });
  it('say what changed, and leave out what has no equal', () => {
    const odd = fromUnleash([
      { contextName: 'v', operator: 'SEMVER_GT', value: '1' },
      { contextName: 'a', operator: 'IN', values: ['x'], inverted: true, caseInsensitive: true },
    ]);
    assert.deepEqual(odd.condition, { not: { attr: 'a', op: 'in', value: ['x'] } });
    assert.deepEqual(
      odd.changes.map((one) => one.slice(0, 4)),
      ['[0]:', '[1]:', '[1]:'],
    );
  });
});

describe('rules of JsonLogic', () => {
  const read = fromJsonLogic({
    and: [
      { '<': [{ var: 'age' }, 65] },
      { '<=': [1, { var: 'orders' }, 5] },
      { in: [{ var: 'country' }, ['BG', 'PL']] },
      { or: [{ '==': [{ var: 'plan' }, 'paid'] }, { '!': [{ var: 'plan' }] }] },
    ],
  });
  it('become audiences that decide alike', () => {
    const yes = { age: 30, orders: 5, country: 'PL', plan: 'paid' };
    assert.equal(holds(read, yes), true);
    assert.equal(holds(read, { ...yes, orders: 6 }), false);
    const { plan: _, ...none } = yes;
    assert.equal(holds(read, none), true);
  });
  it('say what changed: a missing 50 was less than 50, "1" was 1', () => {
    assert.ok(read.changes.some((one) => one.startsWith('and[0].<: a missing attribute')));
    assert.ok(read.changes.some((one) => one.includes('made alike')));
    assert.equal(fromJsonLogic({ cat: ['a', 'b'] }).condition, null);
    assert.equal(holds(fromJsonLogic({ '>': [5, { var: 'n' }] }), { n: 4 }), true);
  });
});

describe('importers', () => {
  it('never throw, and say something of whatever they leave out', () => {
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom(
            '$and',
            '$or',
            '$not',
            '$in',
            '$regex',
            'and',
            'or',
            '!',
            '<',
            '==',
            'in',
            'var',
            'a',
            '__proto__',
            'constraints',
            'contextName',
            'operator',
            'values',
          ),
          tie('node'),
          { maxKeys: 3 },
        ),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(node, (source) => {
        for (const read of [fromGrowthBook, fromUnleash, fromJsonLogic]) {
          const { condition, changes } = read(source);
          assert.ok(
            condition !== null ||
              changes.length > 0 ||
              JSON.stringify(source).match(/^(\{\}|\[\]|.*(\{\}|\[\]).*)$/),
          );
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
