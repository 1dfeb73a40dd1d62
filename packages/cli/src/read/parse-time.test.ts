import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessDateOrder, parseTime } from './parse-time.ts';

const day = Date.UTC(2010, 11, 9);

test('reads times as shops write them, all as the same instant', () => {
  const texts = [
    '2010-12-09',
    '2010-12-09T00:00:00Z',
    '2010-12-09T02:00:00+02:00',
    '09.12.2010',
    '9/12/2010 00:00',
  ];
  assert.deepEqual(
    [...texts, String(day), String(day / 1000), `${day / 1000}.0`].map((text) =>
      parseTime(text, 'day-first'),
    ),
    Array.from({ length: 8 }, () => day),
  );
});

test('a second number above 12 proves that the month stands first, a first one that the day does', () => {
  assert.equal(guessDateOrder(['01/02/2024', '01/31/2024']), 'month-first');
  assert.equal(guessDateOrder(['01/02/2024', '31/01/2024']), 'day-first');
  assert.equal(parseTime('12/09/2010', 'month-first'), day);
});

test('dates with points have the day first, whatever those with slashes have', () => {
  assert.equal(parseTime('09.12.2010', 'month-first'), day);
  assert.equal(guessDateOrder(['13.01.2024', '01/13/2024']), 'month-first');
});

test('what is no time is said to be none', () => {
  assert.deepEqual(
    ['', 'yesterday', '31/31/2024', '12'].map((text) => parseTime(text, 'day-first')),
    [null, null, null, null],
  );
});
