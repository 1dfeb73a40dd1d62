import type { Product } from '@regulars/schema';
import { expect } from 'chai';
import { rankInputOf } from '../../../../test/support/rank-vector.ts';
import { merchandise } from './merchandise-rule.ts';
import { type RankInput, rankProducts } from './rank-rule.ts';

const parameters = { recent: 5, decay: 0.5, revisitWeight: 0.8 };
const rows = {
  a: [
    ['b', 204],
    ['c', 153],
    ['d', 102],
    ['e', 51],
  ],
} as const;
/** Row of `a` in order: b, c, d, e. */
const input = (more: Partial<RankInput> = {}): RankInput => ({
  ...rankInputOf({ name: '', seen: ['a'], rows, parameters, diversity: 0, expect: [] }),
  ...more,
});
const idsOf = (one: RankInput) => rankProducts(one).list.map(({ id }) => id);
const products: Readonly<Record<string, Product>> = {
  b: { id: 'b', brand: 'Oak', category: 'cups', price: { value: 900, currency: 'EUR' } },
  c: { id: 'c', brand: 'Elm', category: 'cups', flags: ['vegan'] },
  d: { id: 'd', brand: 'Elm', category: 'tea', flags: ['consumable'] },
  e: { id: 'e', brand: 'Elm', category: 'tea' },
};
const rules = (props: object, more: Partial<RankInput> = {}) =>
  input({ ...merchandise({ strategy: 'for-you', diversity: 0, ...props }, (id) => products[id]), ...more });

describe('rules of a list', () => {
  it('R31 pin, boost, bury and exclusion each do what they say, and the card names the rule', () => {
    expect(idsOf(rules({ exclude: ['b'] }))).to.deep.equal(['c', 'd', 'e']);
    // e: 0.04 x 20 = 0.8 passes b with 0.64.
    const lifted = rankProducts(rules({ boost: [{ match: { products: ['e'] }, by: 20 }] })).list;
    expect(lifted.map(({ id, rule }) => [id, rule])).to.deep.equal([
      ...[
        ['e', 'boost'],
        ['b', undefined],
        ['c', undefined],
        ['d', undefined],
      ],
    ]);
    // b: 0.64 / 2 = 0.32 falls behind c with 0.36.
    expect(idsOf(rules({ bury: [{ match: { brands: ['Oak'] }, by: 2 }] }))).to.deep.equal([
      'c',
      'b',
      'd',
      'e',
    ]);
    const pinned = rankProducts(rules({ pin: [{ product: 'z', at: 2 }] })).list;
    expect(pinned.map(({ id }) => id)).to.deep.equal(['b', 'z', 'c', 'd', 'e']);
    expect(pinned[1]).to.include({ rule: 'pin', source: 'shop' });
    expect(idsOf(rules({ without: { flags: ['vegan'] } }))).to.deep.equal(['b', 'd', 'e']);
    expect(idsOf(rules({ only: { categories: ['tea'] } }))).to.deep.equal(['d', 'e']);
    expect(idsOf(rules({ only: { minPrice: 800 } })), 'no price known').to.deep.equal(['b']);
  });

  it('R31 rules in conflict follow the order: left out, lifted and lowered, spread, pinned', () => {
    const conflict = rules({
      boost: [{ match: { brands: ['Elm'] }, by: 4 }],
      bury: [{ match: { categories: ['tea'] }, by: 4 }],
      exclude: ['c'],
      pin: [
        { product: 'e', at: 1 },
        { product: 'c', at: 1 },
      ],
    });
    const { list, removed } = rankProducts(conflict);
    // c is excluded, so its pin and its boost are void; d is lifted and lowered alike: no rule.
    expect(list.map(({ id, rule }) => [id, rule])).to.deep.equal([
      ['e', 'pin'],
      ['b', undefined],
      ['d', undefined],
    ]);
    expect(removed).to.deep.equal([{ id: 'c', reason: 'excluded' }]);
  });

  it('puts two pins of one place side by side and a pin beyond the end at the end', () => {
    const pins = [
      { id: 'x', at: 0 },
      { id: 'y', at: 0 },
      { id: 'z', at: 30 },
    ];
    expect(idsOf(input({ pins }))).to.deep.equal(['x', 'y', 'b', 'c', 'd', 'e', 'z']);
    expect(idsOf(input({ pins, max: 3 }))).to.deep.equal(['x', 'y', 'z']);
  });

  it('R33 no more than two of a brand stand among the first eight and the first card never changes', () => {
    const row = Array.from(
      { length: 12 },
      (_, place) => [`p${String(place).padStart(2, '0')}`, 250 - place * 9] as const,
    );
    const brand = (id: string) => (Number(id.slice(1)) < 6 ? 'Oak' : `b${id}`);
    const crowded = input({ row: () => row, product: (id) => ({ brand: brand(id) }) });
    const capped = idsOf({ ...crowded, perBrand: 2 });
    expect(capped.slice(0, 8).filter((id) => brand(id) === 'Oak')).to.deep.equal(['p00', 'p01']);
    expect(capped[0]).to.equal(idsOf(crowded)[0]);
    expect(capped).to.have.members(idsOf(crowded));
  });

  it('R29 what was bought stays away unless it is consumed or the list allows it', () => {
    const bought = new Set(['b', 'd']);
    expect(idsOf(rules({}, { bought }))).to.deep.equal(['c', 'd', 'e']);
    expect(idsOf(rules({ buyAgain: true }, { bought }))).to.deep.equal(['b', 'c', 'd', 'e']);
  });

  it('R34 of eight cards three come from the index, two from content, three from best sellers, and it says so', () => {
    const { list } = rankProducts(
      input({
        row: () => rows.a.slice(0, 3),
        content: () => [
          ['m', 200],
          ['b', 190],
          ['n', 100],
        ],
        popular: ['p', 'q', 'r', 's'],
        max: 8,
      }),
    );
    expect(list.map(({ source }) => source)).to.deep.equal([
      ...['index', 'index', 'index', 'content', 'content', 'popular', 'popular', 'popular'],
    ]);
    expect(list[3]?.because).to.equal('a');
  });

  it('fills along the declared chain only', () => {
    const more = {
      content: () => [['m', 200] as const],
      popular: ['p'],
      items: ['i'],
      popularInCategory: [['k']],
    };
    expect(idsOf(input({ ...more, chain: ['items', 'popular'] }))).to.deep.equal([
      'b',
      'c',
      'd',
      'e',
      'i',
      'p',
    ]);
    expect(idsOf(input({ ...more, chain: [] }))).to.deep.equal(['b', 'c', 'd', 'e']);
    expect(idsOf(input(more))).to.deep.equal(['b', 'c', 'd', 'e', 'm', 'k', 'p', 'i']);
  });

  it('puts the strategy’s own list first, under the same rules', () => {
    const lead = { ids: ['x', 'c', 'cart'], source: 'remote' as const };
    const { list, removed } = rankProducts(input({ lead, inCart: new Set(['cart']) }));
    expect(list.map(({ id, source }) => `${id} ${source}`)).to.deep.equal([
      ...['x remote', 'c remote', 'b index', 'd index', 'e index'],
    ]);
    expect(removed).to.deep.equal([{ id: 'cart', reason: 'in-cart' }]);
  });
});
