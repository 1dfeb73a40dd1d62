import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTied, median, quantile, spread } from './statistics.ts';

test('the median is the middle value, or the mean of the two middle ones', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test('a quantile lies between its neighbours', () => {
  assert.equal(quantile([0, 10], 0.25), 2.5);
  assert.equal(quantile([1, 2, 3, 4, 5], 0.75), 4);
});

test('the spread is half the distance between the quartiles', () => {
  assert.equal(spread([1, 2, 3, 4, 5]), 1);
});

test('medians are tied within ten percent or inside the spread, and not beyond', () => {
  assert.equal(isTied([100, 100, 100], [109, 109, 109]), true);
  assert.equal(isTied([100, 100, 100], [112, 112, 112]), false);
  assert.equal(isTied([80, 100, 120], [100, 120, 140]), false);
  assert.equal(isTied([60, 100, 140], [80, 118, 160]), true);
});
