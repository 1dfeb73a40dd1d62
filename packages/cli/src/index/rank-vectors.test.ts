import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rankProducts } from '@regulars/core/rules';
import { type RankVector, rankInputOf, rankOutcome } from '../../../../test/support/rank-vector.ts';

const file = new URL('../../../../test/vectors/rank.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: RankVector[] };

for (const vector of cases) {
  test(`ranks on Node as in browsers: ${vector.name}`, () => {
    const { expect, removed = [] } = vector;
    assert.deepEqual(rankOutcome(rankProducts(rankInputOf(vector))), { expect, removed });
  });
}
