import type { ListShard, Strategy } from '@regulars/schema';
import { expect } from 'chai';
import { type ListProfile, planList } from './list-plan.ts';
import { planMore } from './more-strategies.ts';
import type { ProductTrace } from './profile.ts';

const day = 86_400_000;
const now = 100 * day;
const trace = (more: Partial<ProductTrace> = {}): ProductTrace => ({
  ...{ score: { value: 1, atMs: now }, views: 1, lastMs: now - day },
  ...more,
});
const profile = (products: Record<string, ProductTrace>, more: Partial<ListProfile> = {}): ListProfile => ({
  ...{ recent: [], cart: {}, products },
  ...more,
});
const lists: ListShard = {
  lists: { trending: ['t1', 'own', 't2'], new: ['n1'], 'price-drop': ['d1'], 'last-chance': [] },
  replenishDays: { tea: 30, oil: 60 },
  cards: [],
};
const known = { session: 's2', current: 'here', now, dueDays: 30, lists, saved: [] };

describe('strategies', () => {
  it('continues with what was left, what drew the visitor most first, without what was bought since', () => {
    const plan = planMore(
      profile(
        {
          here: trace({ score: { value: 9, atMs: now } }),
          old: trace({ score: { value: 2, atMs: now } }),
          dear: trace({ score: { value: 5, atMs: now } }),
          faded: trace({ score: { value: 6, atMs: now - 28 * day } }),
          bought: trace({ boughtMs: now }),
          passing: trace(),
        },
        { recent: [{ id: 'passing', t: now, sid: 's2' }] },
      ),
      'continue',
      known,
    );
    // faded: 6 x 1/4 = 1.5.
    expect(plan.lead).to.deep.equal({ ids: ['dear', 'old', 'faded'], source: 'recent' });
    expect(plan.alone).to.equal(true);
  });

  it('finds what is used up by the rhythm of the shop, longest overdue first', () => {
    const bought = profile({
      tea: trace({ boughtMs: now - 27 * day }),
      oil: trace({ boughtMs: now - 120 * day }),
      lamp: trace({ boughtMs: now - 90 * day }),
    });
    expect(planMore(bought, 'replenishment', known).lead?.ids).to.deep.equal(['oil', 'tea']);
    const fresh = profile({ tea: trace({ boughtMs: now - 26 * day }) });
    expect(planMore(fresh, 'replenishment', known).lead?.ids).to.deep.equal([]);
    // Without rhythms the campaign's number of days stands for all.
    expect(planMore(bought, 'replenishment', { ...known, lists: null }).lead?.ids).to.deep.equal([
      'oil',
      'lamp',
      'tea',
    ]);
  });

  it('takes the shop’s lists in their order, what the visitor knows first', () => {
    const visitor = profile({ own: trace() });
    expect(planMore(visitor, 'trending', known).lead).to.deep.equal({
      ids: ['own', 't1', 't2'],
      source: 'list',
    });
    expect(planMore(visitor, 'new', known).lead?.ids).to.deep.equal(['n1']);
    expect(planMore(visitor, 'trending', { ...known, lists: null }).lead?.ids).to.deep.equal([]);
  });

  it('completes the set of the cart with other categories', () => {
    const visitor = profile({ cup: trace({ category: 'cups' }), jug: trace() }, { cart: { cup: 1, jug: 2 } });
    const plan = planMore(visitor, 'complete-the-set', known);
    expect(plan.seen).to.deep.equal(['cup', 'jug']);
    expect(plan).to.include({ otherCategories: true, alone: true });
    expect(plan.parameters).to.deep.equal({ recent: 2, decay: 1 });
  });

  it('lets an order just placed vote with all that is in it, until something is looked at again', () => {
    const ordered = { cup: trace({ boughtMs: now, category: 'cups' }), jar: trace({ boughtMs: now }) };
    const before = { id: 'lamp', t: now - 1, sid: 's2' };
    const products = { ...ordered, lamp: trace({ category: 'lamps' }), old: trace({ boughtMs: now - day }) };
    const page = { ...known, current: undefined };
    const visitor = profile(products, { recent: [before] });
    for (const plan of [
      planList(visitor, 'bought-together', page),
      planMore(visitor, 'complete-the-set', page),
    ]) {
      expect(plan.seen.slice(0, 2)).to.deep.equal(['cup', 'jar']);
      expect(plan.parameters).to.deep.equal({ recent: 2, decay: 1 });
    }
    expect(planMore(visitor, 'complete-the-set', page).voters).to.deep.equal([
      { id: 'cup', category: 'cups' },
      { id: 'jar', category: undefined },
    ]);
    const later = profile(products, { recent: [{ id: 'pot', t: now + 1, sid: 's2' }, before] });
    expect(planMore(later, 'complete-the-set', page).seen).to.deep.equal(['pot']);
  });

  it('lets what lies in the cart and what was bought vote for the visitor, newest act first, of older sessions too', () => {
    const visitor = profile(
      {
        jar: trace({ cartMs: now - 1 }),
        gone: trace({ cartMs: now - 1 }),
        cup: trace({ boughtMs: now - 3 }),
        far: trace({ boughtMs: now - 40 * day }),
      },
      {
        recent: [
          { id: 'lamp', t: now - 2, sid: 's2' },
          { id: 'pan', t: now - 2 * day, sid: 's1' },
          { id: 'cup', t: now - 3 * day, sid: 's1' },
        ],
        cart: { jar: 1 },
      },
    );
    const plan = planList(visitor, 'for-you', { session: 's2', current: 'here' });
    expect(plan.seen).to.deep.equal(['here', 'jar', 'lamp', 'cup', 'pan', 'far']);
    expect([...plan.visited]).to.deep.equal(['lamp']);
    expect(planList(visitor, 'recently-viewed', { session: 's2', current: 'here' }).lead?.ids).to.deep.equal([
      ...['here', 'lamp', 'pan', 'cup'],
    ]);
  });

  it('keeps what was seen, also when it was bought, in the list of what was seen', () => {
    const visitor = profile({ cup: trace({ boughtMs: 1 }) }, { recent: [{ id: 'cup', t: 1, sid: 's1' }] });
    const plan = planList(visitor, 'recently-viewed', known);
    expect(plan.lead?.ids).to.deep.equal(['here', 'cup']);
    expect(plan.bought.size).to.equal(0);
  });

  it('has a plan for every strategy a document may name: who votes, what leads, what else may stand there', () => {
    const visitor = profile(
      {
        cup: trace({ category: 'cups' }),
        jug: trace({ category: 'jugs' }),
        tea: trace({ boughtMs: now - 40 * day, lastMs: now - 41 * day }),
      },
      { recent: [{ id: 'jug', t: now - day, sid: 's1' }], cart: { cup: 1 } },
    );
    const saved = ['jug', 'far'];
    // The type asks for every strategy of the schema.
    const wanted: Record<Strategy, readonly unknown[]> = {
      'for-you': ['here,jug,cup,tea', '-', '-', false, false],
      similar: ['here,jug,cup,tea', '-', 1, false, false],
      popular: ['', '-', '-', false, false],
      'recently-viewed': ['', 'here,jug', 20, true, false],
      'bought-together': ['cup,here,jug,tea', '-', 1, false, false],
      continue: ['', 'cup,jug', 20, true, false],
      trending: ['', 't1,own,t2', '-', false, false],
      new: ['', 'n1', '-', false, false],
      'complete-the-set': ['cup', '-', 1, true, true],
      replenishment: ['', 'tea', 20, true, false],
      'price-drop': ['', 'd1', '-', false, false],
      'last-chance': ['', '', '-', false, false],
      wishlist: ['', 'jug,far', 20, true, false],
    };
    const told = Object.fromEntries(
      (Object.keys(wanted) as Strategy[]).map((strategy) => {
        const plan = ['for-you', 'similar', 'popular', 'recently-viewed', 'bought-together'].includes(
          strategy,
        )
          ? planList(visitor, strategy, { session: 's2', current: 'here' })
          : planMore(visitor, strategy, { ...known, saved });
        const { seen, lead, parameters, alone, otherCategories } = plan;
        return [
          strategy,
          [seen.join(), lead?.ids.join() ?? '-', parameters.recent ?? '-', !!alone, !!otherCategories],
        ];
      }),
    );
    expect(told).to.deep.equal(wanted);
  });
});
