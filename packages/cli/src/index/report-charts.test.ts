import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chart, chartDays } from './report-charts.ts';
import { showPhases } from './show-phases.ts';

const day = Date.UTC(2026, 0, 1) / 86_400_000;

test('bars are as long as their values, in eighths of a letter, and say them', () => {
  assert.deepEqual(
    chart([
      { label: 'these lists', value: 0.5, says: '50 of 100' },
      { label: 'best sellers', value: 0.03, says: '3 of 100' },
      { label: 'none', value: 0, says: '0 of 100' },
    ]),
    [
      '```text',
      `these lists   ${'█'.repeat(40)} 50 of 100`,
      'best sellers  ██▍ 3 of 100',
      'none           0 of 100',
      '```',
    ],
  );
  assert.deepEqual(chart([{ label: 'a', value: 0, says: '0' }]), ['```text', 'a   0', '```']);
});

test('a month is a bar a day, also days without a look; a year is few bars that hold every day', () => {
  const month = chartDays(
    new Map([
      [day, 10],
      [day + 29, 5],
    ]),
  );
  assert.equal(month.length, 30 + 2);
  assert.match(month[1] ?? '', /^2026-01-01 {2}█{40} 10$/);
  assert.match(month[2] ?? '', /^2026-01-02 {3}0$/);
  assert.match(month[30] ?? '', /^2026-01-30 {2}█{20} 5$/);
  const year = chartDays(new Map(Array.from({ length: 365 }, (_, at) => [day + at, 3])));
  assert.ok(year.length <= 31 + 2);
  const total = year.slice(1, -1).reduce((sum, line) => sum + Number(/(\d+)$/.exec(line)?.[1]), 0);
  assert.equal(total, 365 * 3);
  assert.deepEqual(chartDays(new Map()), []);
});

test('the bar of a build goes forward only, whichever engine counts', () => {
  const said: (readonly [string, number | undefined])[] = [];
  const show = showPhases((text, share) => said.push([text, share]));
  const steps = ['reading a.csv', 'DuckDB: cutting sessions', 'counting pairs', 'DuckDB: counting pairs'];
  const later = ['rows by mixed, second step 0', 'measuring on the last days', 'DuckDB: counting pairs'];
  for (const step of [...steps, ...later, 'rows of all sessions', 'lists of the last weeks', 'writing'])
    show(step);
  const shares = said.map(([, share]) => share ?? -1);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
  assert.ok((shares[0] ?? 1) < 0.1 && (shares.at(-1) ?? 0) >= 0.95);
});
