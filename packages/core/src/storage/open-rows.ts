import { deleteDB } from 'idb';
import type { ProblemSink } from '../errors/problem-sink.ts';
import { createConnection } from './connection.ts';
import { createMemoryRows } from './memory-rows.ts';
import type { RowBase } from './rows.ts';
import { runTransaction } from './run-transaction.ts';

type Run<S extends string> = RowBase<S>['run'];

/** What `openRows` needs. */
export interface RowOptions<S extends string> {
  readonly name: string;
  readonly stores: readonly S[];
  readonly problems: ProblemSink;
  /** Frees room after `QuotaExceededError`, before the one retry. */
  readonly makeRoom?: ((run: Run<S>) => Promise<unknown>) | undefined;
}

/** Mistakes of the caller: no other database would take it either. */
const OWN_ERRORS = ['DataCloneError', 'DataError', 'ConstraintError', 'TransactionInactiveError'];

/** Prepares a database; it is opened by the first `run`, and replaced by memory when the browser refuses it. */
export function openRows<S extends string>(options: RowOptions<S>): RowBase<S> {
  const { name, stores, problems, makeRoom } = options;
  const memory = createMemoryRows<S>();
  const connection = createConnection(name, stores);
  let refused = false;
  const refuse = (cause: unknown): void => {
    refused = true;
    problems.report({ code: 'storage-refused', key: name, cause });
  };
  return {
    mode: () => (refused ? 'memory' : connection.isOpen() ? 'idb' : null),
    async run(names, access, work) {
      if (refused) return memory.run(names, access, work);
      // Whether the database answered at all in this call: then a failure that is no storage error is the work's.
      const call = { opened: false };
      const run: Run<S> = async (...transaction) => {
        const db = await connection.get();
        call.opened = true;
        return runTransaction(db, ...transaction);
      };
      const isOwnError = (cause: unknown): boolean =>
        cause instanceof DOMException ? OWN_ERRORS.includes(cause.name) : call.opened;
      try {
        return await run(names, access, work).catch(async (cause) => {
          if (isOwnError(cause) || !call.opened) throw cause;
          // Cures what can be cured, a full disk or a lost connection, and runs once more.
          if (cause.name === 'QuotaExceededError') await makeRoom?.(run);
          else connection.close();
          return run(names, access, work);
        });
      } catch (cause) {
        if (isOwnError(cause)) throw cause;
        refuse(cause);
        return memory.run(names, access, work);
      }
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
      memory.clear();
      await deleteDB(name).catch(refuse);
    },
    close: connection.close,
  };
}
