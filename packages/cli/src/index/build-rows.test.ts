import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRows, likelihoodRatio } from './build-rows.ts';
import { type Counts, countPairs } from './count-pairs.ts';
import type { Session } from './session.ts';

const session = (visitor: string, products: readonly string[], ordered = true): Session => ({
  ...{ visitor, ordered, products, start: 0 },
  times: products.map(() => 0),
});
const shop = (): ReturnType<typeof countPairs> =>
  countPairs([
    ...['v1', 'v2', 'v3'].map((visitor) => session(visitor, ['a', 'b', 'c'])),
    ...['v4', 'v5', 'v6'].map((visitor) => session(visitor, ['d', 'e'])),
    session('v7', ['a', 'd']),
  ]);
const named = ({ ids }: Counts, rows: ReturnType<typeof buildRows>) =>
  rows.map((row) => row.map(({ to, weight }) => [ids[to], Math.round(weight * 1e6) / 1e6]));

test('order counts forwards, by one over the distance, and rows sum to one', () => {
  const counts = countPairs([session('v1', ['a', 'b', 'c']), session('v2', ['a', 'b', 'c'])]);
  const rows = buildRows(counts, { kind: 'sequence', secondStep: 0, floor: 1 });
  // a to b: 2 x 1, a to c: 2 x 1/2; of 3 in all.
  assert.deepEqual(named(counts, rows), [
    [
      ['b', 0.666667],
      ['c', 0.333333],
    ],
    [['c', 1]],
    [],
  ]);
});

test('a basket has no order: what is together leads both ways', () => {
  const counts = countPairs([session('v1', ['a', 'b'], false), session('v2', ['b', 'a'], false)]);
  const rows = buildRows(counts, { kind: 'together', secondStep: 0, floor: 1 });
  assert.deepEqual(named(counts, rows), [[['b', 1]], [['a', 1]]]);
});

test('the second step reaches neighbours of neighbours', () => {
  const counts = countPairs([session('v1', ['a', 'b']), session('v2', ['b', 'c'])]);
  const without = buildRows(counts, { kind: 'sequence', secondStep: 0, floor: 1 });
  const within = buildRows(counts, { kind: 'sequence', secondStep: 0.25, floor: 1 });
  assert.deepEqual(named(counts, without)[0], [['b', 1]]);
  assert.deepEqual(named(counts, within)[0], [
    ['b', 0.8],
    ['c', 0.2],
  ]);
});

test('the likelihood ratio is the textbook G2 of the two-by-two table', () => {
  // 3 sessions hold a and b, 1 a alone, 0 b alone, 3 neither: G2 = 2 x sum of observed x ln(observed / expected).
  const observed = [3, 1, 0, 3];
  const expected = [(4 * 3) / 7, (4 * 4) / 7, (3 * 3) / 7, (3 * 4) / 7];
  const g2 =
    2 *
    observed.reduce(
      (sum, count, at) => sum + (count > 0 ? count * Math.log(count / (expected[at] ?? 1)) : 0),
      0,
    );
  const pair = { low: 0, high: 1, forward: 0, backward: 0, sessions: 3, visitors: 3 };
  assert.ok(Math.abs(likelihoodRatio(pair, shop()) - g2) < 1e-9);
});

test('R44 with product counts held, a pair below the floor changes no row, in any kind and step', () => {
  for (const kind of ['sequence', 'mixed', 'together'] as const) {
    for (const secondStep of [0, 0.3]) {
      const [before, after] = [shop(), shop()];
      const [b, e] = [after.numberOf.get('b') ?? -1, after.numberOf.get('e') ?? -1];
      after.pairs.together(b, e, 100);
      after.pairs.follow(b, e, 1);
      const options = { kind, secondStep, floor: 3 };
      assert.deepEqual(buildRows(after, options), buildRows(before, options));
      assert.notDeepEqual(
        buildRows(after, { ...options, floor: 1 }),
        buildRows(before, { ...options, floor: 1 }),
      );
    }
  }
});
