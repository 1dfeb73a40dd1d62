import { expect } from 'chai';
import { hashText, hashToUnit } from './hash.ts';

interface Vectors {
  readonly fnv1a: readonly (readonly [string, number])[];
  readonly unit: readonly (readonly [string, string, number])[];
}

const answer = await fetch(new URL('../../../../test/vectors/hash.json', import.meta.url));
const vectors: Vectors = await answer.json();

describe('hash', () => {
  for (const [text, expected] of vectors.fnv1a) {
    it(`gives ${expected} for "${text}"`, () => {
      expect(hashText(text)).to.equal(expected);
    });
  }
  for (const [seed, value, expected] of vectors.unit) {
    it(`puts "${value}" of "${seed}" at ${expected}`, () => {
      expect(hashToUnit(seed, value)).to.equal(expected);
    });
  }
});
