import { type Presenter, presenterPort } from '@regulars/core/campaigns';
import { expect } from 'chai';
import {
  documentOf,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../test/support/engine.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const base = {
  id: 'hello',
  status: 'live',
  trigger: { on: 'page' },
  placement: { overlay: 'modal' },
  widget: { type: 'announcement', props: { form: 'modal', body: 'body' } },
  content: { en: { body: 'Hello' } },
};

describe('scenarios of campaigns', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  /** A page whose announcements show at once, and what it showed. */
  const page = (
    device: TestDevice,
    document: object,
    { shows = true, now }: { readonly shows?: boolean; readonly now?: () => number } = {},
  ): { readonly engine: TestEngine; readonly shown: string[] } => {
    const shown: string[] = [];
    const presenter: Presenter = {
      type: 'announcement',
      refusal: () => null,
      open({ campaign, slot }, events) {
        if (shows) events.shown();
        shown.push(`${campaign.id} in ${slot}`);
        return () => {};
      },
    };
    const engine = startEngine(device, document, {
      parts: [{ name: 'own', start: ({ ports }) => ports.provide(presenterPort, presenter) }],
      ...(now && { clock: now }),
    });
    running.push(engine);
    return { engine, shown };
  };
  const settled = async (engine: TestEngine): Promise<void> => {
    engine.setConsent(all);
    await engine.idle();
  };
  const whyOf = (engine: TestEngine, id = 'hello'): string | undefined =>
    engine
      .inspect()
      .campaigns.find((one) => one.id === id)
      ?.reasons.at(-1)?.why;
  const events = (engine: TestEngine, name: string): number =>
    engine.delivery.batches.flatMap(({ events: list }) => list).filter((one) => one.name === name).length;

  it('C13 the same ids are held out of every campaign, told when it would have shown', async () => {
    const device = newDevice();
    const waits = { ...base, id: 'later', holdout: 0, trigger: { on: 'event', event: 'cart_viewed' } };
    const { engine, shown } = page(device, { ...documentOf(base, waits), globalHoldout: 1 });
    await settled(engine);
    await engine.flush?.();
    expect(shown).to.deep.equal([]);
    expect(engine.inspect().campaigns.map(({ outcome }) => outcome)).to.deep.equal(['held-out', 'waiting']);
  });

  it('C14 an exposure is recorded once, whatever is decided anew', async () => {
    const experiment = {
      seed: 's',
      variants: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 0 },
      ],
    };
    const { engine, shown } = page(newDevice(), documentOf({ ...base, experiment }));
    await settled(engine);
    for (const _ of [1, 2, 3]) {
      engine.track('cart_viewed', {});
      await engine.idle();
    }
    await engine.stop();
    expect(shown).to.deep.equal(['hello in overlay']);
    expect(events(engine, 'experience_shown')).to.be.at.most(1);
  });

  it('C26 two tabs at once make one impression; the other says who has it', async () => {
    const device = newDevice();
    const tabs = [page(device, documentOf(base)), page(device, documentOf(base))];
    await Promise.all(tabs.map(({ engine }) => settled(engine)));
    expect(tabs.flatMap(({ shown }) => shown)).to.deep.equal(['hello in overlay']);
    const other = tabs.find(({ shown }) => !shown.length);
    expect(whyOf(other?.engine as TestEngine)).to.match(
      /^(reserved-elsewhere|max-shows:1\/1|per-session:1)$/,
    );
  });

  it('C27 a tab that dies before showing gives its place back after the lease, never twice', async () => {
    const device = newDevice();
    let now = Date.UTC(2026, 5, 1, 12);
    const clock = () => now;
    // It reserved and never showed: the tab is gone in between.
    const dead = page(device, documentOf(base), { shows: false, now: clock });
    await settled(dead.engine);
    const second = page(device, documentOf(base), { now: clock });
    await settled(second.engine);
    expect(second.shown).to.deep.equal([]);
    expect(whyOf(second.engine)).to.equal('reserved-elsewhere');
    now += 15_001;
    const third = page(device, documentOf(base), { now: clock });
    await settled(third.engine);
    expect(third.shown).to.deep.equal(['hello in overlay']);
    const fourth = page(device, documentOf(base), { now: clock });
    await settled(fourth.engine);
    expect(fourth.shown).to.deep.equal([]);
  });

  it('C31 one overlay at a time, slots beside it; a checkout leaves the slots alone', async () => {
    const list = [
      base,
      { ...base, id: 'bar', placement: { overlay: 'bar' }, priority: -1 },
      { ...base, id: 'inline', placement: { slot: 'home' } },
    ];
    const here = location.href;
    const first = page(newDevice(), documentOf(...list));
    first.engine.host.subscribe('home', () => {});
    await settled(first.engine);
    expect(first.shown).to.have.members(['hello in overlay', 'inline in home']);
    history.replaceState(null, '', '/checkout/');
    const second = page(newDevice(), documentOf(...list));
    second.engine.host.subscribe('home', () => {});
    await settled(second.engine);
    history.replaceState(null, '', here);
    expect(second.shown).to.deep.equal(['inline in home']);
  });

  it('C34 the pointer through the top fires once, not within its time and not at the side', async () => {
    const leave = (clientY: number): void => {
      document.dispatchEvent(new MouseEvent('mouseout', { clientY, relatedTarget: null, bubbles: true }));
    };
    const soon = page(newDevice(), documentOf({ ...base, trigger: { on: 'exitIntent' } }));
    await settled(soon.engine);
    leave(-1);
    await soon.engine.idle();
    expect(whyOf(soon.engine)).to.equal('not-fired');
    const ready = page(newDevice(), documentOf({ ...base, trigger: { on: 'exitIntent', minMs: 0 } }));
    await settled(ready.engine);
    leave(300);
    await ready.engine.idle();
    expect(ready.shown).to.deep.equal([]);
    leave(-1);
    leave(-1);
    await ready.engine.idle();
    expect(ready.shown).to.deep.equal(['hello in overlay']);
  });

  it('C33 where storage is refused no overlay opens by itself, and caps of the rest hold in memory', async () => {
    const refused = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    const start = location.href;
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    try {
      const once = { ...base, id: 'once', placement: { slot: 'home' }, frequency: { maxShows: 1 } };
      const asked = { ...base, id: 'asked', trigger: { on: 'click', selector: '.js-asked' } };
      const { engine, shown } = page(newDevice(), documentOf(base, once, asked));
      engine.host.subscribe('home', () => {});
      await settled(engine);
      expect(whyOf(engine)).to.equal('storage-refused');
      expect(shown).to.deep.equal(['once in home']);
      // A new path of the same page: what was counted is still known.
      history.pushState(null, '', '/another');
      dispatchEvent(new PopStateEvent('popstate'));
      await engine.idle();
      expect(whyOf(engine, 'once')).to.equal('max-shows:1/1');
      // What the visitor asks for opens: one at a time, so nothing lies over it.
      await engine.open('asked');
      expect(shown).to.deep.equal(['once in home', 'asked in overlay']);
      await engine.stop();
      running.splice(0);
    } finally {
      if (refused) Object.defineProperty(globalThis, 'indexedDB', refused);
      history.replaceState(null, '', start);
    }
  });

  it('C35 what happens before the delay is over cancels it', async () => {
    const delay = { on: 'delay', ms: 400 };
    const waits = { ...base, trigger: delay, cancelOn: ['order_placed'] };
    // Its delay ends right after the other's, and tells that it has.
    const after = { ...base, id: 'after', trigger: delay, placement: { slot: 'home' } };
    const { engine, shown } = page(newDevice(), documentOf(waits, after));
    engine.host.subscribe('home', () => {});
    await settled(engine);
    engine.track('order_placed', { orderId: 'o1', products: [] });
    while (!shown.includes('after in home')) {
      await new Promise(requestAnimationFrame);
      await engine.idle();
    }
    expect(whyOf(engine)).to.equal('cancelled');
    expect(shown).to.deep.equal(['after in home']);
  });

  it('fires when an element appears, when a search finds nothing, and by scrolling', async () => {
    const slot = (id: string, trigger: object) => ({ ...base, id, trigger, placement: { slot: id } });
    const { engine, shown } = page(
      newDevice(),
      documentOf(
        slot('appears', { on: 'selector', selector: '.js-late' }),
        slot('nothing', { on: 'noResults' }),
        slot('deep', { on: 'scroll', share: 0.01 }),
      ),
    );
    for (const id of ['appears', 'nothing', 'deep']) engine.host.subscribe(id, () => {});
    await settled(engine);
    expect(shown).to.deep.equal([]);
    const late = document.createElement('i');
    late.className = 'js-late';
    document.body.append(late);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    engine.track('search_performed', { term: 'hat', resultCount: 3 });
    engine.track('search_performed', { term: 'zzz', resultCount: 0 });
    window.dispatchEvent(new Event('scroll'));
    await engine.idle();
    late.remove();
    expect(shown).to.have.members(['appears in appears', 'nothing in nothing', 'deep in deep']);
  });

  it('asks time, tastes, campaigns and behaviour about a category', async () => {
    const device = newDevice();
    const slot = (id: string, audience: object) => ({ ...base, id, audience, placement: { slot: id } });
    const document = documentOf(
      slot('time', {
        all: [
          { attr: 'time.hour', op: 'gte', value: 0 },
          { attr: 'time.weekday', op: 'in', value: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
        ],
      }),
      slot('taste', { attr: 'affinity.category.shoes', op: 'gt', value: 0.5 }),
      slot('never', { attr: 'campaign.taste.shows', op: 'eq', value: 0 }),
      slot('about', {
        did: 'product_viewed',
        count: { gte: 2 },
        withinDays: 7,
        where: { category: 'shoes' },
      }),
      slot('other', { did: 'product_viewed', where: { category: 'hats' } }),
    );
    const { engine, shown } = page(device, document);
    for (const id of ['time', 'taste', 'never', 'about', 'other']) engine.host.subscribe(id, () => {});
    await settled(engine);
    for (const id of ['a', 'b']) engine.track('product_viewed', { product: { id, category: 'shoes' } });
    await engine.idle();
    await engine.idle();
    expect(shown).to.include.members(['time in time', 'taste in taste', 'never in never', 'about in about']);
    expect(shown).not.to.include('other in other');
  });

  it('keeps a visitor in the arm they saw when the experiment is dealt otherwise', async () => {
    const device = newDevice();
    const arms = (a: number) => ({
      seed: 'sticky',
      variants: [
        { id: 'a', weight: a },
        { id: 'b', weight: 1 - a },
      ],
    });
    const seen: (string | undefined)[] = [];
    for (const share of [1, 0]) {
      const { engine } = page(
        device,
        documentOf({ ...base, placement: { slot: 'home' }, experiment: arms(share), holdout: 0 }),
      );
      engine.host.subscribe('home', () => {});
      await settled(engine);
      seen.push(engine.inspect().campaigns[0]?.reasons.find(({ step }) => step === 'experiment')?.why);
      await engine.stop();
    }
    expect(seen).to.deep.equal(['variant:a', 'variant:a']);
  });
});
