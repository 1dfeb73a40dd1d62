/// <reference path="./idb-wrap.d.ts" />
import type { IDBPDatabase } from 'idb';
import { w as wrap } from 'idb/build/wrap-idb-value.js';

/** Version of the databases; a migration step per version stands in `onupgradeneeded`. */
const VERSION = 1;

/** Who tells, for all engines of the page, that somebody deletes a database (no version); `true`: it closes the handle itself. */
export const deletion: { tell?: (db: IDBDatabase, version: number | null) => boolean } = {};

/** Longest wait for an open; Safari may never answer, and an old tab may block (ms). */
const OPEN_TIMEOUT_MS = 3000;

/**
 * Opens a database, making its stores. Rejects when the browser refuses, does not answer in time, or holds a version
 * newer than this code (which is left as it is).
 * @param onClose runs when the handle died or had to be given up for another tab's deletion or upgrade.
 */
export function openDatabase(
  name: string,
  stores: readonly string[],
  onClose: () => void,
): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    const timer = setTimeout(() => {
      // Too late an answer is of no use any more.
      request.onsuccess = () => request.result.close();
      reject();
    }, OPEN_TIMEOUT_MS);
    request.onupgradeneeded = ({ oldVersion }) => {
      // Keys stand beside the values, so that one shape of store serves all; only the log uses the generator.
      if (oldVersion < 1)
        for (const store of stores) request.result.createObjectStore(store, { autoIncrement: true });
    };
    request.onsuccess = () => {
      const { result: db } = request;
      db.onversionchange = ({ newVersion }) => {
        // Another tab deletes or upgrades: a handle that stays open would block it.
        if (!deletion.tell?.(db, newVersion)) db.close();
        onClose();
      };
      db.onclose = onClose;
      clearTimeout(timer);
      resolve(wrap(db));
    };
    request.onerror = () => reject(request.error);
  });
}

/** Deletes a database. Rejects when the browser refuses. */
export const deleteDatabase = async (name: string): Promise<unknown> => wrap(indexedDB.deleteDatabase(name));
