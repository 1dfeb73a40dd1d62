import { expect } from 'chai';
import { createImpressions } from './impressions.ts';

/** A screen and a clock that the test moves. */
function stage(options?: { readonly dwellMs?: number }) {
  const real = { ...{ IntersectionObserver, setTimeout, clearTimeout } };
  let tell = (_element: Element, _ratio: number): void => undefined;
  const observed = new Set<Element>();
  const timers = new Map<number, { readonly at: number; readonly act: () => void }>();
  let now = 0;
  let last = 0;
  const later = (act: () => void, ms: number): number => {
    last += 1;
    timers.set(last, { at: now + ms, act });
    return last;
  };
  class Screen {
    constructor(told: (entries: readonly object[]) => void) {
      tell = (target, intersectionRatio) => {
        if (observed.has(target)) told([{ target, intersectionRatio }]);
      };
    }
    observe = (element: Element): void => void observed.add(element);
    unobserve = (element: Element): void => void observed.delete(element);
    disconnect = (): void => observed.clear();
  }
  Object.assign(globalThis, { IntersectionObserver: Screen, setTimeout: later });
  Object.assign(globalThis, { clearTimeout: (id: number) => void timers.delete(id) });
  const counted: string[] = [];
  const impressions = createImpressions((key) => counted.push(key), options);
  return {
    counted,
    impressions,
    observed,
    see: (element: Element, ratio: number): void => tell(element, ratio),
    pass(ms: number): void {
      now += ms;
      for (const [id, { at, act }] of timers)
        if (at <= now) {
          timers.delete(id);
          act();
        }
    },
    end(): void {
      impressions.stop();
      Object.assign(globalThis, real);
      expect([observed.size, timers.size]).to.deep.equal([0, 0]);
    },
  };
}
const hide = (hidden: boolean): void => {
  if (hidden) Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('viewable impressions', () => {
  const [one, other] = [document.createElement('div'), document.createElement('div')];
  let on: ReturnType<typeof stage>;
  beforeEach(() => {
    on = stage();
    on.impressions.watch(new Map([['one', one]]));
  });
  afterEach(() => on.end());

  it('R37 count what is half in sight for one second, and not what is less or shorter', () => {
    on.see(one, 0.49);
    on.pass(5000);
    expect(on.counted).to.deep.equal([]);
    on.see(one, 0.5);
    on.pass(999);
    expect(on.counted).to.deep.equal([]);
    on.pass(1);
    expect(on.counted).to.deep.equal(['one']);
  });

  it('R37 start the second anew after what was out of sight, and count once however often it comes back', () => {
    on.see(one, 1);
    on.pass(900);
    on.see(one, 0);
    on.see(one, 1);
    on.pass(900);
    expect(on.counted).to.deep.equal([]);
    on.pass(100);
    for (const ratio of [0, 1]) on.see(one, ratio);
    on.pass(5000);
    on.impressions.watch(new Map([['one', one]]));
    on.see(one, 1);
    on.pass(5000);
    expect(on.counted).to.deep.equal(['one']);
  });

  it('R37 start the second anew in a tab that was hidden, and count nothing a second time after it', () => {
    on.see(one, 1);
    on.pass(900);
    hide(true);
    on.pass(5000);
    expect(on.counted).to.deep.equal([]);
    hide(false);
    on.pass(999);
    expect(on.counted).to.deep.equal([]);
    on.pass(1);
    hide(true);
    hide(false);
    on.pass(5000);
    expect(on.counted).to.deep.equal(['one']);
  });

  it('R37 count a product once, whichever element shows it, and another one in the same element', () => {
    on.see(one, 1);
    on.pass(1000);
    on.impressions.watch(
      new Map([
        ['one', other],
        ['two', one],
      ]),
    );
    for (const element of [one, other]) on.see(element, 1);
    on.pass(1000);
    expect(on.counted).to.deep.equal(['one', 'two']);
  });
});
