import { expect } from 'chai';
import { createProblemSink } from '../errors/create-problem-sink.ts';
import { keyed } from './keyed-store.ts';
import { openReservations } from './open-reservations.ts';
import { openStorage } from './open-storage.ts';
import type { StorageRoom } from './storage-room.ts';

const open: StorageRoom[] = [];
const names: string[] = [];
const start = (name = `regulars/${crypto.randomUUID()}`): StorageRoom => {
  const storage = openStorage({ name, allows: () => true, problems: createProblemSink(() => {}) });
  open.push(storage);
  names.push(name);
  return storage;
};

/** Does something while the browser refuses storage. */
const refused = async (work: () => Promise<void>): Promise<void> => {
  const { open: original } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  try {
    await work();
  } finally {
    IDBFactory.prototype.open = original;
  }
};

/** Fails the next so many writes as a full disk does. */
const fullDisk = async (failures: number, work: () => Promise<void>): Promise<number> => {
  const { put } = IDBObjectStore.prototype;
  let failed = 0;
  IDBObjectStore.prototype.put = function (...row) {
    if (failed < failures) {
      failed++;
      throw new DOMException('full', 'QuotaExceededError');
    }
    return put.apply(this, row);
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  return failed;
};

const contract = (mode: 'idb' | 'memory', around: (work: () => Promise<void>) => Promise<void>): void => {
  const promise = (what: string, work: (storage: StorageRoom) => Promise<void>): void => {
    it(what, () => around(() => work(start())));
  };
  describe(`storage in ${mode}`, () => {
    promise('gives back what was set, by key and by prefix in key order', async (storage) => {
      const kv = keyed(storage, 'kv', 'functional');
      await kv.set('cap/b', { shows: 2 });
      await kv.set('cap/a', { shows: 1 });
      await kv.set('other', 3);
      expect(await kv.get('cap/a')).to.deep.equal({ shows: 1 });
      expect(await kv.list('cap/')).to.deep.equal([
        ['cap/a', { shows: 1 }],
        ['cap/b', { shows: 2 }],
      ]);
      await kv.delete('cap/a');
      expect(await kv.get('cap/a')).to.equal(undefined);
      expect(storage.mode()).to.equal(mode);
    });

    promise('keeps purposes and stores apart', async (storage) => {
      await keyed(storage, 'kv', 'functional').set('x', 1);
      expect(await keyed(storage, 'kv', 'necessary').get('x')).to.equal(undefined);
      expect(await keyed(storage, 'feature', 'functional').get('x')).to.equal(undefined);
    });

    promise('updates in one transaction: of 20 at a time none is lost', async (storage) => {
      const kv = keyed(storage, 'feature', 'functional');
      const add = (old: number | undefined): number => (old ?? 0) + 1;
      const all = await Promise.all(Array.from({ length: 20 }, () => kv.update<number>('count', add)));
      expect(new Set(all).size).to.equal(20);
      expect(await kv.get('count')).to.equal(20);
      await kv.update('count', () => undefined);
      expect(await kv.list('')).to.deep.equal([]);
    });

    promise('numbers rows, reads ranges with a limit, and deletes ranges', async ({ base }) => {
      const keys = await base.run(['log'], 'readwrite', async ({ log }) => [
        await log.put('a'),
        await log.put('b'),
        await log.put('c'),
      ]);
      const [first = 0, second = 0, third = 0] = keys.map(Number);
      expect(first < second && second < third).to.equal(true);
      const read = (from: number, limit?: number) =>
        base.run(['log'], 'readonly', ({ log }) => log.entries({ from }, limit));
      expect(await read(second)).to.deep.equal([
        [second, 'b'],
        [third, 'c'],
      ]);
      expect(await read(first, 1)).to.deep.equal([[first, 'a']]);
      await base.run(['log'], 'readwrite', ({ log }) => log.delete({ to: second }));
      expect(await read(0)).to.deep.equal([[third, 'c']]);
      await base.run(['log'], 'readwrite', ({ log }) => log.delete({}));
      expect(await read(0)).to.deep.equal([]);
    });

    promise('writes all of a transaction or nothing', async ({ base }) => {
      const failing = base.run(['kv', 'sess'], 'readwrite', async ({ kv, sess }) => {
        await kv.put(1, 'x');
        await sess.put(1, 'x');
        throw new TypeError('a bug');
      });
      expect(await failing.catch(String)).to.equal('TypeError: a bug');
      const left = await base.run(['kv', 'sess'], 'readonly', async ({ kv, sess }) => [
        await kv.entries(),
        await sess.entries(),
      ]);
      expect(left).to.deep.equal([[], []]);
      expect(base.mode()).to.equal(mode);
    });

    promise('keeps a copy: later changes of the value do not reach it', async (storage) => {
      const kv = keyed(storage, 'kv', 'functional');
      const value = { shows: 1 };
      await kv.set('x', value);
      value.shows = 2;
      expect(await kv.get('x')).to.deep.equal({ shows: 1 });
    });
  });
};

contract('idb', (work) => work());
contract('memory', refused);

describe('storage', () => {
  afterEach(async () => {
    for (const storage of open.splice(0)) await storage.base.erase();
    names.splice(0);
  });

  it('gives nothing and keeps nothing while the purpose is not granted', async () => {
    const name = `regulars/${crypto.randomUUID()}`;
    const problems = createProblemSink(() => {});
    const storage = openStorage({ name, allows: (one) => one === 'necessary', problems });
    await keyed(storage, 'kv', 'functional').set('x', 1);
    expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(undefined);
    expect(await keyed(storage, 'play', 'necessary').get('key')).to.equal(undefined);
    expect((await indexedDB.databases()).map((one) => one.name)).to.not.include(name);
    await keyed(storage, 'play', 'necessary').set('key', 'k');
    expect(await keyed(storage, 'play', 'necessary').get('key')).to.equal('k');
    await storage.base.erase();
  });

  it('J31 keeps, erases and fails in nothing where the page has no IndexedDB at all', async () => {
    const whole = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
    try {
      const storage = start();
      await keyed(storage, 'kv', 'functional').set('x', 1);
      expect(storage.mode()).to.equal('memory');
      await storage.base.erase();
      expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(globalThis, 'indexedDB');
      Object.defineProperty(globalThis, 'indexedDB', whole);
    }
  });

  it('makes room on a full disk and tries once more', async () => {
    const storage = start();
    await keyed(storage, 'kv', 'functional').set('first', 1);
    const failed = await fullDisk(1, () => keyed(storage, 'kv', 'functional').set('x', 1));
    expect(failed).to.equal(1);
    expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(1);
    expect(storage.mode()).to.equal('idb');
  });

  it('J30 goes on in memory when the disk stays full', async () => {
    const storage = start();
    await keyed(storage, 'kv', 'functional').set('first', 1);
    await fullDisk(2, () => keyed(storage, 'kv', 'functional').set('x', 1));
    expect(storage.mode()).to.equal('memory');
    expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(1);
  });

  it('closes for another tab that deletes the database, and opens again', async () => {
    const storage = start();
    await keyed(storage, 'kv', 'functional').set('x', 1);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(names[0] ?? '');
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('blocked'));
    });
    expect(await keyed(storage, 'kv', 'functional').get('x')).to.equal(undefined);
    expect(storage.mode()).to.equal('idb');
  });

  it('opens one new connection for transactions that lost theirs one after the other', async () => {
    const storage = start();
    await keyed(storage, 'kv', 'functional').set('x', 1);
    const { open: original } = IDBFactory.prototype;
    let opened = 0;
    IDBFactory.prototype.open = function (...args) {
      opened++;
      return original.apply(this, args);
    };
    const lostOnce = (isTime: () => boolean): Promise<number> => {
      let tries = 0;
      return storage.base.run(['kv'], 'readonly', async ({ kv }) => {
        while (tries === 0 && !isTime()) await kv.entries();
        if (tries++ === 0) throw new DOMException('lost', 'AbortError');
        return (await kv.entries()).length;
      });
    };
    try {
      // The second fails while the connection that the first asked for is on its way.
      const read = await Promise.all([lostOnce(() => true), lostOnce(() => opened === 1)]);
      expect(read).to.deep.equal([1, 1]);
    } finally {
      IDBFactory.prototype.open = original;
    }
    expect([storage.mode(), opened]).to.deep.equal(['idb', 1]);
  });

  it('is not disturbed when the page is shown first, and tries again when it is shown anew', async () => {
    const storage = start();
    for (const [persisted, times] of [
      [false, 1],
      [true, 2],
    ] as const) {
      let tries = 0;
      const read = storage.base.run(['kv'], 'readonly', async ({ kv }) => {
        if (tries++ === 0) dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
        return (await kv.entries()).length;
      });
      expect(await read).to.equal(0);
      expect(tries).to.equal(times);
    }
    expect(storage.mode()).to.equal('idb');
  });

  it('leaves a database of a newer version as it is', async () => {
    const name = `regulars/${crypto.randomUUID()}`;
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 7);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const problems = createProblemSink(() => {});
    const storage = openStorage({ name, allows: () => true, problems });
    await keyed(storage, 'kv', 'functional').set('x', 1);
    expect(storage.mode()).to.equal('memory');
    const found = (await indexedDB.databases()).find((one) => one.name === name);
    expect(found?.version).to.equal(7);
    await storage.base.erase();
  });
});

describe('reservations', () => {
  it('let one of two instances have the last place', async () => {
    const name = `regulars-attention-${crypto.randomUUID()}`;
    const problems = createProblemSink(() => {});
    const one = openReservations({ problems, name });
    const two = openReservations({ problems, name });
    const take = (rows: Readonly<Record<string, unknown>>): [Record<string, unknown>, boolean] =>
      rows.budget ? [{}, false] : [{ budget: 1 }, true];
    const took = await Promise.all([one.update(take), two.update(take)]);
    expect(took.sort()).to.deep.equal([false, true]);
    expect(one.mode()).to.equal('idb');
    await one.update(() => [{ 'shop/a': 1, 'other/a': 1 }, null]);
    await two.forget('shop/');
    expect(await two.update((rows) => [{}, Object.keys(rows)])).to.deep.equal(['budget', 'other/a']);
    one.close();
    two.close();
    indexedDB.deleteDatabase(name);
  });
});
