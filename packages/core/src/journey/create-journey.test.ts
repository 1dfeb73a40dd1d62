import { expect } from 'chai';
import {
  databaseExists,
  everything,
  startJourney,
  type TestJourney,
} from '../../../../test/support/journey.ts';
import { foldProfile } from '../rules/fold-profile.ts';
import { emptyProfile } from '../rules/profile.ts';
import { keyed } from '../storage/keyed-store.ts';

type Listener = EventListenerOrEventListenerObject;
type Options = boolean | AddEventListenerOptions;

const view = (id: string) => ({ product: { id, category: 'hats', brand: 'Parapet' } });

describe('journey', () => {
  const running: TestJourney[] = [];
  const start = (name?: string): TestJourney => {
    const one = startJourney(name);
    running.push(one);
    return one;
  };
  const startGranted = async (name?: string, purposes = everything): Promise<TestJourney> => {
    const one = start(name);
    one.consent.set(purposes);
    await one.journey.ready();
    return one;
  };
  const rowsOf = async ({ journey }: TestJourney, store: string): Promise<readonly (string | number)[]> =>
    ((await journey.exportJourney()).stores[store] ?? []).map(([key]) => key);
  /** The other tab has heard of what this one wrote. */
  const heard = ({ journey }: TestJourney): Promise<void> =>
    new Promise((resolve) => {
      const stop = journey.onProfile(() => {
        stop();
        resolve();
      });
    });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end();
  });

  it('J51 stores nothing and opens no database while consent is pending or denied', async () => {
    const { journey, consent, name, storage } = start();
    expect(journey.track('page_viewed', {})).to.equal(null);
    await journey.flush();
    consent.set([]);
    await journey.ready();
    expect(journey.track('product_viewed', view('a'))).to.equal(null);
    await journey.flush();
    expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(undefined);
    await keyed(storage, 'kv', 'functional').set('x', 1);
    expect(await keyed(storage, 'play', 'necessary').list('')).to.deep.equal([]);
    expect(await databaseExists(name)).to.equal(false);
    expect(journey.profile().recent).to.deep.equal([]);
    expect(journey.session()).to.equal(null);
  });

  describe('under Global Privacy Control', () => {
    const say = (value: boolean) =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });
    afterEach(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'));

    it('marketing is refused whoever grants it, and the journey holds why', async () => {
      say(false);
      const { journey, consent } = await startGranted();
      journey.track('page_viewed', {});
      await journey.flush();
      say(true);
      consent.set(['functional', 'analytics']);
      consent.set(everything);
      await journey.ready();
      expect(consent.granted()).to.deep.equal(['necessary', 'functional', 'analytics', 'personalization']);
      journey.track('page_viewed', {});
      await journey.flush();
      const { events } = await journey.exportJourney();
      const changes = events.filter(({ name }) => name === 'consent_changed').map(({ props }) => props);
      expect(changes).to.deep.equal([
        { granted: ['necessary', ...everything], gpc: false },
        { granted: consent.granted(), gpc: true },
      ]);
      expect(events.at(-1)?.consent).to.deep.equal(consent.granted());
    });

    it('a browser that has no such control says nothing of it', async () => {
      const { journey } = await startGranted();
      journey.track('page_viewed', {});
      await journey.flush();
      const { events } = await journey.exportJourney();
      const change = events.find(({ name }) => name === 'consent_changed');
      if (!('globalPrivacyControl' in navigator)) expect(change?.props).to.not.have.property('gpc');
      else expect(change?.props).to.have.property('gpc', false);
    });
  });

  it('stores log, session and profile together and numbers the events of a session', async () => {
    const { journey } = await startGranted();
    journey.track('page_viewed', {});
    journey.track('product_viewed', view('a'));
    await journey.flush();
    const { events } = await journey.exportJourney();
    expect(events.map(({ name, seq }) => [name, seq])).to.deep.equal([
      ['session_started', 1],
      ['consent_changed', 2],
      ['page_viewed', 3],
      ['product_viewed', 4],
    ]);
    expect(new Set(events.map(({ sid }) => sid)).size).to.equal(1);
    expect(new Set(events.map(({ tseq }) => tseq)).size).to.equal(4);
    expect(journey.session()).to.include({ number: 1, pages: 1, id: events[0]?.sid });
    expect(journey.sessionNumber()).to.equal(1);
    expect(journey.profile().recent[0]?.id).to.equal('a');
  });

  it('keeps a profile that is the fold of its log', async () => {
    const { journey, clock } = await startGranted();
    for (const id of ['a', 'b', 'a', 'c']) {
      journey.track('product_viewed', view(id));
      journey.track('cart_product_added', view(id));
      clock.ms += 1_000_000;
      await journey.flush();
    }
    const { events } = await journey.exportJourney();
    expect(events.reduce(foldProfile, emptyProfile)).to.deep.equal(journey.profile());
  });

  it('stores log, session and profile not at all when the transaction fails', async () => {
    const tab = await startGranted();
    tab.journey.track('page_viewed', {});
    await tab.journey.flush();
    const before = await tab.journey.exportJourney();
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'profile') throw new TypeError('a bug in the middle of the write');
      return put.apply(this, row);
    };
    try {
      tab.journey.track('product_viewed', view('a'));
      await tab.journey.flush();
      // It tries the write again, which fails as well.
      const after = await tab.journey.exportJourney();
      expect({ ...after, exportedAt: 0 }).to.deep.equal({ ...before, exportedAt: 0 });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(new Set(tab.problems.list().map(({ code }) => code))).to.deep.equal(
      new Set(['journey-not-stored']),
    );
    await tab.journey.flush();
    expect((await tab.journey.exportJourney()).events.at(-1)?.name).to.equal('product_viewed');
  });

  it('gives two tabs one visitor, one session and one order of events', async () => {
    const one = await startGranted();
    one.journey.track('page_viewed', {});
    await one.journey.flush();
    const two = await startGranted(one.name);
    const told = heard(one);
    two.journey.track('product_viewed', view('a'));
    one.journey.track('product_viewed', view('b'));
    await Promise.all([one.journey.flush(), two.journey.flush()]);
    await told;
    const { events } = await one.journey.exportJourney();
    expect(events.map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(new Set(events.map(({ sid }) => sid)).size).to.equal(1);
    expect(two.journey.anonymousId()).to.equal(one.journey.anonymousId());
    expect(Object.keys(one.journey.profile().products).sort()).to.deep.equal(['a', 'b']);
  });

  it('keeps shops with different keys apart', async () => {
    const one = await startGranted();
    const two = await startGranted();
    one.journey.track('page_viewed', {});
    await one.journey.flush();
    expect((await two.journey.exportJourney()).events).to.deep.equal([]);
    expect(two.journey.anonymousId()).to.not.equal(one.journey.anonymousId());
  });

  it('goes on after a reload, and starts a new session after half an hour', async () => {
    const first = await startGranted();
    first.journey.track('page_viewed', {});
    await first.journey.stop();
    const second = await startGranted(first.name);
    expect(second.journey.session()?.number).to.equal(1);
    second.clock.ms += 1_800_000;
    second.journey.track('page_viewed', {});
    await second.journey.flush();
    expect(second.journey.session()).to.include({ number: 2, pages: 1 });
    expect(second.journey.sessionNumber()).to.equal(2);
    expect(await rowsOf(second, 'sess')).to.have.length(2);
  });

  it('J60 tidies the log when a visitor returns, and says what nobody had confirmed', async () => {
    const first = await startGranted();
    first.journey.track('page_viewed', {});
    await first.journey.flush();
    await first.storage.base.run(['dest'], 'readwrite', ({ dest }) =>
      dest.put({ off: 0, i: 0, fails: 1 }, 'slow'),
    );
    await first.journey.stop();
    const second = await startGranted(first.name);
    second.clock.ms += 8 * 86_400_000;
    second.journey.track('product_viewed', view('a'));
    await second.journey.flush();
    await second.journey.flush();
    const { events } = await second.journey.exportJourney();
    expect(events.map(({ name }) => name)).to.deep.equal([
      'session_started',
      'product_viewed',
      'events_lost',
    ]);
    expect(events.at(-1)?.props).to.deep.equal({ reason: 'expired', count: 3 });
    expect(second.problems.list()).to.deep.equal([]);
  });

  it('writes critical events at once', async () => {
    const { journey } = await startGranted();
    const stored = new Promise<boolean>((resolve) => journey.onStored(resolve));
    journey.track('order_placed', { orderId: 'o1', products: [] });
    expect(await stored).to.equal(true);
  });

  it('removes what a withdrawn purpose covered and keeps the rest', async () => {
    const tab = await startGranted();
    const { journey, consent, storage } = tab;
    journey.track('product_viewed', view('a'));
    await journey.flush();
    await keyed(storage, 'kv', 'functional').set('caps', 1);
    await keyed(storage, 'play', 'necessary').set('key', 'k');
    const epoch = journey.epoch();
    consent.set(['functional']);
    expect(journey.profile()).to.deep.equal(emptyProfile);
    expect(journey.session()).to.equal(null);
    expect(epoch.aborted).to.equal(true);
    await journey.ready();
    const { stores, events } = await journey.exportJourney();
    expect(events).to.deep.equal([]);
    expect([stores.sess, stores.profile, stores.dest]).to.deep.equal([[], [], []]);
    expect(await rowsOf(tab, 'kv')).to.deep.equal(['functional/caps', 'functional/visits', 'id']);
    consent.set([]);
    await journey.ready();
    expect(await rowsOf(tab, 'kv')).to.deep.equal([]);
    expect(await rowsOf(tab, 'play')).to.deep.equal(['necessary/key']);
  });

  it('leaves no database behind a visitor who withdrew everything', async () => {
    const { journey, consent, name } = await startGranted();
    journey.track('page_viewed', {});
    await journey.flush();
    const id = journey.anonymousId();
    consent.set([]);
    await journey.ready();
    expect(await databaseExists(name)).to.equal(false);
    expect(journey.anonymousId()).to.not.equal(id);
  });

  it('a later page purges what a page before could not, once it hears the no', async () => {
    const before = await startGranted();
    before.journey.track('page_viewed', {});
    await before.journey.flush();
    const { deleteDatabase } = IDBFactory.prototype;
    const { delete: deleteRows } = IDBObjectStore.prototype;
    const refuse = (): never => {
      throw new DOMException('busy', 'InvalidStateError');
    };
    IDBObjectStore.prototype.delete = IDBFactory.prototype.deleteDatabase = refuse;
    try {
      before.consent.set([]);
      await before.journey.ready();
    } finally {
      IDBObjectStore.prototype.delete = deleteRows;
      IDBFactory.prototype.deleteDatabase = deleteDatabase;
    }
    expect(await databaseExists(before.name)).to.equal(true);
    before.storage.stop();
    // Pending, it touches nothing.
    const later = start(before.name);
    await later.journey.ready();
    expect(await databaseExists(before.name)).to.equal(true);
    later.consent.set([]);
    await later.journey.ready();
    expect(await databaseExists(before.name)).to.equal(false);
  });

  it('counts visits under functional alone and keeps no event', async () => {
    const tab = await startGranted(undefined, ['functional']);
    expect(tab.journey.track('page_viewed', {})).to.equal(null);
    await tab.journey.flush();
    expect(tab.journey.sessionNumber()).to.equal(1);
    expect(tab.journey.session()).to.equal(null);
    expect((await tab.journey.exportJourney()).events).to.deep.equal([]);
  });

  it('erases everything in all tabs and goes on as a stranger', async () => {
    const one = await startGranted();
    one.journey.track('product_viewed', view('a'));
    await one.journey.flush();
    const two = await startGranted(one.name);
    const id = one.journey.anonymousId();
    const told = heard(two);
    two.journey.track('product_viewed', view('b'));
    await one.journey.forget();
    await told;
    expect(two.journey.anonymousId()).to.not.equal(id);
    expect(two.journey.profile()).to.deep.equal(emptyProfile);
    await two.journey.flush();
    expect((await one.journey.exportJourney()).events).to.deep.equal([]);
    one.journey.track('page_viewed', {});
    await one.journey.flush();
    expect(one.journey.sessionNumber()).to.equal(1);
  });

  it('lets listeners of the page hear events, one throwing, none starving', async () => {
    const { journey, problems } = start();
    const heardNames: string[] = [];
    journey.onEvent(() => {
      throw new Error('mine');
    });
    journey.onEvent(({ name }) => heardNames.push(name));
    journey.track('page_viewed', {});
    await Promise.resolve();
    expect(heardNames).to.deep.equal(['page_viewed']);
    expect(problems.list().map(({ code }) => code)).to.deep.equal(['listener-failed']);
  });

  it('J37 refuses what it cannot record without throwing', async () => {
    const { journey, problems } = await startGranted();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const track = journey.track as (name: string, props: unknown) => string | null;
    expect(track('no_such_event', {})).to.equal(null);
    expect(track('custom_recorded', circular)).to.equal(null);
    expect(track('custom_recorded', { label: 'x'.repeat(40_000) })).to.equal(null);
    expect(problems.list().map(({ code }) => code)).to.deep.equal([
      'event-unknown',
      'event-not-json',
      'event-too-large',
    ]);
  });

  it('keeps the latest 200 events in memory where the browser refuses storage', async () => {
    const refused = Object.getOwnPropertyDescriptor(window, 'indexedDB');
    Object.defineProperty(window, 'indexedDB', {
      configurable: true,
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    try {
      const tab = await startGranted();
      for (let i = 0; i < 300; i++) tab.journey.track('page_viewed', {});
      await tab.journey.flush();
      expect(tab.storage.mode()).to.equal('memory');
      const { events } = await tab.journey.exportJourney();
      expect(events.length).to.be.within(120, 200);
      expect(tab.journey.session()?.pages).to.equal(300);
      expect(tab.problems.list().map(({ code }) => code)).to.deep.equal(['storage-refused']);
      running.splice(0);
      await tab.journey.stop();
    } finally {
      if (refused) Object.defineProperty(window, 'indexedDB', refused);
      else Reflect.deleteProperty(window, 'indexedDB');
    }
  });

  it('leaves no timer, listener or channel behind after stop', async () => {
    const listeners = new Set<string>();
    const { addEventListener } = window;
    window.addEventListener = (type: string, listener: Listener, options?: Options) => {
      listeners.add(type);
      (options as AddEventListenerOptions).signal?.addEventListener('abort', () => listeners.delete(type));
      addEventListener.call(window, type, listener, options);
    };
    try {
      const { journey, end } = await startGranted();
      expect(listeners).to.include('pagehide');
      await end();
      expect([...listeners]).to.deep.equal([]);
      expect(journey.track('page_viewed', {})).to.equal(null);
    } finally {
      window.addEventListener = addEventListener;
    }
  });
});
