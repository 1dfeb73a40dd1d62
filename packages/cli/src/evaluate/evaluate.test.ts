import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentRows } from '../index/content-rows.ts';
import type { Session } from '../index/session.ts';
import { evaluateCase, oursName } from './evaluate-case.ts';
import { evaluateExports } from './evaluate-exports.ts';
import { sessionInterval } from './interval.ts';
import { fillList } from './method.ts';
import { indexSessions, listByNeighbours } from './vmis-knn.ts';

const session = (visitor: string, start: number, ...products: string[]): Session => ({
  visitor,
  start,
  ordered: true,
  products,
  times: products.map((_, place) => start + place),
});

test('neighbours: the session that shares the newest product wins, and the newest is not listed', () => {
  const index = indexSessions([session('a', 1, 'x', 'p'), session('b', 2, 'y', 'q'), session('c', 3, 'z')]);
  const settings = { sessions: 500, neighbours: 50, last: 2 };
  // x votes 1, y one half; both neighbours found by their own product: p = 0.9 × 1 × ln 3, q = 0.8 × 0.5 × ln 3.
  assert.deepEqual(listByNeighbours(index, { seen: ['x', 'y'], settings, most: 20 }).slice(0, 2), ['p', 'q']);
  assert.ok(!listByNeighbours(index, { seen: ['x', 'y'], settings, most: 20 }).includes('x'));
});

test('neighbours: only the most recent sessions are looked at', () => {
  const index = indexSessions([
    session('a', 1, 'x', 'old'),
    session('b', 9, 'x', 'new'),
    session('c', 5, 'k'),
  ]);
  const settings = { sessions: 1, neighbours: 50, last: 2 };
  assert.deepEqual(listByNeighbours(index, { seen: ['x'], settings, most: 20 }), ['new']);
});

test('an interval holds the mean, is repeatable, and is a point where all sessions agree', () => {
  const sums = Array.from({ length: 100 }, (_, place) => [place % 2, 1] as const);
  const [low, high] = sessionInterval(sums);
  assert.ok(low < 0.5 && high > 0.5 && high - low < 0.25, `${low} ${high}`);
  assert.deepEqual(sessionInterval(sums), [low, high]);
  assert.deepEqual(
    sessionInterval([
      [1, 2],
      [2, 4],
    ]),
    [0.5, 0.5],
  );
});

test('a list takes each product once and never a hidden one', () => {
  const parts = [
    { source: 'a', ids: ['1', '2', '1'] },
    { source: 'b', ids: ['2', '3', 'h'] },
  ];
  assert.deepEqual(fillList(parts, new Set(['h'])), [
    { id: '1', source: 'a' },
    { id: '2', source: 'a' },
    { id: '3', source: 'b' },
  ]);
});

test('content: the product that shares rare words and a near price comes first; words nobody shares give no row', () => {
  const products = new Map(
    [
      { id: 'a', title: 'Blue enamel jug', price: { value: 1000, currency: 'EUR' } },
      { id: 'b', title: 'Blue enamel cup', price: { value: 1100, currency: 'EUR' } },
      { id: 'c', title: 'Blue enamel cup', price: { value: 9000, currency: 'EUR' } },
      { id: 'd', title: 'Oak shelf' },
    ].map((product) => [product.id, product] as const),
  );
  const rows = contentRows(products, ['a', 'd']);
  assert.deepEqual(
    rows.get('a')?.map(([id]) => id),
    ['b', 'c'],
  );
  assert.equal(rows.has('d'), false);
});

test('a table holds every method over the same questions, twice', () => {
  const day = 86_400_000;
  const sessions = Array.from({ length: 400 }, (_, place) =>
    session(`v${place}`, place * day * 0.05, `p${place % 7}`, `p${(place + 1) % 7}`, `p${(place + 2) % 7}`),
  );
  const parts = {
    train: sessions.slice(0, 300),
    validation: sessions.slice(300, 350),
    test: sessions.slice(350),
  };
  const found = evaluateCase({ ...parts, products: new Map(), floor: 3 }, () => {});
  assert.equal(found.all.length, 8);
  assert.ok(found.all.every(({ predictions }) => predictions === 100));
  const ours = found.all.find(({ name }) => name === oursName);
  assert.equal(ours?.hitRate20, 1);
  assert.ok(found.unseen.every(({ predictions }) => predictions === 100));
});

const data = process.env.REGULARS_DATA ?? '';
/** Figures recorded with floor 3; a change of more than 0.005 either way wants a word in the commit. */
const recorded = [
  {
    set: 'bol',
    files: {
      clicks: 'bol-toy-clicks/train.txt',
      validation: 'bol-toy-clicks/valid.txt',
      test: 'bol-toy-clicks/test.txt',
    },
    floor: 1,
    figures: [0.709, 0.384],
  },
  { set: 'uci clicks', files: { clicks: 'uci-eshop-2008/clicks.csv' }, floor: 3, figures: [0.697, 0.263] },
  {
    set: 'uci orders',
    files: { orders: 'uci-online-retail-2/orders.csv.gz' },
    floor: 3,
    figures: [0.432, 0.162],
  },
];

for (const { set, files, floor, figures } of recorded) {
  test(`R46 accuracy on ${set} stays within 0.005 of what is recorded`, async (context) => {
    if (!data) return context.skip('data absent');
    const paths = Object.fromEntries(Object.entries(files).map(([role, name]) => [role, join(data, name)]));
    const { all } = await evaluateExports({ ...paths, floor, baselines: false });
    const ours = all.find(({ name }) => name === oursName);
    const found = [ours?.hitRate20 ?? 0, ours?.mrr20 ?? 0];
    context.diagnostic(JSON.stringify(found));
    for (const [place, figure] of figures.entries()) {
      assert.ok(Math.abs((found[place] ?? 0) - figure) <= 0.005, `${set}: ${found} against ${figures}`);
    }
  });
}
