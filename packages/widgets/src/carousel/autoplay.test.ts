import { expect } from 'chai';
import { add, clearPage } from '../../../../test/support/element.ts';
import { startAutoplay } from './autoplay.ts';

/** Autoplay over a row with two buttons, on a clock that the test turns. */
function start({ still = false } = {}) {
  const row = add(document.createElement('section'));
  row.innerHTML = '<button part="rotation">Stop</button><button part="next">Next</button>';
  const [rotation, next] = row.querySelectorAll('button');
  let tick = (): void => undefined;
  const { setInterval } = globalThis;
  globalThis.setInterval = ((act: () => void) => {
    tick = act;
    return 0;
  }) as unknown as typeof setInterval;
  let moved = 0;
  let changes = 0;
  const onward = (): void => {
    moved += 1;
  };
  const changed = (): void => {
    changes += 1;
  };
  const autoplay = startAutoplay(row, { seconds: 5, still, next: onward, changed });
  globalThis.setInterval = setInterval;
  const turn = (): number => {
    tick();
    return moved;
  };
  return { row, rotation, next, autoplay, turn, changes: () => changes };
}
const point = (row: Element, type: 'pointerenter' | 'pointerleave') =>
  row.dispatchEvent(new PointerEvent(type));
/** As after a key: the browser shows the focus then. */
const byKey = (element: HTMLElement | undefined) => element?.focus({ focusVisible: true } as FocusOptions);

describe('a row that moves by itself', () => {
  afterEach(clearPage);

  it('R09 rests while the pointer is over it, and goes on when it has left', () => {
    const { row, turn, autoplay } = start();
    expect(turn()).to.equal(1);
    point(row, 'pointerenter');
    expect(turn()).to.equal(1);
    expect(autoplay.isOn()).to.equal(true);
    point(row, 'pointerleave');
    expect(turn()).to.equal(2);
    autoplay.stop();
  });

  it('R09 rests while its tab is hidden', () => {
    const { turn, autoplay } = start();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    expect(turn()).to.equal(0);
    Reflect.deleteProperty(document, 'visibilityState');
    expect(turn()).to.equal(1);
    autoplay.stop();
  });

  it('R09 never starts by itself for a visitor who prefers less motion', () => {
    const { turn, autoplay } = start({ still: true });
    expect(autoplay.isOn()).to.equal(false);
    expect(turn()).to.equal(0);
    autoplay.stop();
  });

  for (const part of ['rotation', 'next'] as const)
    it(`R09 stops for good when the focus comes to "${part}" by keyboard`, () => {
      const all = start();
      byKey(all[part]);
      expect(all.autoplay.isOn()).to.equal(false);
      expect(all.changes()).to.equal(1);
      all[part]?.blur();
      point(all.row, 'pointerenter');
      point(all.row, 'pointerleave');
      expect(all.turn()).to.equal(0);
      all.autoplay.stop();
    });

  it('hears nothing once it is stopped', () => {
    const { next, autoplay, changes } = start();
    autoplay.stop();
    byKey(next);
    expect(changes()).to.equal(0);
  });
});
