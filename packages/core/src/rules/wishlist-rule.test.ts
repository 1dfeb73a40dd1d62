import { expect } from 'chai';
import { mergeWishlists } from './wishlist-rule.ts';

const kept = (ids: string, base?: string) => ({
  products: [...ids].map((id) => ({ id, title: id.toUpperCase() })),
  ...(base === undefined ? {} : { base: [...base] }),
});
const merged = (...[of, shop, most = 9]: [ReturnType<typeof kept> | undefined, string, number?]) =>
  mergeWishlists(of, [...shop], most)
    .products.map(({ id }) => id)
    .join('');

describe('merging wish lists', () => {
  it('keeps both where they never agreed, what the device saved first', () => {
    expect(merged(kept('ab'), 'bc')).to.equal('abc');
    expect(merged(undefined, 'bc')).to.equal('bc');
  });

  it('puts what the device saved or took off since they agreed over the shop’s list', () => {
    // Agreed on a, b, c; here x was saved and b taken off; elsewhere d was saved and c taken off.
    expect(merged(kept('xac', 'abc'), 'dab')).to.equal('xda');
  });

  it('takes off here what another device took off', () => {
    expect(merged(kept('ab', 'ab'), 'b')).to.equal('b');
    expect(merged(kept('ab', 'ab'), '')).to.equal('');
  });

  it('agrees with itself: merging again changes nothing', () => {
    const once = mergeWishlists(kept('xac', 'abc'), [...'dab'], 9);
    const told = once.products.map(({ id }) => id);
    expect(mergeWishlists(once, told, 9).products).to.deep.equal(once.products);
  });

  it('keeps the newest of too many, and the cards that the device has', () => {
    expect(merged(kept('ab'), 'cd', 3)).to.equal('abc');
    expect(mergeWishlists(kept('a', 'a'), ['a', 'b'], 9).products).to.deep.equal([
      { id: 'a', title: 'A' },
      { id: 'b' },
    ]);
  });
});
