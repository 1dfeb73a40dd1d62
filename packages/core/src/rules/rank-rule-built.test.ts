import type { RowShard } from '@regulars/schema';
import { expect } from 'chai';
import { sumRows } from '../../../../test/vectors/reference/sum-rows.ts';
import { rankProducts } from './rank-rule.ts';
import { readRow } from './rank-rule-shard.ts';

const ids = Array.from({ length: 240 }, (_, at) => `SKU-${100 + ((at * 37) % 240)}`);
/** A shard in the form in which the build writes it, with many equal weights. */
const shard: RowShard = {
  ids,
  cards: ids.map(() => 0),
  rows: ids.map((_, owner) =>
    Array.from({ length: 20 }, (_, step) => [
      (owner * 7 + step * step * 3 + 1) % 240,
      255 - 10 * (step >> 1),
    ]).flat(),
  ),
};
const none = new Set<string>();

describe('rows as they are built', () => {
  it('R26 after five products the list equals the reference to the last position', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const seen = [0, 11, 29, 53, 97].map((step) => ids[(turn + step) % ids.length] ?? '');
      const parameters = { recent: 5, decay: [0.3, 0.5, 0.8][turn % 3] ?? 1, revisitWeight: 0.8 };
      const { list } = rankProducts({
        ...{ seen, parameters, revisits: false, max: 240, diversity: 0, popular: [], popularInCategory: [] },
        ...{
          visited: new Set(seen),
          inCart: none,
          bought: none,
          excluded: none,
          shownElsewhere: none,
          soldOut: none,
        },
        row: (id) => readRow(shard, id)?.neighbours ?? [],
        product: () => ({}),
      });
      expect(list.map(({ id }) => id)).to.deep.equal(sumRows(shard, seen, parameters.decay));
      expect(list.length).to.be.greaterThan(40);
    }
  });
});
