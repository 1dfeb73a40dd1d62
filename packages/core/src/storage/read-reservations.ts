/// <reference path="./idb-wrap.d.ts" />
import { w as wrap } from 'idb/build/wrap-idb-value.js';
import { runTransaction } from './run-transaction.ts';

const STORE = 'reservation';
/** Row of the budget that all instances of an origin share. */
const BUDGET = 'budget';
/** Safari may never answer (ms). */
const WAIT_MS = 3000;

/** What the shared database of the caps holds of one write key. */
export interface HeldReservations {
  /** Rows by campaign: how often it was shown, closed and clicked. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** The row that all instances of the origin share; absent: nothing lay over a page yet. */
  readonly budget?: unknown;
}

/**
 * Reads the shared database of the caps and makes none; a browser that refuses it holds nothing. By itself: it is asked
 * for by visitors alone, and must cost the others no byte.
 * @param prefix `<write key>/`.
 */
export async function readReservations(name: string, prefix: string): Promise<HeldReservations> {
  const rows = await readRows(name);
  const { [BUDGET]: budget } = rows;
  const own = Object.entries(rows).filter(([key]) => key.startsWith(prefix));
  return {
    shown: Object.fromEntries(own.map(([key, row]) => [key.slice(prefix.length), row])),
    ...(budget === undefined ? {} : { budget }),
  };
}

async function readRows(name: string): Promise<Readonly<Record<string, unknown>>> {
  const db = await openExisting(name).catch(() => null);
  if (!db) return {};
  try {
    return await runTransaction(wrap(db), [STORE], 'readonly', async (rows) =>
      Object.fromEntries(await rows[STORE].entries()),
    );
  } catch {
    return {};
  } finally {
    db.close();
  }
}

/** `null`: there is none, or the browser refuses it or does not answer. */
async function openExisting(name: string): Promise<IDBDatabase | null> {
  // Firefox goes on naming a database that was given up in its making; where nobody can ask, that is all there is.
  if ('databases' in indexedDB && !(await indexedDB.databases()).some((one) => one.name === name))
    return null;
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    const timer = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      resolve(null);
    }, WAIT_MS);
    const end = (db: IDBDatabase | null): void => {
      clearTimeout(timer);
      resolve(db);
    };
    // It would be made now: given up, it is not.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => end(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      end(null);
    };
  });
}
