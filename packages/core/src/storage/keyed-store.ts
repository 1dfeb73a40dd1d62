import type { ConsentPurpose } from '@regulars/schema';
import { purposeKey, purposeRange } from './purpose-range.ts';
import type { Rows } from './rows.ts';
import type { KeyedStore, Storage } from './storage-port.ts';

export { purposeRange } from './purpose-range.ts';

/**
 * The keyed view of a store for one owner's purpose. Without it reads give nothing and writes vanish. Caps, resume,
 * session count: `functional`. Play keys and claims: `necessary`, and only after the visitor's own act.
 */
export function keyed(
  { base, allows }: Storage,
  store: 'feature' | 'play' | 'kv' | 'decision',
  purpose: ConsentPurpose,
): KeyedStore {
  const keyOf = (key: string): string => purposeKey(purpose, key);
  const write = async <T>(work: (rows: Rows) => Promise<T>): Promise<T | undefined> =>
    allows(purpose) ? base.run([store], 'readwrite', (rows) => work(rows[store])) : undefined;
  // What is necessary may be written after the visitor's own act; reading it must not make a database.
  const read = async <T>(work: (rows: Rows) => Promise<T>): Promise<T | undefined> =>
    allows(purpose) && (purpose !== 'necessary' || base.mode() !== null || (await base.exists()))
      ? base.run([store], 'readonly', (rows) => work(rows[store]))
      : undefined;
  const put = async (rows: Rows, key: string, value: unknown): Promise<void> => {
    if (value === undefined) await rows.delete({ from: key, to: key });
    else await rows.put(value, key);
  };
  return {
    get: <T>(key: string) => read((rows) => rows.get<T>(keyOf(key))),
    // One request each, nothing read first: a page that goes away gets no second turn in its transaction.
    set: (key, value) => write((rows) => put(rows, keyOf(key), value)),
    delete: (key) => write((rows) => put(rows, keyOf(key), undefined)),
    list: async <T>(prefix: string) => {
      const found = await read((rows) => rows.entries<T>(purposeRange(purpose, prefix)));
      return (found ?? []).map(([key, value]) => [String(key).slice(purpose.length + 1), value] as const);
    },
    update: <T>(key: string, change: (old: T | undefined) => T | undefined) =>
      write(async (rows) => {
        const value = change(await rows.get<T>(keyOf(key)));
        await put(rows, keyOf(key), value);
        return value;
      }),
  };
}
