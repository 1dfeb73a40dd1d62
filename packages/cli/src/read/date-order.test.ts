import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { buildIndex } from '../index/build-index.ts';
import { findDateOrder } from './date-order.ts';
import { readTable } from './read-table.ts';

const folder = tempFolder();
const write = async (name: string, lines: readonly string[]): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, ['visitor,product,time', ...lines].join('\n'));
  return file;
};
const looks = (date: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `v${at >> 1} ${date},p${at % 5},${date} 10:${10 + (at % 2)}`);
const orderOf = async (name: string, lines: readonly string[]) =>
  await findDateOrder(await readTable(await write(name, lines)), 2);

test('a month-first export by date is read so, although its first thousand lines could be either', async () => {
  const clicks = await write('us.csv', [
    ...looks('1/2/2025', 1000),
    ...looks('1/12/2025', 1000),
    ...looks('1/28/2025', 40),
  ]);
  const result = await buildIndex({ clicks, out: join(folder, 'us'), builtAt: 0, floor: 1 });
  assert.deepEqual(result.dropped, []);
  assert.match(result.guesses[0] ?? '', /time ← time \(month before day\)/);
});

test('the day first is said as proven or as taken, and dates that leave no choice are not walked', async () => {
  assert.deepEqual(await orderOf('eu.csv', [...looks('1/2/2025', 600), ...looks('28/2/2025', 2)]), {
    ...{ order: 'day-first', says: 'day before month' },
  });
  assert.equal(
    (await orderOf('either.csv', looks('1/2/2025', 4))).says,
    'day before month, which no date proves',
  );
  assert.equal((await orderOf('iso.csv', looks('2025-02-01', 4))).says, '');
});

test('both orders in one column are refused with an example of each; a single slip is not', async () => {
  await assert.rejects(
    orderOf('both.csv', [...looks('13/1/2025', 4), ...looks('1/13/2025', 4)]),
    /both\.csv: 13\/1\/2025 10:10 has the day first and 1\/13\/2025 10:10 the month.*2025-12-31/,
  );
  const slip = await orderOf('slip.csv', [...looks('13/1/2025', 300), ...looks('1/13/2025', 1)]);
  assert.equal(slip.order, 'day-first');
});
