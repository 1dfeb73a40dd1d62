import type { RowKey, RowRange, Rows, RowWork } from './rows.ts';

type Table = Map<RowKey, unknown>;

/** The twin of a database in memory: same transactions, same order, gone with the page. */
export interface MemoryRows<S extends string> {
  run<T>(stores: readonly S[], access: 'readonly' | 'readwrite', work: RowWork<S, T>): Promise<T>;
  clear(): void;
}

/** Builds an empty twin. */
export function createMemoryRows<S extends string>(): MemoryRows<S> {
  const tables = new Map<S, Table>();
  let last: Promise<unknown> = Promise.resolve();
  let nextKey = 1;
  return {
    run(stores, _access, work) {
      // One after the other, on copies: a failing work leaves nothing behind.
      const turn = last.then(async () => {
        const copies = stores.map((name) => [name, new Map(tables.get(name))] as const);
        const rows = copies.map(([name, table]) => [name, wrapTable(table, () => nextKey++)] as const);
        const result = await work(Object.fromEntries(rows) as Record<(typeof stores)[number], Rows>);
        for (const [name, table] of copies) tables.set(name, table);
        return result;
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
