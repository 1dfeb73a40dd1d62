import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyIn, minorDigits, parseNumber } from './parse-number.ts';

test('reads numbers as shops write them', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['12', 12],
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['1.299,00 €', 1299],
    ['$1,299.00', 1299],
    ['1 299,50 zł', 1299.5],
    ['1,299', 1299],
    ['1.299', 1.299],
    ['1.299.000', 1299000],
    ['-3', -3],
    ['0,85', 0.85],
    ['25.00 EUR', 25],
    ['n/a', null],
    ['', null],
  ];
  assert.deepEqual(
    cases.map(([text]) => parseNumber(text)),
    cases.map(([, value]) => value),
  );
});

test('finds the currency beside a price and its digits', () => {
  assert.deepEqual(['25.00 EUR', '€25', '25 zł', '25'].map(currencyIn), ['EUR', 'EUR', 'PLN', null]);
  assert.deepEqual(['EUR', 'JPY', 'KWD', 'nonsense'].map(minorDigits), [2, 0, 3, 2]);
});
