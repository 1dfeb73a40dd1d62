import type { TourStep } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import { isStepHere, moveTour, type TourAct } from './tour-rule.ts';

const steps: readonly TourStep[] = [
  { id: 'search', body: 'a', onMissing: 'skip' },
  { id: 'filter', body: 'b', onMissing: 'center', advanceOn: 'filter_used', page: '/c/*' },
  { id: 'cart', body: 'c' },
  { id: 'pay', body: 'd', onMissing: 'end' },
];
const cases: readonly (readonly [string, number, TourAct, object])[] = [
  ['goes on', 0, { type: 'next' }, { type: 'step', index: 1 }],
  [
    'is completed by going on from the last step',
    3,
    { type: 'next' },
    { type: 'end', cause: 'completed', detail: 'done' },
  ],
  ['goes back', 2, { type: 'back' }, { type: 'step', index: 1 }],
  ['stays at the first step when told to go back', 0, { type: 'back' }, { type: 'stay' }],
  ['ends when skipped', 1, { type: 'skip' }, { type: 'end', cause: 'dismissed', detail: 'skipped' }],
  [
    'ends with the cause of its dismissal',
    1,
    { type: 'dismiss', cause: 'escape' },
    { type: 'end', cause: 'dismissed', detail: 'escape' },
  ],
  [
    'advances on the event its step waits for',
    1,
    { type: 'event', name: 'filter_used' },
    { type: 'step', index: 2 },
  ],
  ['stays on any other event', 1, { type: 'event', name: 'product_viewed' }, { type: 'stay' }],
  [
    'skips a step whose target is missing and says so',
    0,
    { type: 'target-missing' },
    { type: 'step', index: 1, skipped: 'target-missing' },
  ],
  ['stays when a missing target is shown in the centre', 1, { type: 'target-missing' }, { type: 'stay' }],
  [
    'ends when a missing target ends it',
    3,
    { type: 'target-missing' },
    { type: 'end', cause: 'dismissed', detail: 'target-missing' },
  ],
  [
    'ends at a position that no longer is',
    9,
    { type: 'next' },
    { type: 'end', cause: 'dismissed', detail: 'step-unknown' },
  ],
];

describe('a tour', () => {
  for (const [what, index, act, move] of cases) {
    it(what, () => {
      expect(moveTour({ index }, steps, act)).to.deep.equal(move);
    });
  }

  it('is not completed by a last step that nobody saw', () => {
    const last: readonly TourStep[] = [{ id: 'only', body: 'a' }];
    expect(moveTour({ index: 0 }, last, { type: 'target-missing' })).to.deep.include({ cause: 'dismissed' });
  });

  it('shows a step on its pages alone', () => {
    expect(isStepHere(steps[1], '/c/hats')).to.equal(true);
    expect(isStepHere(steps[1], '/help')).to.equal(false);
    expect(isStepHere(steps[0], '/help')).to.equal(true);
    expect(isStepHere(undefined, '/')).to.equal(false);
  });

  it('stays within its steps or ends once, whatever happens', () => {
    const act = fc.oneof(
      fc.constantFrom<TourAct>(
        { type: 'next' },
        { type: 'back' },
        { type: 'skip' },
        { type: 'complete' },
        { type: 'target-missing' },
      ),
      fc.record({
        type: fc.constant('event' as const),
        name: fc.constantFrom('filter_used', 'order_placed'),
      }),
      fc.record({ type: fc.constant('dismiss' as const), cause: fc.constant('escape') }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let index = 0;
        for (const one of acts) {
          const move = moveTour({ index }, steps, one);
          if (move.type === 'end') return;
          if (move.type === 'step') index = move.index;
          expect(index).to.be.within(0, steps.length - 1);
        }
      }),
    );
  });
});
