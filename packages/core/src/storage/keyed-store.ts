import type { ConsentPurpose } from '@regulars/schema';
import type { RowBase, RowRange } from './rows.ts';
import type { KeyedStore } from './storage-port.ts';
import type { StoreName } from './storage-room.ts';

/** What `createKeyedStore` needs. */
export interface KeyedOptions {
  readonly base: RowBase<StoreName>;
  readonly store: StoreName;
  readonly purpose: ConsentPurpose;
  readonly allows: (purpose: ConsentPurpose) => boolean;
}

/** Keys of one purpose: the key carries it, so that a withdrawal is one range. */
export function purposeRange(purpose: ConsentPurpose, prefix = ''): Required<RowRange> {
  return { from: `${purpose}/${prefix}`, to: `${purpose}/${prefix}\uffff` };
}

/** Builds the keyed view of a store for one owner's purpose. Without it reads give nothing and writes vanish. */
export function createKeyedStore({ base, store, purpose, allows }: KeyedOptions): KeyedStore {
  const keyOf = (key: string): string => `${purpose}/${key}`;
  const writable = (): boolean => allows(purpose);
  // What is necessary may be written after the visitor's own act; reading it must not make a database.
  const readable = async (): Promise<boolean> =>
    writable() && (purpose !== 'necessary' || base.mode() !== null || base.exists());
  const write = async (key: string, change: (old: unknown) => unknown): Promise<unknown> => {
    if (!writable()) return undefined;
    return base.run([store], 'readwrite', async (rows) => {
      const value = change(await rows[store].get(keyOf(key)));
      if (value === undefined) await rows[store].delete({ from: keyOf(key), to: keyOf(key) });
      else await rows[store].put(value, keyOf(key));
      return value;
    });
  };
  return {
    async get<T>(key: string) {
      if (!(await readable())) return undefined;
      return base.run([store], 'readonly', (rows) => rows[store].get<T>(keyOf(key)));
    },
    // One request each, nothing read first: a page that goes away gets no second turn in its transaction.
    async set(key, value) {
      if (writable()) await base.run([store], 'readwrite', (rows) => rows[store].put(value, keyOf(key)));
    },
    async delete(key) {
      const range = { from: keyOf(key), to: keyOf(key) };
      if (writable()) await base.run([store], 'readwrite', (rows) => rows[store].delete(range));
    },
    async list<T>(prefix: string) {
      if (!(await readable())) return [];
      const range = purposeRange(purpose, prefix);
      const found = await base.run([store], 'readonly', (rows) => rows[store].entries<T>(range));
      return found.map(([key, value]) => [String(key).slice(purpose.length + 1), value] as const);
    },
    update: async <T>(key: string, change: (old: T | undefined) => T | undefined) =>
      // The store gives back what its owner put there.
      (await write(key, (old) => change(old as T | undefined))) as T | undefined,
  };
}
