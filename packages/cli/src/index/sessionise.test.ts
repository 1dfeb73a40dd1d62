import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDropped } from '../read/dropped.ts';
import type { Line } from '../read/read-visits.ts';
import { askQuestions } from './evaluate.ts';
import { sessionise } from './sessionise.ts';

const minute = 60_000;
const line = (product: string, t: number, more: Partial<Line> = {}): Line => ({
  ...{ visitor: 'v', visitorKind: 'visitor', session: null, product, t, position: 0, row: `${product} ${t}` },
  ...more,
});
const productsOf = (lines: readonly Line[], ordered = true) =>
  sessionise(lines, { ordered, dropped: createDropped() }).map(({ products }) => products);

test('a session goes on at 30 minutes of silence and ends after them', () => {
  const lines = [line('a', 0), line('b', 30 * minute), line('c', 60 * minute + 1)];
  assert.deepEqual(productsOf(lines), [['a', 'b'], ['c']]);
});

test('sessions named by the export stay whole, in the order of time, then of position', () => {
  const lines = [
    line('c', 9e9, { session: 's' }),
    line('b', 0, { session: 's', position: 2 }),
    line('a', 0, { session: 's', position: 1 }),
  ];
  assert.deepEqual(productsOf(lines), [['a', 'b', 'c']]);
});

test('repeats in a row fold into one, a return stays; a basket has each product once', () => {
  const lines = ['a', 'a', 'b', 'a'].map((product, at) => line(product, at));
  assert.deepEqual(productsOf(lines), [['a', 'b', 'a']]);
  assert.deepEqual(productsOf(lines, false), [['a', 'b']]);
});

test('R45 a session with more than 200 products is no person and changes nothing', () => {
  const dropped = createDropped();
  const lines = Array.from({ length: 201 }, (_, at) => line(`p${at}`, at));
  assert.deepEqual(sessionise(lines, { ordered: true, dropped }), []);
  assert.equal(dropped.list()[0]?.reason, 'session with more than 200 products');
});

test('the protocol asks for the next product at every position, without those that training does not know', () => {
  const [session] = sessionise([line('a', 0), line('x', 1), line('a', 2), line('b', 3), line('a', 4)], {
    ordered: true,
    dropped: createDropped(),
  });
  assert.ok(session);
  assert.deepEqual(askQuestions([session], new Set(['a', 'b'])), [
    { seen: ['a'], next: 'b', session: 0 },
    { seen: ['b', 'a'], next: 'a', session: 0 },
  ]);
});
