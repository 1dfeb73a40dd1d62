import type { RowKey, RowRange, Rows, RowWork } from './rows.ts';

/** Rows of one store. */
export type Table = Map<RowKey, unknown>;

/** The twin of a database in memory: same transactions, same order, gone with the page. */
export interface MemoryRows<S extends string> {
  run<T>(stores: readonly S[], access: 'readonly' | 'readwrite', work: RowWork<S, T>): Promise<T>;
  /** Hands over all that is held, when nothing else is under way; done, memory is empty. Rejects as `take` does: then all stays. */
  hand(take: (held: ReadonlyMap<S, Table>) => Promise<void>): Promise<void>;
  clear(): void;
}

/** Builds an empty twin; `after` takes what comes once it has handed over (default: it begins anew). */
export function createMemoryRows<S extends string>(after?: MemoryRows<S>['run']): MemoryRows<S> {
  const tables = new Map<S, Table>();
  let last: Promise<unknown> = Promise.resolve();
  let nextKey = 1;
  let isOver = false;
  return {
    run(stores, access, work) {
      // One after the other, on copies: a failing work leaves nothing behind.
      const turn = last.then(async () => {
        if (isOver && after) return after(stores, access, work);
        const copies = stores.map((name) => [name, new Map(tables.get(name))] as const);
        const rows = copies.map(([name, table]) => [name, wrapTable(table, () => nextKey++)] as const);
        const result = await work(Object.fromEntries(rows) as Record<(typeof stores)[number], Rows>);
        for (const [name, table] of copies) tables.set(name, table);
        return result;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    hand(take) {
      const turn = last.then(async () => {
        await take(tables);
        isOver = true;
        tables.clear();
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    clear: () => tables.clear(),
  };
}

function wrapTable(table: Table, makeKey: () => number): Rows {
  const keys = ({ from, to }: RowRange): RowKey[] =>
    [...table.keys()]
      .filter(
        (key) =>
          (from === undefined || compare(key, from) >= 0) && (to === undefined || compare(key, to) <= 0),
      )
      .sort(compare);
  return {
    get: async <T>(key: RowKey) => table.get(key) as T | undefined,
    async put(value, key = makeKey()) {
      table.set(key, structuredClone(value));
      return key;
    },
    async delete(range) {
      for (const key of keys(range)) table.delete(key);
    },
    entries: async <T, K extends RowKey>(range: RowRange = {}, limit?: number) =>
      keys(range)
        .slice(0, limit)
        .map((key) => [key as K, table.get(key) as T] as const),
  };
}

/** IndexedDB's order: numbers before strings. */
function compare(a: RowKey, b: RowKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
