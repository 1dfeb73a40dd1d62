import { expect } from 'chai';
import { allInside, clearPage, inside, mount } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { richListView } from '../../../../test/support/gallery/list-fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsCarousel } from './carousel.ts';

/** What was started on the page and not stopped yet, by kind. */
function countStarted() {
  const started: Record<string, Set<unknown>> = {};
  const of = (kind: string) => {
    started[kind] ??= new Set();
    return started[kind];
  };
  const undo: (() => void)[] = [];
  const patch = <T extends object, K extends keyof T>(
    owner: T,
    name: K,
    made: (real: T[K]) => T[K],
  ): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    owner[name] = made(owner[name]);
    undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
  };
  for (const { prototype } of [IntersectionObserver, ResizeObserver]) {
    patch(
      prototype,
      'observe',
      (real) =>
        function (this: object, ...all: Parameters<typeof real>) {
          of('observers').add(this);
          return Reflect.apply(real, this, all);
        },
    );
    patch(
      prototype,
      'disconnect',
      (real) =>
        function (this: object) {
          of('observers').delete(this);
          return Reflect.apply(real, this, []);
        },
    );
  }
  patch(
    globalThis,
    'setInterval',
    (real) =>
      ((...all: Parameters<typeof setInterval>) => {
        const id = Reflect.apply(real, globalThis, all);
        of('intervals').add(id);
        return id;
      }) as typeof setInterval,
  );
  patch(globalThis, 'clearInterval', (real) => (id) => {
    of('intervals').delete(id);
    real(id);
  });
  patch(
    globalThis,
    'setTimeout',
    (real) =>
      ((act: () => void, ms?: number) => {
        const id = real(() => {
          of('timers').delete(id);
          act();
        }, ms);
        of('timers').add(id);
        return id;
      }) as typeof setTimeout,
  );
  patch(globalThis, 'clearTimeout', (real) => (id) => {
    of('timers').delete(id);
    real(id);
  });
  for (const target of [window, document]) {
    patch(
      target,
      'addEventListener',
      (real) =>
        ((type: string, listener: unknown, options?: AddEventListenerOptions) => {
          const key = `${type} ${String(listener)}`;
          of('listeners').add(key);
          options?.signal?.addEventListener('abort', () => of('listeners').delete(key));
          Reflect.apply(real, target, [type, listener, options]);
        }) as typeof target.addEventListener,
    );
    patch(
      target,
      'removeEventListener',
      (real) =>
        ((type: string, listener: unknown) => {
          of('listeners').delete(`${type} ${String(listener)}`);
          Reflect.apply(real, target, [type, listener]);
        }) as typeof target.removeEventListener,
    );
  }
  return {
    started: () => Object.fromEntries(Object.entries(started).map(([kind, all]) => [kind, all.size])),
    stop: () => {
      for (const one of undo.reverse()) one();
    },
  };
}

describe('<regulars-carousel> that is taken away', () => {
  before(() => RegularsCarousel.define());
  afterEach(clearPage);

  it('R22 leaves no listener, observer or timer behind, removed in the middle of a movement', async () => {
    const counter = countStarted();
    try {
      const view = richListView('en');
      const carousel = await mount<RegularsCarousel>('regulars-carousel', {
        host: createFakeHost(en, { locale: 'en' }),
        view: { ...view, props: { ...view.props, autoplay: 5 } },
      });
      await until(() => allInside(carousel, '[part="rotation"]').length === 1);
      const track = inside(carousel, '.track');
      const { started } = counter;
      await until(
        () =>
          (started().observers ?? 0) > 1 && (started().intervals ?? 0) > 0 && (started().listeners ?? 0) > 0,
      );
      inside(carousel, '[part="next"]').click();
      await until(() => track.scrollLeft > 1 && (started().timers ?? 0) > 0);
      carousel.remove();
      expect(started()).to.deep.equal({ observers: 0, intervals: 0, timers: 0, listeners: 0 });
    } finally {
      counter.stop();
    }
  });
});
