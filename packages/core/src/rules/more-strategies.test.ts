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
      'for-you': ['here,jug', '-', '-', false, false],
      similar: ['here,jug', '-', 1, false, false],
      popular: ['', '-', '-', false, false],
      'recently-viewed': ['', 'here,jug', 20, true, false],
      'bought-together': ['cup,here,jug', '-', 1, false, false],
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
