import type { IDBPDatabase } from 'idb';
import type { ProblemSink } from '../errors/problem-sink.ts';
import { createMemoryRows, type MemoryRows } from './memory-rows.ts';
import type { RowBase } from './rows.ts';
import { runTransaction } from './run-transaction.ts';
import type { StoreName } from './storage-port.ts';
import { makeRoom, noteLost } from './sweep-log.ts';

/** What `cureStorage` works on. */
export interface Ailing<S extends string> {
  readonly name: string;
  readonly problems: ProblemSink;
  /** Opens the database, or gives the open one. */
  readonly get: () => Promise<IDBPDatabase>;
  /** The open one. */
  readonly handle: () => IDBPDatabase | undefined;
  readonly close: () => void;
  readonly stores: readonly S[];
}

/** Mistakes of the caller: no other database would take it either. */
const OWN_ERRORS = ['DataCloneError', 'DataError', 'ConstraintError', 'TransactionInactiveError'];

/** Says that the browser refuses the database; builds what stands in for it. */
function replaceStorage<S extends string>(
  { name, problems }: Pick<Ailing<S>, 'name' | 'problems'>,
  cause: unknown,
): MemoryRows<S> {
  problems.report({ code: 'storage-refused', key: name, cause });
  return createMemoryRows();
}

/**
 * Cures what can be cured after a failed transaction, a full disk or a lost connection: `undefined`, try again. Where
 * nothing helps, what stands in for the database. Rejects with what is the work's own fault.
 */
export async function cureStorage<S extends string>(
  cause: unknown,
  { db, last }: { readonly db: IDBPDatabase | undefined; readonly last: boolean },
  ailing: Ailing<S>,
): Promise<MemoryRows<S> | undefined> {
  const { name: kind } = Object(cause) as Error;
  // A failure that is no storage error, of a database that answered, is the work's.
  if (cause instanceof DOMException ? OWN_ERRORS.includes(kind) : db) throw cause;
  if (last || !db) return replaceStorage(ailing, cause);
  if (kind !== 'QuotaExceededError') {
    // Transactions that fail together close theirs once, and not the one that is opened after it.
    if (ailing.handle() === db) ailing.close();
    return undefined;
  }
  // Only the journey can lose a part.
  if (!ailing.stores.some((one) => one === 'log')) return undefined;
  const run: RowBase<StoreName>['run'] = async (...transaction) =>
    runTransaction(await ailing.get(), ...transaction);
  let lost = 0;
  try {
    lost = await makeRoom(run);
    await noteLost(run, lost);
    return undefined;
  } catch (refusal) {
    const twin = replaceStorage(ailing, refusal);
    // What the room cost is told all the same.
    await noteLost(twin.run as RowBase<StoreName>['run'], lost);
    return twin;
  }
}
