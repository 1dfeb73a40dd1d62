import { deleteDB, type IDBPDatabase } from 'idb';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { MemoryRows } from './memory-rows.ts';
import { openDatabase } from './open-database.ts';
import type { RowBase } from './rows.ts';
import { runTransaction } from './run-transaction.ts';

/** What `openRows` needs. */
export interface RowOptions<S extends string> {
  readonly name: string;
  readonly stores: readonly S[];
  readonly problems: ProblemSink;
  /** Frees room after `QuotaExceededError`, before the one retry. */
  readonly makeRoom?: ((run: RowBase<S>['run']) => Promise<unknown>) | undefined;
}

/** Mistakes of the caller: no other database would take it either. */
const OWN_ERRORS = ['DataCloneError', 'DataError', 'ConstraintError', 'TransactionInactiveError'];

/** Prepares a database; it is opened by the first `run`, and replaced by memory when the browser refuses it. */
export function openRows<S extends string>(options: RowOptions<S>): RowBase<S> {
  const { name, stores, problems, makeRoom } = options;
  const connection = createConnection(name, stores);
  let refused = false;
  let memory: Promise<MemoryRows<S>> | undefined;
  const refuse = (cause: unknown): void => {
    refused = true;
    problems.report({ code: 'storage-refused', key: name, cause });
  };
  const inDatabase: RowBase<S>['run'] = async (...transaction) =>
    runTransaction(await connection.get(), ...transaction);
  /** Cures what can be cured, a full disk or a lost connection; throws what is the work's own fault. */
  const mend = async (cause: unknown, opened: boolean, last: boolean): Promise<void> => {
    const { name: kind } = Object(cause) as Error;
    // A failure that is no storage error, of a database that answered, is the work's.
    if (cause instanceof DOMException ? OWN_ERRORS.includes(kind) : opened) throw cause;
    if (last || !opened) refuse(cause);
    else if (kind === 'QuotaExceededError') await makeRoom?.(inDatabase).catch(refuse);
    else connection.close();
  };
  return {
    mode: () => (refused ? 'memory' : connection.isOpen() ? 'idb' : null),
    async run(...transaction) {
      for (let tries = 1; !refused; tries++) {
        let opened = false;
        try {
          const db = await connection.get();
          opened = true;
          return await runTransaction(db, ...transaction);
        } catch (cause) {
          await mend(cause, opened, tries > 1);
        }
      }
      memory ??= import('./memory-rows.ts').then(({ createMemoryRows }) => createMemoryRows());
      return (await memory).run(...transaction);
    },
    async exists() {
      try {
        return connection.isOpen() || (await indexedDB.databases()).some((one) => one.name === name);
      } catch {
        // No way to ask: then nothing is read that was not opened.
        return false;
      }
    },
    async erase() {
      connection.close();
      memory = undefined;
      // Inside a promise: where a page has no IndexedDB at all, the call itself throws.
      await Promise.resolve(name).then(deleteDB).catch(refuse);
    },
    close: connection.close,
  };
}

/** One handle: opened by the first `get`, opened again after it was lost. */
function createConnection(
  name: string,
  stores: readonly string[],
): { get(): Promise<IDBPDatabase>; isOpen(): boolean; close(): void } {
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
    isOpen: () => open !== undefined,
    close() {
      open?.close();
      lose();
    },
  };
}
