import { expect } from 'chai';
import { runVectors } from '../../../../test/support/vector-runs.ts';

const runs = await runVectors(async (name) =>
  (await fetch(new URL(`../../../../test/vectors/${name}.json`, import.meta.url))).json(),
);

// The same list as on Node, one test a file: 1,300 tests would say no more.
describe('vectors of the campaigns in this browser', () => {
  const files = [...new Set(runs.map(({ name }) => name.split(':')[0]))];
  for (const file of files) {
    it(`agree in ${file}`, () => {
      const own = runs.filter(({ name }) => name.startsWith(`${file}:`));
      const table = (key: 'actual' | 'expected') =>
        Object.fromEntries(own.map((one) => [one.name, one[key]]));
      expect(table('actual')).to.deep.equal(table('expected'));
    });
  }
});
