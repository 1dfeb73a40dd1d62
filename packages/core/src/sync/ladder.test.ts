import { expect } from 'chai';
import { createTestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { deliverTo } from './sync-engine.ts';

/** Takes the harm away again. */
type Mend = () => void;

/** Puts something of ours in a browser's place. */
function replace(target: object, name: string, value: PropertyDescriptor): Mend {
  const old = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...value });
  return () => {
    if (old) Object.defineProperty(target, name, old);
    else Reflect.deleteProperty(target, name);
  };
}

const { open } = IDBFactory.prototype;
const { transaction } = IDBDatabase.prototype;
const { put } = IDBObjectStore.prototype;

/** An open that ends with an error, as browsers without leave to store tell it. */
const failingOpen = (name: string): Mend =>
  replace(IDBFactory.prototype, 'open', {
    value: () => {
      const request = { error: new DOMException('no', name), onerror: () => {} };
      setTimeout(() => request.onerror());
      return request;
    },
  });

/** The next so many transactions find their connection cut. */
const cut = (count: number): Mend => {
  let left = count;
  return replace(IDBDatabase.prototype, 'transaction', {
    value(this: IDBDatabase, ...how: Parameters<IDBDatabase['transaction']>) {
      if (left-- > 0)
        throw new DOMException(
          'Connection to Indexed Database server lost. Refresh the page to try again',
          'UnknownError',
        );
      return transaction.apply(this, how);
    },
  });
};

const fullDisk = (count: number): Mend => {
  let left = count;
  return replace(IDBObjectStore.prototype, 'put', {
    value(this: IDBObjectStore, ...row: Parameters<IDBObjectStore['put']>) {
      if (left-- > 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    },
  });
};

/** The open is never answered; its time-out comes at once. */
const blocked = (): Mend => {
  const { setTimeout: later } = globalThis;
  const mends = [
    replace(IDBFactory.prototype, 'open', { value: () => ({}) }),
    replace(globalThis, 'setTimeout', {
      writable: true,
      value: (work: () => void, ms?: number) => later(work, ms === 3000 ? 0 : ms),
    }),
  ];
  return () => {
    for (const mend of mends) mend();
  };
};

interface Rung {
  readonly name: string;
  readonly harm: () => Mend;
  readonly mode: 'idb' | 'memory';
  /** Harms a journey that is on its way already; else one that begins. */
  readonly late?: boolean;
}

const rungs: readonly Rung[] = [
  {
    name: 'missing: the page has no IndexedDB',
    harm: () => replace(globalThis, 'indexedDB', { value: undefined }),
    mode: 'memory',
  },
  {
    name: 'refused: asking for it throws, as in a sandboxed frame',
    harm: () =>
      replace(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    mode: 'memory',
  },
  {
    name: 'private: an older Firefox refuses the database',
    harm: () => failingOpen('InvalidStateError'),
    mode: 'memory',
  },
  {
    name: 'broken: the files on disk cannot be read',
    harm: () => failingOpen('UnknownError'),
    mode: 'memory',
  },
  { name: 'blocked: the open is never answered', harm: blocked, mode: 'memory' },
  { name: 'full: once, room is made', harm: () => fullDisk(1), mode: 'idb', late: true },
  { name: 'full: it stays full', harm: () => fullDisk(1e9), mode: 'memory', late: true },
  { name: 'cut: Safari loses the connection once', harm: () => cut(1), mode: 'idb', late: true },
  { name: 'cut: Safari loses it again and again', harm: () => cut(1e9), mode: 'memory', late: true },
];

describe('ladder of storage', () => {
  let mend: Mend = () => {};
  let ending = new AbortController();
  let tab: TestJourney | undefined;
  const begin = async () => {
    ending = new AbortController();
    tab = startJourney();
    const backend = createTestDestination();
    const { signal } = ending;
    const credentials = { customer: null };
    const engine = deliverTo([backend])({
      ...tab,
      key: 'k',
      credentials,
      random: () => 0.5,
      newId: () => crypto.randomUUID(),
      signal,
    });
    tab.consent.set(everything);
    await tab.journey.ready();
    return { tab, backend, engine };
  };
  afterEach(async () => {
    mend();
    mend = () => {};
    ending.abort();
    await tab?.end();
  });

  for (const { name, harm, mode, late } of rungs)
    it(`${name}; every event is delivered once and in order, and at most one problem is told`, async () => {
      if (!late) mend = harm();
      const { tab, backend, engine } = await begin();
      const tracked: (string | null)[] = [];
      for (const label of ['a', 'b', 'c']) {
        if (late && label === 'b') mend = harm();
        tracked.push(tab.journey.track('custom_recorded', { label }));
        await tab.journey.flush();
        await engine.send();
      }
      expect(tab.storage.base.mode()).to.equal(mode);
      const came = backend.accepted.filter((id) => tracked.includes(id));
      expect(came).to.deep.equal(tracked);
      expect(tab.problems.list().map(({ code }) => code)).to.deep.equal(
        mode === 'memory' ? ['storage-refused'] : [],
      );
      expect(tab.journey.session()?.number).to.equal(1);
      await engine.stop();
      mend();
    });

  it('cut: a connection that the browser closes is opened again by the next write', async () => {
    const handles: IDBDatabase[] = [];
    mend = replace(IDBDatabase.prototype, 'transaction', {
      value(this: IDBDatabase, ...how: Parameters<IDBDatabase['transaction']>) {
        handles.push(this);
        return transaction.apply(this, how);
      },
    });
    const { tab } = await begin();
    tab.journey.track('custom_recorded', { label: 'a' });
    await tab.journey.flush();
    const [first] = handles;
    first?.close();
    first?.dispatchEvent(new Event('close'));
    tab.journey.track('custom_recorded', { label: 'b' });
    await tab.journey.flush();
    expect(handles.at(-1)).to.not.equal(first);
    expect((await tab.journey.exportJourney()).events.at(-1)?.props).to.deep.equal({ label: 'b' });
    expect(tab.problems.list()).to.deep.equal([]);
  });

  it('blocked: an answer that comes too late blocks nobody', async () => {
    const { setTimeout: later } = globalThis;
    let request: IDBOpenDBRequest | undefined;
    let answered = (): void => {};
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const mends = [
      replace(IDBFactory.prototype, 'open', {
        value(this: IDBFactory, name: string) {
          request = open.call(this, name, 1);
          // Heard before the engine's own listener.
          request.addEventListener('success', () => later(answered));
          return request;
        },
      }),
      replace(globalThis, 'setTimeout', {
        writable: true,
        // It is up before the browser can answer.
        value: (work: () => void, ms?: number) => (ms === 3000 ? queueMicrotask(work) : later(work, ms)),
      }),
    ];
    mend = () => {
      for (const one of mends) one();
    };
    const { tab } = await begin();
    tab.journey.track('custom_recorded', { label: 'a' });
    await tab.journey.flush();
    expect(tab.storage.base.mode()).to.equal('memory');
    await answer;
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(tab.name);
      deletion.onsuccess = () => resolve();
      deletion.onblocked = () => reject(new Error('blocked'));
    });
  });
});
