import { expect } from 'chai';
import { readRow, rowShardOf, shardOf } from './rank-rule-shard.ts';

const shard = { ids: ['a', 'b', 'c'], cards: [1, -1, 3], rows: [[1, 200, 2, 100], []] };
const category = { rows: [4, 5, 6], popular: [] };

describe('rank rule: shards', () => {
  it('reads a row with the card shard of each neighbour', () => {
    expect(readRow(shard, 'a')).to.deep.equal({
      card: 1,
      neighbours: [
        ['b', 200],
        ['c', 100],
      ],
      content: [],
      cards: new Map([
        ['b', -1],
        ['c', 3],
      ]),
    });
  });

  it('knows a product without neighbours from one that only neighbours name', () => {
    expect(readRow(shard, 'b')?.neighbours).to.deep.equal([]);
    expect(readRow(shard, 'c')).to.equal(null);
    expect(readRow(shard, 'elsewhere')).to.equal(null);
  });

  it('reads what is known of a product beside who looked at it', () => {
    const row = readRow({ ...shard, content: { 0: [2, 90] } }, 'a');
    expect(row?.content).to.deep.equal([['c', 90]]);
  });

  it('passes over a neighbour that points nowhere', () => {
    expect(readRow({ ...shard, rows: [[9, 200, 2, 100]] }, 'a')?.neighbours).to.deep.equal([['c', 100]]);
  });

  it('finds the shard by category, the published FNV-1a of "foobar" being 0xbf9cf968', () => {
    expect(shardOf('foobar', 2 ** 31)).to.equal(0x3f9cf968);
    const manifest = { categories: { toys: category }, lookupShards: ['lookup.json'] };
    expect(rowShardOf(manifest, 'foobar', 'toys')).to.equal(4 + (0xbf9cf968 % 3));
  });

  it('leaves to the lookup what no category says, also a name that every object has', () => {
    const manifest = { categories: { toys: category }, lookupShards: ['lookup.json'] };
    expect(rowShardOf(manifest, 'a', undefined)).to.equal(null);
    expect(rowShardOf(manifest, 'a', 'constructor')).to.equal(null);
  });

  it('goes straight to the one shard group of an index without categories', () => {
    const manifest = { categories: { '': category }, lookupShards: [] };
    expect(rowShardOf(manifest, 'a', 'toys')).to.equal(category.rows[shardOf('a', 3)]);
  });
});
