import type { ConsentPurpose } from '@regulars/schema';
import type { Left } from './left.ts';
import type { RowBase } from './rows.ts';

/** Small keyed values of one owner; a memory twin stands in where storage is refused. Values are structured-clonable. */
export interface KeyedStore {
  get<T>(key: string): Promise<T | undefined>;
  set<T>(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
  /** All pairs whose key starts with the prefix. */
  list<T>(prefix: string): Promise<readonly (readonly [string, T])[]>;
  /** Reads and writes one key in ONE transaction: no other tab comes between. */
  update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined>;
}

/** Stores of the journey's database, version 1. */
export type StoreName = 'log' | 'dest' | 'dead' | 'sess' | 'profile' | 'decision' | 'feature' | 'play' | 'kv';

/** The device's storage. Parts work on it through `keyed(storage, store, purpose)`. */
export interface Storage {
  /** `memory` where the browser refuses storage. */
  mode(): 'idb' | 'memory';
  /** What the visitor granted, asked anew before each access. */
  readonly allows: (purpose: ConsentPurpose) => boolean;
  /** Its rows, in transactions: what journey and sync work on. */
  readonly base: RowBase<StoreName>;
  /** What pages leave to each other in their last moment; each caller asks its own purpose before. */
  readonly left: Left;
}
