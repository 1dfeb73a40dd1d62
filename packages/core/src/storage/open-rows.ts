import type { IDBPDatabase } from 'idb';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { Ailing } from './cure-storage.ts';
import { hasDatabase } from './has-database.ts';
import { deleteDatabase, openDatabase } from './open-database.ts';
import type { RowBase } from './rows.ts';
import { runTransaction } from './run-transaction.ts';

/** What `openRows` needs. */
export interface RowOptions<S extends string> {
  readonly name: string;
  readonly stores: readonly S[];
  readonly problems: ProblemSink;
}

/** Prepares a database; it is opened by the first `run`, and replaced by memory when the browser refuses it. */
export function openRows<S extends string>(options: RowOptions<S>): RowBase<S> {
  const { name, stores } = options;
  const { get, handle, close } = createConnection(name, stores);
  const ailing: Ailing<S> = { ...options, get, handle, close };
  const cure = async (cause: unknown, last: boolean, db?: IDBPDatabase): Promise<void> =>
    (await import('./cure-storage.ts')).cureStorage(cause, last, db, ailing);
  return {
    mode: () => (ailing.twin ? 'memory' : handle() ? 'idb' : null),
    async run(...transaction) {
      for (let tries = 1; !ailing.twin; tries++) {
        let db: IDBPDatabase | undefined;
        try {
          db = await get();
          return await runTransaction(db, ...transaction);
        } catch (cause) {
          await cure(cause, tries > 1, db);
        }
      }
      return ailing.twin.run(...transaction);
    },
    exists: async () => handle() !== undefined || hasDatabase(name),
    async erase() {
      close();
      ailing.twin?.clear();
      await deleteDatabase(name).catch((cause) => cure(cause, true));
    },
    close,
  };
}

/** One handle: opened by the first `get`, opened again after it was lost. */
function createConnection(
  name: string,
  stores: readonly string[],
): { get(): Promise<IDBPDatabase>; handle(): IDBPDatabase | undefined; close(): void } {
  let opening: Promise<IDBPDatabase> | undefined;
  let open: IDBPDatabase | undefined;
  const lose = (): void => {
    opening = open = undefined;
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
    handle: () => open,
    close() {
      open?.close();
      lose();
    },
  };
}
