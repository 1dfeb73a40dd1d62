import type { Condition } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import { evaluateCondition } from './evaluate-condition.ts';
import type { ConditionFacts, FactValue } from './fact.ts';
import { matchesGlob } from './glob.ts';

interface Vectors {
  readonly now: number;
  readonly zone: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly unknownCounts: readonly string[];
  readonly audiences: Readonly<Record<string, Condition>>;
  readonly cases: readonly {
    readonly name: string;
    readonly condition: Condition;
    readonly result: boolean | null;
  }[];
}

const vectorsAt = async <T>(name: string): Promise<T> =>
  (await fetch(new URL(`../../../../test/vectors/${name}.json`, import.meta.url))).json();
const vectors = await vectorsAt<Vectors>('conditions');

const { now, zone, audiences } = vectors;
const facts: ConditionFacts = {
  now,
  zone,
  attr: (name) => (Object.hasOwn(vectors.facts, name) ? vectors.facts[name] : undefined),
  count: (event, days) =>
    vectors.unknownCounts.includes(event) ? null : (vectors.counts[event]?.[days ?? 'total'] ?? 0),
};

describe('conditions', () => {
  it('traces every node in document order, also those that no longer matter', () => {
    const condition: Condition = {
      all: [
        { attr: 'session.count', op: 'eq', value: 2 },
        { not: { attr: 'nobody', op: 'exists' } },
        { use: 'firstVisit' },
        { did: 'product_viewed', count: { gte: 2 } },
      ],
    };
    expect(evaluateCondition(condition, facts, audiences).trace).to.deep.equal([
      { path: '', result: false },
      { path: 'all[0]', result: false, found: 1 },
      { path: 'all[1]', result: true },
      { path: 'all[1].not', result: false },
      { path: 'all[2]', result: true },
      { path: 'all[2].use(firstVisit)', result: true, found: 1 },
      { path: 'all[3]', result: true, found: 2 },
    ]);
  });

  it('never throws, whatever the condition and the facts are', () => {
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.jsonValue(),
        fc.record({
          attr: fc.constantFrom('a', '__proto__', 'constructor'),
          op: fc.constantFrom('eq', 'in', 'between', 'before', 'withinLast', 'hasAll', 'glob', 'toString'),
          value: fc.jsonValue(),
        }),
        fc.record({ did: fc.string(), count: fc.jsonValue(), withinDays: fc.jsonValue() }),
        fc.record({ all: fc.array(tie('node')) }),
        fc.record({ any: fc.array(tie('node')) }),
        fc.record({ not: tie('node') }),
        fc.record({ use: fc.constantFrom('self', 'toString', '__proto__') }),
      ),
    })).node;
    fc.assert(
      fc.property(node, fc.jsonValue(), fc.double(), (condition, fact, count) => {
        const self = condition as Condition;
        const attr = () => fact as FactValue;
        const { result, trace } = evaluateCondition(self, { now, zone, attr, count: () => count }, { self });
        expect([true, false, null]).to.include(result);
        expect(trace.length).to.be.at.most(200);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('globs', () => {
  it('agree with a search for the parts in order', () => {
    const letters = fc
      .array(fc.constantFrom('a', 'b', '/', '*', '.'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        // The slow, plain reading: every split of the text at the first star.
        const fits = (p: string, t: string): boolean =>
          p === ''
            ? t === ''
            : p[0] === '*'
              ? [...Array(t.length + 1).keys()].some((at) => fits(p.slice(1), t.slice(at)))
              : p[0] === t[0] && fits(p.slice(1), t.slice(1));
        expect(matchesGlob(pattern, text)).to.equal(fits(pattern.replace(/\*+/g, '*'), text));
      }),
      { numRuns: 1000 },
    );
  });
});
