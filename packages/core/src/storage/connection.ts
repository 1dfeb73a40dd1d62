import type { IDBPDatabase } from 'idb';
import { openDatabase } from './open-database.ts';

/** One handle of a database: opened by the first `get`, opened again after it was lost. */
export interface Connection {
  get(): Promise<IDBPDatabase>;
  isOpen(): boolean;
  close(): void;
}

/** Prepares a connection; opens nothing yet. */
export function createConnection(name: string, stores: readonly string[]): Connection {
  let opening: Promise<IDBPDatabase> | null = null;
  let open: IDBPDatabase | null = null;
  const lose = (): void => {
    opening = open = null;
  };
  return {
    async get() {
      opening ??= openDatabase(name, stores, lose);
      const mine = opening;
      const db = await mine.catch((cause: unknown) => {
        lose();
        throw cause;
      });
      // Closed while it opened: usable for this once, then gone.
      if (opening === mine) open = db;
      else db.close();
      return db;
    },
    isOpen: () => open !== null,
    close() {
      open?.close();
      lose();
    },
  };
}
