import { expect } from 'chai';
import fc from 'fast-check';
import { countEvent, isFinished, joinCounts, progressOf } from './mission-rule.ts';

const missions = [
  { id: 'look', title: 'a', event: 'product_viewed', count: 3 },
  { id: 'search', title: 'b', event: 'search_performed' },
];

describe('missions', () => {
  it('count their own event up to their goal', () => {
    let counts = {};
    for (let seen = 0; seen < 5; seen += 1) counts = countEvent(missions, counts, 'product_viewed');
    expect(counts).to.deep.equal({ look: 3 });
    expect(countEvent(missions, counts, 'product_viewed')).to.equal(counts);
    expect(countEvent(missions, counts, 'cart_viewed')).to.equal(counts);
  });

  it('take the journey where it knows more, and never more than the goal', () => {
    const journey = { product_viewed: { total: 40, lastMs: 0, days: {} } };
    expect(joinCounts(missions, { search: 1 }, journey)).to.deep.equal({ look: 3, search: 1 });
    expect(joinCounts(missions, { look: 2 }, {})).to.deep.equal({ look: 2, search: 0 });
  });

  it('do not take what an object inherits for a count', () => {
    const odd = [{ id: 'odd', title: 'a', event: 'constructor' }];
    expect(joinCounts(odd, {}, {})).to.deep.equal({ odd: 0 });
  });

  it('are finished when each reached its goal, whatever the order of events', () => {
    const events = fc.array(fc.constantFrom('product_viewed', 'search_performed', 'cart_viewed'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(events, (list) => {
        const counts = list.reduce((sum, event) => countEvent(missions, sum, event), {});
        const done = isFinished(progressOf(missions, counts));
        const times = (name: string) => list.filter((one) => one === name).length;
        expect(done).to.equal(times('product_viewed') >= 3 && times('search_performed') >= 1);
      }),
    );
  });
});
