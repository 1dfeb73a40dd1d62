import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { RowKey, RowRange, Rows, RowWork } from './rows.ts';

/** Runs work in one transaction: all of it is stored, or nothing. The only place that opens a transaction. */
export async function runTransaction<S extends string, T>(
  db: IDBPDatabase,
  stores: readonly S[],
  access: 'readonly' | 'readwrite',
  work: RowWork<S, T>,
): Promise<T> {
  const names: string[] = [...stores];
  const tx = db.transaction(names, access, { durability: 'relaxed' });
  const done = tx.done.then(() => true);
  // `done` may fail while the work still waits for its own failed request.
  done.catch(() => false);
  try {
    const rows = stores.map((name) => [name, wrapStore(tx.objectStore(name as string))] as const);
    const result = await work(Object.fromEntries(rows) as Record<S, Rows>);
    // A page that goes away still hears no answer, but what it committed is kept.
    if (tx.mode !== 'readonly') tx.commit();
    await done;
    return result;
  } catch (cause) {
    try {
      tx.abort();
    } catch {
      // It is over already.
    }
    throw cause;
  }
}

function wrapStore(store: IDBPObjectStore<unknown, string[], string, 'readonly' | 'readwrite'>): Rows {
  return {
    get: (key) => store.get(key),
    put: async (value, key) => (await store.put?.(value, key)) as RowKey,
    delete: async (range) => store.delete?.(toKeyRange(range) ?? IDBKeyRange.lowerBound(-Infinity)),
    async entries<T>(range: RowRange = {}, limit?: number) {
      const query = toKeyRange(range);
      const [keys, values] = await Promise.all([store.getAllKeys(query, limit), store.getAll(query, limit)]);
      return keys.map((key, at) => [key as RowKey, values[at] as T] as const);
    },
  };
}

function toKeyRange({ from, to }: RowRange): IDBKeyRange | null {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to);
  if (from !== undefined) return IDBKeyRange.lowerBound(from);
  return to === undefined ? null : IDBKeyRange.upperBound(to);
}
