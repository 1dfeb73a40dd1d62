import type { IDBPDatabase } from 'idb';
import type { Position, Segment } from '../rules/segment.ts';
import { LOST_KEY, type Notes, noteLost } from './lost-notes.ts';
import type { MemoryRows, Table } from './memory-rows.ts';
import type { RowKey, Rows } from './rows.ts';
import { runTransaction } from './run-transaction.ts';
import { SIZE_KEY } from './size-key.ts';

/** A database that a twin in memory stands in for. */
export interface Replaced<S extends string> {
  readonly stores: readonly S[];
  /** Opens the database, or gives the open one. */
  readonly get: () => Promise<IDBPDatabase>;
  /** Stands in for the database; gone when that is back. */
  twin?: MemoryRows<S> | undefined;
}

type Held<S extends string> = ReadonlyMap<S, Table>;

/**
 * Tries the database again when the visitor looks at the page anew: then what memory holds goes into it, in one
 * transaction, and memory has done its part. While the browser refuses, memory goes on until the next look.
 */
export function comeBack<S extends string>(room: Replaced<S>, twin: MemoryRows<S>): void {
  const stop = new AbortController();
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    if (room.twin !== twin) return stop.abort();
    try {
      await twin.hand(async (held) => {
        // A database is not made for nothing: what was held may have been withdrawn.
        if ([...held.values()].some(({ size }) => size > 0)) await keep(room, held);
        room.twin = undefined;
      });
      stop.abort();
    } catch {
      // Refused still.
    }
  };
  document.addEventListener('visibilitychange', look, stop);
}

async function keep<S extends string>({ stores, get }: Replaced<S>, held: Held<S>): Promise<void> {
  const db = await get();
  await runTransaction(db, stores, 'readwrite', async (rows) => {
    for (const [name, table] of held) {
      if (name === 'log') await keepLog(rows[name], table, held);
      else if (name === 'sess' || name === 'profile') await keepNewer(rows[name], table);
      // The database has its own place in its own log.
      else if (name !== 'dest') await keepRows(rows[name], table);
    }
  });
}

/** Events that no destination had from memory: they keep their ids and their places in the session. */
async function keepLog<S extends string>(log: Rows, table: Table, held: Held<S>): Promise<void> {
  const positions = [...(held.get('dest' as S)?.values() ?? [])] as Position[];
  const [first] = positions.sort((a, b) => a.off - b.off || a.i - b.i);
  for (const [off, value] of table) {
    const segment = value as Segment;
    const events = JSON.parse(segment.ev).slice(off === first?.off ? first.i : 0);
    if (Number(off) < (first?.off ?? 0) || events.length === 0) continue;
    await log.put({ ...segment, n: events.length, ev: JSON.stringify(events) });
  }
}

/** Memory went on from what the tab knew; another tab may have gone further meanwhile. */
async function keepNewer(rows: Rows, table: Table): Promise<void> {
  const timeOf = (row: unknown): number => Number(Object(row).lastMs ?? 0);
  for (const [key, row] of table) if (timeOf(await rows.get(key)) <= timeOf(row)) await rows.put(row, key);
}

async function keepRows(rows: Rows, table: ReadonlyMap<RowKey, unknown>): Promise<void> {
  for (const [key, row] of table) {
    if (key === LOST_KEY) await noteLost(rows, (row as Notes).counts);
    // Who the visitor is, the database knows better; how long its log is, too.
    const isOwn =
      key === SIZE_KEY || key === LOST_KEY || (key === 'id' && (await rows.get(key)) !== undefined);
    if (!isOwn) await rows.put(row, key);
  }
}
