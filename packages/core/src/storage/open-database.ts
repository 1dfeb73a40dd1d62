import { type IDBPDatabase, openDB } from 'idb';

/** Version of the databases; a migration step per version stands in `upgrade`. */
const VERSION = 1;

/** Longest wait for an open; Safari may never answer, and an old tab may block (ms). */
const OPEN_TIMEOUT_MS = 3000;

/**
 * Opens a database, making its stores. Rejects when the browser refuses, does not answer in time, or holds a version
 * newer than this code (which is left as it is).
 * @param onClose runs when the handle died or had to be given up for another tab's deletion or upgrade.
 */
export async function openDatabase(
  name: string,
  stores: readonly string[],
  onClose: () => void,
): Promise<IDBPDatabase> {
  let onTimeout = (): void => {};
  const timeout = new Promise<never>((_, reject) => {
    onTimeout = () => reject(new DOMException('open', 'TimeoutError'));
  });
  const timer = setTimeout(onTimeout, OPEN_TIMEOUT_MS);
  const opening = openDB(name, VERSION, {
    upgrade(db, from) {
      // Keys stand beside the values, so that one shape of store serves all; only the log uses the generator.
      if (from < 1) for (const store of stores) db.createObjectStore(store, { autoIncrement: true });
    },
    blocking(_current, _next, event) {
      // Another tab deletes or upgrades: a handle that stays open would block it.
      (event.target as IDBDatabase).close();
      onClose();
    },
    terminated: onClose,
  });
  try {
    return await Promise.race([opening, timeout]);
  } catch (cause) {
    // Too late an answer is of no use any more.
    opening.then(
      (db) => db.close(),
      () => {},
    );
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}
