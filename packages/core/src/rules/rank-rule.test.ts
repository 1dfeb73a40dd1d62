import { expect } from 'chai';
import { type RankVector, rankInputOf, rankOutcome } from '../../../../test/support/rank-vector.ts';
import { rankProducts } from './rank-rule.ts';

const answer = await fetch(new URL('../../../../test/vectors/rank.json', import.meta.url));
const { cases } = (await answer.json()) as { cases: RankVector[] };

describe('rank rule', () => {
  for (const vector of cases) {
    it(vector.name, () => {
      const { expect: list, removed = [] } = vector;
      expect(rankOutcome(rankProducts(rankInputOf(vector)))).to.deep.equal({ expect: list, removed });
    });
  }

  it('R25 gives the same list for the same input, whatever order the neighbours come in', () => {
    const row = Array.from({ length: 20 }, (_, place) => [`p${place}`, 255 - place * 10] as const);
    const parameters = { recent: 5, decay: 0.3, revisitWeight: 0.4 };
    const vector = { name: '', seen: ['a'], rows: { a: row }, parameters, expect: [] };
    const turned = { ...vector, rows: { a: row.toReversed() } };
    expect(rankProducts(rankInputOf(vector)).list).to.deep.equal(rankProducts(rankInputOf(turned)).list);
  });
});
