import { openLeft } from './left.ts';
import { openRows } from './open-rows.ts';
import type { RowBase } from './rows.ts';
import type { StoreName } from './storage-port.ts';
import type { StorageOptions, StorageRoom } from './storage-room.ts';

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

/** Prepares the journey's storage; nothing is opened before the first access that consent allows. Never throws. */
export function openStorage(options: StorageOptions): StorageRoom {
  const { name, allows, problems } = options;
  const base: RowBase<StoreName> = openRows({
    name,
    stores: storeNames,
    problems,
  });
  return {
    base,
    left: openLeft(name),
    mode: () => base.mode() ?? 'idb',
    allows,
    stop: base.close,
  };
}
