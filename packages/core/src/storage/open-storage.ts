import type { ConsentPurpose } from '@regulars/schema';
import { createKeyedStore } from './keyed-store.ts';
import { openRows } from './open-rows.ts';
import type { RowBase } from './rows.ts';
import type { StorageOptions, StorageRoom, StoreName } from './storage-room.ts';
import { sweepLog } from './sweep-log.ts';

export const storeNames: readonly StoreName[] = [
  'log',
  'dest',
  'dead',
  'sess',
  'profile',
  'decision',
  'feature',
  'play',
  'kv',
];

/** What a full disk leaves of the log. */
const ROOM = { maxAgeMs: Number.POSITIVE_INFINITY, maxEvents: 500, maxBytes: 250_000 };

/** Prepares the journey's storage; nothing is opened before the first access that consent allows. Never throws. */
export function openStorage(options: StorageOptions): StorageRoom {
  const { name, allows, problems } = options;
  const base: RowBase<StoreName> = openRows({
    name,
    stores: storeNames,
    problems,
    makeRoom: (run) => sweepLog(run, 0, ROOM),
  });
  return {
    base,
    mode: () => base.mode() ?? 'idb',
    keyed: (store, purpose: ConsentPurpose) => createKeyedStore({ base, store, purpose, allows }),
    stop: base.close,
  };
}
