import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitmentOf, drawPrize } from './draw-rule.ts';

const WEIGHTS = [500, 300, 150, 49, 1];
const SEED = 'server-seed-1';

test('publishes the commitment of the server seed', () => {
  assert.equal(commitmentOf(SEED), 'a562d93d4bf3b40f7d2ed81c4c43334cc714f2d7d11691a1bec023153998f2e2');
});

test('draws the published vectors', () => {
  const draws = [0, 1, 2, 3, 4].map((nonce) =>
    drawPrize(WEIGHTS, { serverSeed: SEED, clientSeed: 'visitor-42', nonce }),
  );
  assert.deepEqual(
    draws.map(({ remainder, prizeIndex }) => [remainder, prizeIndex]),
    [
      [444, 0],
      [119, 0],
      [522, 1],
      [396, 0],
      [342, 0],
    ],
  );
  assert.equal(draws[0]?.word, 2656649444);
});

test('spreads 100,000 draws as published', () => {
  const counts = [0, 0, 0, 0, 0];
  for (let nonce = 0; nonce < 100_000; nonce++) {
    const { prizeIndex } = drawPrize(WEIGHTS, { serverSeed: SEED, clientSeed: 'v', nonce });
    counts[prizeIndex] = (counts[prizeIndex] ?? 0) + 1;
  }
  assert.deepEqual(counts, [49894, 29904, 15129, 4963, 110]);
});

test('rejects words that would favour a prize', () => {
  // Sum 2^31 + 1: about half of all words lie above its largest multiple.
  const half = 2 ** 31;
  const draws = Array.from({ length: 2000 }, (_, nonce) =>
    drawPrize([half, 1], { serverSeed: SEED, clientSeed: 'r', nonce }),
  );
  assert.ok(draws.every(({ word }) => word < half + 1));
});

test('refuses weights that cannot be drawn from', () => {
  const seeds = { serverSeed: SEED, clientSeed: 'x', nonce: 0 };
  assert.throws(() => drawPrize([], seeds), RangeError);
  assert.throws(() => drawPrize([0.5, 0.7], seeds), RangeError);
});

test('a million draws are spread as the weights say', () => {
  const count = 1_000_000;
  const counts = WEIGHTS.map(() => 0);
  for (let at = 0; at < count; at++) {
    const { prizeIndex } = drawPrize(WEIGHTS, { serverSeed: SEED, clientSeed: `visitor-${at}`, nonce: 0 });
    counts[prizeIndex] = (counts[prizeIndex] ?? 0) + 1;
  }
  const chiSquare = WEIGHTS.reduce((sum, weight, index) => {
    const expected = (count * weight) / 1000;
    return sum + ((counts[index] ?? 0) - expected) ** 2 / expected;
  }, 0);
  // Four degrees of freedom, p = 0.001.
  assert.ok(chiSquare < 18.47, `${chiSquare} for ${counts.join(', ')}`);
});
