import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { runVectors } from '../support/vector-runs.ts';

const runs = await runVectors(async (name) =>
  JSON.parse(await readFile(new URL(`./${name}.json`, import.meta.url), 'utf8')),
);

describe('vectors of the campaigns on Node', () => {
  it('are at least 400', () => assert.ok(runs.length >= 400, `${runs.length}`));
  for (const { name, actual, expected } of runs) it(name, () => assert.deepEqual(actual, expected));
});
