import { answerOf } from './answer-of.ts';
import type { RowKey, RowRange, Rows, RowWork } from './rows.ts';

/** Runs work in one transaction: all of it is stored, or nothing. The only place that opens a transaction. */
export async function runTransaction<S extends string, T>(
  db: IDBDatabase,
  stores: readonly S[],
  access: 'readonly' | 'readwrite',
  work: RowWork<S, T>,
): Promise<T> {
  const names: string[] = [...stores];
  const tx = db.transaction(names, access, { durability: 'relaxed' });
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve();
    // A failed request and a full disk end here as well.
    tx.onabort = () => reject(tx.error ?? new DOMException('abort', 'AbortError'));
  });
  // May fail while the work still waits for its own failed request.
  done.catch(() => {});
  try {
    const rows = names.map((name) => [name, rowsOf(tx.objectStore(name))] as const);
    const result = await work(Object.fromEntries(rows) as Record<S, Rows>);
    // A page that goes away still hears no answer, but what it committed is kept.
    if (access !== 'readonly') tx.commit();
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

function rowsOf(store: IDBObjectStore): Rows {
  return {
    get: (key) => answerOf(store.get(key)),
    put: async (value, key) => (await answerOf(store.put(value, key))) as RowKey,
    delete: async (range) => answerOf(store.delete(toKeyRange(range))),
    async entries<T, K extends RowKey>(range: RowRange = {}, limit?: number) {
      const query = toKeyRange(range);
      const [keys, values] = await Promise.all([
        answerOf(store.getAllKeys(query, limit)),
        answerOf(store.getAll(query, limit)),
      ]);
      return keys.map((key, at) => [key as K, values[at] as T] as const);
    },
  };
}

/** Numbers sort before texts, and both before arrays: the defaults enclose every key of ours. */
const toKeyRange = ({ from = -Infinity, to }: RowRange): IDBKeyRange => IDBKeyRange.bound(from, to ?? []);
