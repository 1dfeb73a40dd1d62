/** Key of a row: numbers sort before strings, as in IndexedDB. */
export type RowKey = number | string;

/** Keys from `from` to `to`, both included; a missing end is open. */
export interface RowRange {
  readonly from?: RowKey | undefined;
  readonly to?: RowKey | undefined;
}

/** One object store inside a running transaction. Await nothing else in between, or IndexedDB commits under your feet. */
export interface Rows {
  get<T>(key: RowKey): Promise<T | undefined>;
  /** Writes a row; without a key the store makes the next number. Resolves with the key. */
  put(value: unknown, key?: RowKey): Promise<RowKey>;
  delete(range: RowRange): Promise<void>;
  /** Pairs in key order. */
  entries<T, K extends RowKey = RowKey>(
    range?: RowRange,
    limit?: number,
  ): Promise<readonly (readonly [K, T])[]>;
}

/** What one transaction does; its stores by name. */
export type RowWork<S extends string, T> = (rows: Readonly<Record<S, Rows>>) => Promise<T>;

/** A database, or its memory twin where the browser refuses one. */
export interface RowBase<S extends string> {
  /** `null`: not opened yet. */
  mode(): 'idb' | 'memory' | null;
  /** All or nothing. Falls back to memory when the database breaks; rejects only with what `work` itself throws. */
  run<T>(stores: readonly S[], access: 'readonly' | 'readwrite', work: RowWork<S, T>): Promise<T>;
  /** Whether the database exists already, without making it. */
  exists(): Promise<boolean>;
  /** Deletes the database and the memory twin. */
  erase(): Promise<void>;
  /** Closes; the next `run` opens again. */
  close(): void;
}
