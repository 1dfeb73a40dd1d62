import type { IDBPDatabase } from 'idb';
import type { ProblemSink } from '../errors/problem-sink.ts';
import { comeBack, type Replaced } from './come-back.ts';
import { openLeft } from './left.ts';
import { noteLost } from './lost-notes.ts';
import { createMemoryRows, type MemoryRows } from './memory-rows.ts';
import type { RowBase } from './rows.ts';
import { runTransaction } from './run-transaction.ts';
import type { StoreName } from './storage-port.ts';
import { makeRoom } from './sweep-log.ts';

/** What `cureStorage` works on. */
export interface Ailing<S extends string> extends Replaced<S> {
  readonly name: string;
  readonly problems: ProblemSink;
  /** The open one. */
  readonly handle: () => IDBPDatabase | undefined;
  readonly close: () => void;
}

/** Mistakes of the caller: no other database would take it either. */
const OWN_ERRORS = ['DataCloneError', 'DataError', 'ConstraintError', 'TransactionInactiveError'];

/**
 * Says that the browser refuses the database; gives what stands in for it until the visitor looks at the page anew.
 * Transactions that fail together share it.
 */
function replaceStorage<S extends string>(ailing: Ailing<S>, cause: unknown): MemoryRows<S> {
  if (ailing.twin) return ailing.twin;
  ailing.problems.report({ code: 'storage-refused', key: ailing.name, cause });
  const twin = createMemoryRows<S>(async (...transaction) =>
    runTransaction(await ailing.get(), ...transaction),
  );
  ailing.twin = twin;
  comeBack(ailing, twin);
  return twin;
}

/**
 * Cures what can be cured after a failed transaction, a full disk or a lost connection: then it is tried again. Where
 * nothing helps, memory stands in for the database. Rejects with what is the work's own fault.
 */
export async function cureStorage<S extends string>(
  cause: unknown,
  last: boolean,
  db: IDBPDatabase | undefined,
  ailing: Ailing<S>,
): Promise<void> {
  const { name: kind } = Object(cause) as Error;
  // A failure that is no storage error, of a database that answered, is the work's.
  if (cause instanceof DOMException ? OWN_ERRORS.includes(kind) : db) throw cause;
  if (last || !db) {
    replaceStorage(ailing, cause);
    return;
  }
  if (kind !== 'QuotaExceededError') {
    // Transactions that fail together close theirs once, and not the one that is opened after it.
    if (ailing.handle() === db) ailing.close();
    return;
  }
  // Only the journey can lose a part.
  if (!ailing.stores.some((one) => one === 'log')) return;
  const run: RowBase<StoreName>['run'] = async (...transaction) =>
    runTransaction(await ailing.get(), ...transaction);
  const note = (base: RowBase<StoreName>['run'], full: number): Promise<void> =>
    base(['kv'], 'readwrite', ({ kv }) => noteLost(kv, { full }));
  let lost = 0;
  try {
    lost = await makeRoom(run, openLeft(ailing.name));
    if (lost > 0) await note(run, lost);
  } catch (refusal) {
    const twin = replaceStorage(ailing, refusal);
    // What the room cost is told all the same.
    if (lost > 0) await note(twin.run as RowBase<StoreName>['run'], lost);
  }
}
