import type { ConsentPurpose } from '@regulars/schema';

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

/** The device's storage as parts see it. Reads give `undefined` and writes vanish while the purpose is not granted. */
export interface Storage {
  /** `memory` where the browser refuses storage. */
  mode(): 'idb' | 'memory';
  /** Caps, resume, session count: `functional`. Play keys and claims: `necessary`, and only after the visitor's own act. */
  keyed(store: 'feature' | 'play' | 'kv' | 'decision', purpose: ConsentPurpose): KeyedStore;
}
