import { expect } from 'chai';
import fc from 'fast-check';
import { addScore, foldProfile, scoreAt } from './fold-profile.ts';
import { emptyProfile, type FoldableEvent } from './profile.ts';

const DAY_MS = 86_400_000;
const BASE_MS = 1_700_000_000_000;
const page = { url: 'https://shop.example/' };

const productId = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor');
const product = fc.record(
  {
    id: productId,
    category: fc.constantFrom('hats', 'coats'),
    brand: fc.constantFrom('Parapet', 'toString'),
    quantity: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['id'] },
);
const money = fc.record({ value: fc.integer({ min: 0, max: 9999 }), currency: fc.constant('EUR') });
const act = fc.oneof(
  fc.record({
    name: fc.constantFrom('product_viewed', 'cart_product_added', 'cart_product_removed', 'product_clicked'),
    props: fc.record({ product }),
  }),
  fc.record({
    name: fc.constant('order_placed'),
    props: fc.record({
      orderId: fc.constantFrom('o1', 'o2', 'o3'),
      products: fc.array(product, { maxLength: 3 }),
    }),
  }),
  fc.record({ name: fc.constantFrom('cart_viewed', 'checkout_started'), props: fc.record({ total: money }) }),
  fc.record({
    name: fc.constant('page_viewed'),
    props: fc.record({ utm: fc.dictionary(fc.constantFrom('source', 'gclid'), fc.constantFrom('x', 'y')) }),
  }),
);
const events = fc.array(
  fc
    .tuple(act, fc.integer({ min: -40 * DAY_MS, max: 500 * DAY_MS }))
    .map(([one, offset]) => ({ ...one, t: BASE_MS + offset, page, sid: 's' }) as FoldableEvent),
  { maxLength: 60 },
);
const copy = <T>(value: T): T => structuredClone(value);

describe('fold profile', () => {
  it('gives the same profile from a snapshot at any cut and the events after it', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, at) => {
        const cut = at % (all.length + 1);
        const snapshot = copy(all.slice(0, cut).reduce(foldProfile, emptyProfile));
        const resumed = JSON.parse(JSON.stringify(all.slice(cut))).reduce(foldProfile, snapshot);
        expect(resumed).to.deep.equal(all.reduce(foldProfile, emptyProfile));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the profile it was given as it was', () => {
    fc.assert(
      fc.property(events, (all) => {
        const before = all.slice(0, -1).reduce(foldProfile, emptyProfile);
        const kept = copy(before);
        for (const event of all.slice(-1)) foldProfile(before, event);
        expect(before).to.deep.equal(kept);
      }),
      { numRuns: 100 },
    );
  });

  it('halves a score in 14 days and lets an older event count for less', () => {
    const score = addScore(undefined, 4, BASE_MS);
    expect(scoreAt(score, BASE_MS + 14 * DAY_MS)).to.be.closeTo(2, 1e-9);
    expect(addScore(score, 4, BASE_MS - 14 * DAY_MS)).to.deep.equal({ value: 6, atMs: BASE_MS });
  });

  it('counts an order once however often its thank-you page is loaded', () => {
    const order: FoldableEvent = {
      name: 'order_placed',
      t: BASE_MS,
      page,
      props: { orderId: 'o1', products: [{ id: 'a' }] },
    };
    const profile = [order, { ...order, t: BASE_MS + 1000 }].reduce(foldProfile, emptyProfile);
    expect(profile.orders).to.deep.equal({ count: 1, lastMs: BASE_MS, lastId: 'o1' });
    expect(profile.counts.order_placed?.total).to.equal(1);
  });

  it('keeps the 200 products touched last and 50 views, repeats folded', () => {
    const views = Array.from(
      { length: 300 },
      (_, i): FoldableEvent => ({
        name: 'product_viewed',
        t: BASE_MS + i,
        page,
        props: { product: { id: `p${(i >> 1) << 1 === i ? i : i - 1}` } },
      }),
    );
    const many = Array.from(
      { length: 260 },
      (_, i): FoldableEvent => ({
        name: 'product_viewed',
        t: BASE_MS + 1000 + i,
        page,
        props: { product: { id: `q${i}` } },
      }),
    );
    const profile = [...views, ...many].reduce(foldProfile, emptyProfile);
    expect(Object.keys(profile.products)).to.have.length(200);
    expect(Object.keys(profile.products)).to.not.include('p0').and.to.not.include('q59');
    expect(profile.recent).to.have.length(50);
    expect(views.reduce(foldProfile, emptyProfile).recent[1]?.id).to.equal('p296');
  });

  it('J55 keeps the first touch and the last one that is not direct, nor a page of the shop itself', () => {
    const visit = (utm: Record<string, string>, referrer?: string): FoldableEvent => ({
      name: 'page_viewed',
      t: BASE_MS,
      page,
      props: { utm, referrer },
    });
    const profile = [
      visit({ source: 'letter' }),
      visit({}, 'https://search.example/'),
      visit({}, 'https://shop.example/hats'),
    ].reduce(foldProfile, emptyProfile);
    expect(profile.firstTouch).to.deep.equal({ source: 'letter' });
    expect(profile.lastTouch).to.deep.equal({ source: 'search.example', medium: 'referral' });
  });
});
