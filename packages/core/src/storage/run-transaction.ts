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
  const end = (): void => {
    try {
      tx.abort();
    } catch {
      // It is over already.
    }
    tx.dispatchEvent(new Event('abort'));
  };
  const over = new AbortController();
  // Kept in the back-forward cache with a lock on the database, a page is thrown out of it when the next one writes.
  document.addEventListener('freeze', end, over);
  // Firefox keeps it, and never tells it how what was under way ended: `end` does.
  addEventListener('pageshow', ({ persisted }) => persisted && end(), over);
  try {
    const rows = names.map((name) => [name, wrapStore(tx.objectStore(name))] as const);
    // The work may wait for an answer that never comes, and the end of its transaction is an answer.
    const result = (await Promise.race([work(Object.fromEntries(rows) as Record<S, Rows>), tx.done])) as T;
    // A page that goes away still hears no answer, but what it committed is kept.
    if (access !== 'readonly') tx.commit();
    await tx.done;
    return result;
  } finally {
    over.abort();
    end();
  }
}

function wrapStore(store: IDBPObjectStore<unknown, string[], string, 'readonly' | 'readwrite'>): Rows {
  return {
    get: (key) => store.get(key),
    put: async (value, key) => store.put?.(value, key) as Promise<RowKey>,
    delete: async (range) => store.delete?.(toKeyRange(range)),
    async entries<T, K extends RowKey>(range: RowRange = {}, limit?: number) {
      const query = toKeyRange(range);
      const [keys, values] = await Promise.all([store.getAllKeys(query, limit), store.getAll(query, limit)]);
      return keys.map((key, at) => [key as K, values[at] as T] as const);
    },
  };
}

/** Numbers sort before texts, and both before arrays: the defaults enclose every key of ours. */
const toKeyRange = ({ from = -Infinity, to }: RowRange): IDBKeyRange => IDBKeyRange.bound(from, to ?? []);
