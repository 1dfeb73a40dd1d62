import { type Presenter, presenterPort } from '@regulars/core/campaigns';
import { expect } from 'chai';
import { documentOf, newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';
import { until } from '../../../../test/support/until.ts';

const everything = ['functional', 'analytics', 'personalization'] as const;
const slot = (id: string, trigger: object, more: object = {}) => ({
  id,
  status: 'live',
  trigger,
  placement: { slot: id },
  widget: { type: 'announcement', props: { form: 'bar', body: 'body' } },
  content: { en: { body: 'Hello' } },
  ...more,
});

describe('rarer triggers', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) await one();
  });
  const open = async (
    ...campaigns: readonly ReturnType<typeof slot>[]
  ): Promise<{ readonly engine: TestEngine; readonly shown: string[] }> => {
    const shown: string[] = [];
    const presenter: Presenter = {
      type: 'announcement',
      refusal: () => null,
      open({ campaign }, events) {
        events.shown();
        shown.push(campaign.id);
        return () => {};
      },
    };
    const engine = startEngine(newDevice(), documentOf(...campaigns), {
      parts: [{ name: 'own', start: ({ ports }) => ports.provide(presenterPort, presenter) }],
    });
    undo.push(() => engine.stop());
    for (const { id } of campaigns) engine.host.subscribe(id, () => {});
    engine.setConsent(everything);
    await engine.idle();
    return { engine, shown };
  };
  /** Puts something in place of a member of an object, until the test ends. */
  const stub = (target: object, name: string, get: () => unknown): void => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, get });
    undo.push(() =>
      before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name),
    );
  };
  const see = (state: 'visible' | 'hidden'): void => {
    stub(document, 'visibilityState', () => state);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('engaged counts time in which the page is seen and used, not time in the background', async () => {
    const { engine, shown } = await open(
      slot('engaged', { on: 'engaged', ms: 500 }),
      slot('later', { on: 'engaged', ms: 60_000 }),
      slot('clock', { on: 'delay', ms: 900 }),
    );
    see('hidden');
    // The clock goes on while nobody looks.
    await until(() => shown.includes('clock'));
    expect(shown).to.deep.equal(['clock']);
    see('visible');
    dispatchEvent(new Event('pointermove'));
    await until(() => shown.includes('engaged'));
    await engine.idle();
    expect(shown).to.deep.equal(['clock', 'engaged']);
  });

  it('idle waits for a time without any input, each of which begins it anew', async () => {
    const { shown } = await open(
      slot('idle', { on: 'idle', ms: 700 }),
      slot('clock', { on: 'delay', ms: 1000 }),
    );
    const typing = setInterval(() => dispatchEvent(new KeyboardEvent('keydown')), 100);
    undo.push(() => clearInterval(typing));
    await until(() => shown.includes('clock'));
    expect(shown).to.deep.equal(['clock']);
    clearInterval(typing);
    await until(() => shown.includes('idle'));
  });

  it('return fires when the visitor comes back after long enough, not after a glance elsewhere', async () => {
    const { engine, shown } = await open(
      slot('glance', { on: 'return', minAwayMs: 60_000 }),
      slot('back', { on: 'return', minAwayMs: 0 }),
    );
    document.dispatchEvent(new Event('visibilitychange'));
    await engine.idle();
    expect(shown).to.deep.equal([]);
    see('hidden');
    await engine.idle();
    expect(shown).to.deep.equal([]);
    see('visible');
    await until(() => shown.includes('back'));
    await engine.idle();
    expect(shown).to.deep.equal(['back']);
  });

  it('exit intent by touch is a quick scroll far back up, for campaigns that ask for it, and never the history', async () => {
    const tall = document.createElement('div');
    tall.style.height = '6000px';
    document.body.append(tall);
    undo.push(() => tall.remove());
    undo.push(() => scrollTo(0, 0));
    const { matchMedia } = globalThis;
    stub(
      globalThis,
      'matchMedia',
      () => (query: string) =>
        query === '(hover: none)' ? { matches: true } : matchMedia.call(globalThis, query),
    );
    const entries = history.length;
    const { engine, shown } = await open(
      slot('touch', { on: 'exitIntent', minMs: 0, touch: true }),
      slot('pointer', { on: 'exitIntent', minMs: 0 }),
    );
    const to = async (y: number): Promise<void> => {
      const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
      scrollTo({ top: y, behavior: 'instant' });
      await scrolled;
    };
    await to(4000);
    // A little way up is reading.
    await to(3900);
    await engine.idle();
    expect(shown).to.deep.equal([]);
    await to(4000);
    for (const y of [3600, 3000, 2200, 1200]) await to(y);
    await until(() => shown.includes('touch'));
    await engine.idle();
    expect(shown).to.deep.equal(['touch']);
    expect(history.length).to.equal(entries);
  });

  it('cancelOn ends the wait of a campaign whatever trigger it has, on this page view', async () => {
    const { engine, shown } = await open(
      slot('idle', { on: 'idle', ms: 400 }, { cancelOn: ['cart_viewed'] }),
      slot('other', { on: 'idle', ms: 400 }),
    );
    engine.track('cart_viewed', { items: [] } as never);
    await until(() => shown.includes('other'));
    await engine.idle();
    expect(shown).to.deep.equal(['other']);
    expect(engine.inspect().campaigns[0]?.reasons.at(-1)).to.include({ step: 'trigger', why: 'cancelled' });
  });
});
