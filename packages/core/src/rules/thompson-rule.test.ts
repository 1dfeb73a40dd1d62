import { expect } from 'chai';
import { createChance } from '../../../../test/support/chance.ts';
import { chooseByTrial, sampleShare, type Tried } from './thompson-rule.ts';

const moments = (tried: Tried, count = 20_000): { mean: number; variance: number } => {
  const random = createChance(7);
  const samples = Array.from({ length: count }, () => sampleShare(tried, random));
  const mean = samples.reduce((sum, one) => sum + one, 0) / count;
  return { mean, variance: samples.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count };
};

describe('Thompson sampling', () => {
  it('draws from Beta(clicks + 1, views − clicks + 1): mean and variance are those of the distribution', () => {
    for (const [views, clicks] of [
      [0, 0],
      [10, 1],
      [1000, 40],
      [50, 50],
      [1_000_000, 30_000],
    ] as const) {
      const [a, b] = [clicks + 1, views - clicks + 1];
      const { mean, variance } = moments([views, clicks]);
      const known = (a * b) / ((a + b) ** 2 * (a + b + 1));
      // Four standard errors of 20,000 draws.
      expect(Math.abs(mean - a / (a + b)), `${views}/${clicks}`).to.be.below(4 * Math.sqrt(known / 20_000));
      expect(variance / known).to.be.within(0.93, 1.07);
    }
  });

  it('draws the same from the same numbers, and ends where chance never changes', () => {
    const draw = () =>
      chooseByTrial(['a', 'b', 'c'], (one) => (one === 'b' ? [100, 9] : [100, 3]), createChance(3));
    expect(draw()).to.deep.equal(draw());
    for (const still of [0, 0.5, 1 - 2 ** -53]) expect(sampleShare([100, 3], () => still)).to.be.within(0, 1);
  });

  it('finds the better of two, keeps trying what is hardly known, and leaves what proved worse', () => {
    const random = createChance(11);
    const truth = { good: 0.06, bad: 0.02 };
    const counts = { good: [0, 0] as [number, number], bad: [0, 0] as [number, number] };
    let last = 0;
    for (let round = 0; round < 6000; round += 1) {
      const { chosen = 'bad' } = chooseByTrial(['bad', 'good'] as const, (one) => counts[one], random);
      counts[chosen][0] += 1;
      if (random() < truth[chosen]) counts[chosen][1] += 1;
      if (round >= 4000 && chosen === 'good') last += 1;
    }
    expect(counts.bad[0]).to.be.above(20);
    expect(last / 2000).to.be.above(0.9);
    const fresh = Array.from({ length: 400 }, () =>
      chooseByTrial(['known', 'new'], (one) => (one === 'new' ? [0, 0] : [5000, 250]), random),
    );
    expect(fresh.filter(({ chosen }) => chosen === 'new').length).to.be.above(300);
  });

  it('has nothing to choose from nothing', () => {
    expect(chooseByTrial([], () => [0, 0], createChance(1)).chosen).to.equal(undefined);
  });
});
