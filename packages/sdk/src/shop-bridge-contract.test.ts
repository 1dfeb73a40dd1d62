import type { ShopBridge } from '@regulars/core';
import { expect } from 'chai';
import { type ShopBridgeBench, shopBridgeContract } from './shop-bridge-contract.ts';

interface Toy {
  items: Map<string, number>;
  coupon: string | undefined;
  reference: string | null;
  signedIn: boolean;
  saved: readonly string[];
}

/** A shop of one product that keeps every promise; `change` breaks one. */
function createBench(change: Partial<ShopBridge> = {}): ShopBridgeBench {
  const price = { value: 1500, currency: 'EUR' };
  const toy: Toy = { items: new Map(), coupon: undefined, reference: null, signedIn: false, saved: ['old'] };
  const card = { id: 'lamp', title: 'Lamp', url: '/p/lamp', price };
  const bridge: ShopBridge = {
    cart: async () => ({
      items: [...toy.items].map(([, quantity]) => ({ product: card, quantity })),
      total: { ...price, value: 1500 * (toy.items.get('lamp') ?? 0) },
      ...(toy.coupon && { coupon: toy.coupon }),
    }),
    async addToCart(id, { quantity }) {
      if (id !== 'lamp') return { ok: false, reason: 'We have no such product.' };
      toy.items.set(id, (toy.items.get(id) ?? 0) + quantity);
      return { ok: true };
    },
    async setVisitorReference(reference) {
      toy.reference = reference;
    },
    priceAndStock: async (ids) => (ids.includes('lamp') ? { lamp: { price, inStock: true } } : {}),
    productData: async (ids) => (ids.includes('lamp') ? [card] : []),
    thresholds: async () => [{ kind: 'free-shipping', at: { value: 6000, currency: 'EUR' } }],
    async applyCoupon(code) {
      if (code !== 'GOOD') return { ok: false, reason: 'This code is not valid.' };
      toy.coupon = code;
      return { ok: true };
    },
    customerToken: async () => (toy.signedIn ? 'a.b.c' : null),
    wishlist: async () => (toy.signedIn ? toy.saved : null),
    async saveWishlist(ids) {
      if (!toy.signedIn) return { ok: false, reason: 'Sign in first.' };
      toy.saved = ids;
      return { ok: true };
    },
    ...change,
  };
  return {
    bridge,
    async reset() {
      Object.assign(toy, { items: new Map(), coupon: undefined, reference: null, signedIn: false });
    },
    productId: 'lamp',
    unknownProductId: 'unicorn',
    coupon: { good: async () => 'GOOD', bad: 'BAD' },
    readVisitorReference: async () => toy.reference,
    async signIn() {
      toy.signedIn = true;
    },
  };
}

/** Names of the cases that a bridge fails. */
async function failures(bench: ShopBridgeBench): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of shopBridgeContract(bench)) await run().catch(() => failed.push(name));
  return failed;
}

describe('shop bridge contract', () => {
  for (const one of shopBridgeContract(createBench())) it(one.name, () => one.run());

  for (const [what, change, count] of [
    [
      'a cart in fractions of euros',
      { cart: async () => ({ items: [], total: { value: 0.5, currency: 'EUR' } }) },
      3,
    ],
    ['an unknown product that is taken', { addToCart: async () => ({ ok: true }) }, 2],
    ['a reference that is not kept', { setVisitorReference: async () => {} }, 1],
    ['prices nobody asked for', { priceAndStock: async () => ({ unicorn: { inStock: true } }) }, 2],
    ['cards without an address', { productData: async () => [{ id: 'lamp', title: 'Lamp' }] }, 1],
    [
      'a threshold in another currency',
      { thresholds: async () => [{ kind: 'gift', at: { value: 1, currency: 'PLN' } }] },
      1,
    ],
    ['a coupon that always works', { applyCoupon: async () => ({ ok: true }) }, 1],
    ['a wish list that is not kept', { saveWishlist: async () => ({ ok: true }) }, 1],
    ['a wish list that forgets its last change', { wishlist: async () => ['old'] }, 1],
    ['a token for nobody', { customerToken: async () => 'x' }, 2],
  ] as [string, Partial<ShopBridge>, number][]) {
    it(`finds ${what}`, async () => {
      expect(await failures(createBench(change))).to.have.length(count);
    });
  }

  it('asks nothing of hooks that a shop does not offer', () => {
    const bench: ShopBridgeBench = {
      bridge: {},
      reset: async () => {},
      productId: 'a',
      unknownProductId: 'b',
    };
    expect(shopBridgeContract(bench)).to.deep.equal([]);
  });
});
