import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createDropped } from '../read/dropped.ts';
import { guessColumns } from '../read/guess-columns.ts';
import { readTable } from '../read/read-table.ts';
import { clickRoles, readClicks } from '../read/read-visits.ts';
import { buildRows } from './build-rows.ts';
import { createBuiltInEngine } from './built-in-engine.ts';
import { chooseParameters } from './choose-parameters.ts';
import { type Counts, countPairs } from './count-pairs.ts';
import { askQuestions, onlyUnseen, scoreIndex, scoreList } from './evaluate.ts';
import { rankPopular } from './popularity.ts';
import { quantiseRows } from './quantise-rows.ts';
import type { Session } from './session.ts';

/** Clicks of bol.com (Serenade's toy set, Apache-2.0), in the folder that REGULARS_DATA names. */
const data = process.env.REGULARS_DATA;

async function read(name: string): Promise<Session[]> {
  const table = await readTable(join(data ?? '', 'bol-toy-clicks', name));
  const columns = guessColumns(table, { roles: clickRoles, overrides: {} });
  const dropped = createDropped();
  const engine = createBuiltInEngine({ dropped });
  for await (const line of readClicks({ table, columns, dropped, dates: 'day-first', progress: () => {} }))
    engine.add(line, true);
  return engine.sessions().filter(({ products }) => products.length > 1);
}

/** Settings chosen on the valid file, measured on the test file, as the published figures were. */
async function measure(floor: number) {
  const [train, valid, last] = [await read('train.txt'), await read('valid.txt'), await read('test.txt')];
  const counts: Counts = countPairs(train);
  const end = train.at(-1)?.start ?? 0;
  const { parameters } = chooseParameters({ sessions: train, counts, end }, valid, { floor, step: () => {} });
  const rows = quantiseRows(buildRows(counts, { ...parameters, floor }), counts.ids);
  const questions = askQuestions(last, new Set(counts.ids));
  const popular = rankPopular(train, counts, { ...parameters, floor, end });
  return {
    parameters,
    all: scoreIndex(questions, rows, { ...parameters, revisits: true }),
    unseen: scoreIndex(onlyUnseen(questions), rows, { ...parameters, revisits: false }),
    popular: scoreList(questions, popular, { revisits: true }),
  };
}

function report(context: TestContext, found: Awaited<ReturnType<typeof measure>>): void {
  for (const [name, value] of Object.entries(found)) context.diagnostic(`${name}: ${JSON.stringify(value)}`);
}

test('bol, floor 1: holds HR@20 0.69 and MRR@20 0.33 on the 931 published predictions', async (context) => {
  if (!data) return context.skip('data absent');
  const found = await measure(1);
  report(context, found);
  assert.equal(found.all.predictions, 931);
  assert.ok(found.all.hitRate20 >= 0.69 && found.all.mrr20 >= 0.33, JSON.stringify(found.all));
  assert.ok(found.unseen.hitRate20 >= 0.56 && found.unseen.mrr20 >= 0.24, JSON.stringify(found.unseen));
  assert.ok(found.all.hitRate20 >= 5 * found.popular.hitRate20);
});

test('bol, the shipped floor of 3: holds HR@20 0.48', async (context) => {
  if (!data) return context.skip('data absent');
  const found = await measure(3);
  report(context, found);
  assert.equal(found.all.predictions, 931);
  assert.ok(found.all.hitRate20 >= 0.48, JSON.stringify(found.all));
});
