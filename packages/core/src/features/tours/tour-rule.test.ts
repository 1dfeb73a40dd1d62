import type { TourStep } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import { isStepHere } from './settle.ts';
import { countLeft, moveTour, type TourAct, type TourMove, type TourWorld } from './tour-rule.ts';
import { firstState, type TourState } from './tour-state.ts';

const steps: readonly TourStep[] = [
  { id: 'search', body: 'a', onMissing: 'skip' },
  { id: 'filter', body: 'b', onMissing: 'center', advanceOn: 'filter_used', page: '/c/*' },
  { id: 'cart', body: 'c' },
  { id: 'pay', body: 'd', onMissing: 'end' },
];
const world: TourWorld = { phone: false, backwards: false, holds: () => false };
const at = (index: number, more: Partial<TourState> = {}): TourState => ({
  ...firstState,
  index,
  path: Array.from({ length: index }, (_, one) => one),
  ...more,
});
const brief = (move: TourMove): object =>
  move.type === 'step'
    ? { type: 'step', index: move.state.index, ...(move.skipped ? { skipped: move.skipped } : {}) }
    : move;
const move = (index: number, act: TourAct, of = steps, on = world) => brief(moveTour(at(index), of, act, on));

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
    { type: 'event', name: 'filter_used', path: '/c/hats' },
    { type: 'step', index: 2 },
  ],
  [
    'stays on any other event',
    1,
    { type: 'event', name: 'product_viewed', path: '/c/hats' },
    { type: 'stay' },
  ],
  ['goes to a step by its id', 0, { type: 'go', step: 'cart' }, { type: 'step', index: 2 }],
  ['stays when told to go to a step that is not there', 0, { type: 'go', step: 'none' }, { type: 'stay' }],
  [
    'skips a step whose target is missing and says why',
    0,
    { type: 'target-missing', cause: 'not-visible' },
    { type: 'step', index: 1, skipped: 'not-visible' },
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
  for (const [what, index, act, expected] of cases) {
    it(what, () => {
      expect(move(index, act)).to.deep.equal(expected);
    });
  }

  it('goes back over a missing step when it came from behind, and forward where nothing is behind', () => {
    const back = { ...world, backwards: true };
    const missing = { type: 'target-missing', cause: 'not-found' } as const;
    const of: readonly TourStep[] = [steps[0]!, { id: 'gone', body: 'x' }, steps[2]!];
    expect(move(1, missing, of, back)).to.deep.equal({ type: 'step', index: 0, skipped: 'not-found' });
    expect(move(0, missing, of, back)).to.deep.equal({ type: 'step', index: 1, skipped: 'not-found' });
  });

  it('does not go back to a step that was skipped', () => {
    const first = moveTour(at(0), steps, { type: 'target-missing' }, world);
    const state = first.type === 'step' ? first.state : at(0);
    expect(moveTour(state, steps, { type: 'back' }, world)).to.deep.equal({ type: 'stay' });
  });

  it('is not completed by a last step that nobody saw', () => {
    const last: readonly TourStep[] = [{ id: 'only', body: 'a' }];
    expect(move(0, { type: 'target-missing' }, last)).to.deep.include({ cause: 'dismissed' });
  });

  it('shows a step on its pages alone', () => {
    expect(isStepHere(steps[1], '/c/hats')).to.equal(true);
    expect(isStepHere(steps[1], '/help')).to.equal(false);
    expect(isStepHere(steps[0], '/help')).to.equal(true);
    expect(isStepHere(undefined, '/')).to.equal(false);
  });

  it('takes the first branch that holds, back over it the way it came, and ends by a branch to the end', () => {
    const yes = { attr: 'tour.answers.ask', op: 'eq', value: 'yes' } as const;
    const of: readonly TourStep[] = [
      { id: 'ask', body: 'a', next: [{ when: yes, go: 'deep' }, { go: 'last' }] },
      { id: 'middle', body: 'b' },
      { id: 'deep', body: 'c', next: 'end' },
      { id: 'last', body: 'd' },
    ];
    const said = { ...world, holds: (one: unknown) => one === yes };
    expect(move(0, { type: 'next' }, of, said)).to.deep.equal({ type: 'step', index: 2 });
    expect(move(0, { type: 'next' }, of)).to.deep.equal({ type: 'step', index: 3 });
    const there = moveTour(at(0), of, { type: 'next' }, said);
    const back = there.type === 'step' ? brief(moveTour(there.state, of, { type: 'back' }, said)) : null;
    expect(back).to.deep.equal({ type: 'step', index: 0 });
    expect(move(2, { type: 'next' }, of)).to.deep.include({ type: 'end', cause: 'completed' });
    expect([countLeft(0, of, said), countLeft(0, of, world)]).to.deep.equal([2, 2]);
  });

  it('goes past steps that are for other devices or visitors, and does not count them', () => {
    const of: readonly TourStep[] = [
      { id: 'a', body: 'a' },
      { id: 'b', body: 'b', device: 'phone' },
      { id: 'c', body: 'c', audience: { attr: 'visitor.orders', op: 'gt', value: 0 } },
      { id: 'd', body: 'd' },
    ];
    expect(move(0, { type: 'next' }, of)).to.deep.equal({ type: 'step', index: 3 });
    expect(move(0, { type: 'next' }, of, { ...world, phone: true })).to.deep.equal({
      type: 'step',
      index: 1,
    });
    expect(countLeft(0, of, world)).to.equal(2);
    expect(countLeft(0, of, { ...world, phone: true, holds: () => true })).to.equal(4);
  });

  it('advances on any of several acts, on their pages only', () => {
    const advanceOn = ['search_performed', { event: 'product_viewed', page: '/p/*' }];
    const of: readonly TourStep[] = [
      { id: 'a', body: 'a', advanceOn },
      { id: 'b', body: 'b' },
    ];
    const event = (name: string, path: string) => move(0, { type: 'event', name, path }, of);
    expect(event('search_performed', '/')).to.deep.equal({ type: 'step', index: 1 });
    expect(event('product_viewed', '/p/7')).to.deep.equal({ type: 'step', index: 1 });
    expect(event('product_viewed', '/c/7')).to.deep.equal({ type: 'stay' });
  });

  it('stays within its steps or ends once, whatever happens, with any branches', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const act = fc.oneof(
      fc.constantFrom<TourAct>(
        { type: 'next' },
        { type: 'back' },
        { type: 'skip' },
        { type: 'complete' },
        { type: 'advance' },
        { type: 'target-missing', cause: 'lost' },
      ),
      fc.record({ type: fc.constant('go' as const), step: fc.constantFrom(...ids, 'nowhere') }),
      fc.record({
        type: fc.constant('event' as const),
        name: fc.constantFrom('filter_used', 'order_placed'),
        path: fc.constant('/'),
      }),
      fc.record({ type: fc.constant('dismiss' as const), cause: fc.constant('escape') }),
    );
    const tour = fc.tuple(
      ...ids.map((id) =>
        fc.record<TourStep>(
          {
            id: fc.constant(id),
            body: fc.constant('x'),
            next: fc.constantFrom(...ids, 'end', 'nowhere'),
            device: fc.constantFrom('phone', 'desktop'),
            onMissing: fc.constantFrom('skip', 'center', 'dock', 'end'),
            advanceOn: fc.constant('filter_used'),
          },
          { requiredKeys: ['id', 'body'] },
        ),
      ),
    );
    fc.assert(
      fc.property(tour, fc.array(act, { maxLength: 80 }), fc.boolean(), (of, acts, phone) => {
        let state = firstState;
        for (const one of acts) {
          const next = moveTour(state, of, one, { ...world, phone, backwards: one.type === 'back' });
          if (next.type === 'end') {
            expect(next.detail).not.to.equal('');
            return;
          }
          if (next.type === 'step') state = next.state;
          expect(state.index).to.be.within(0, of.length - 1);
          expect(state.path.length).to.be.at.most(60);
          expect(countLeft(state.index, of, { ...world, phone })).to.be.within(1, of.length);
        }
      }),
    );
  });
});
