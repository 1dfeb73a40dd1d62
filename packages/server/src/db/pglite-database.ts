import { existsSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Results, type Transaction } from '@electric-sql/pglite';
import type { Database, Queryable } from './database.ts';
import { lockFolder } from './folder-lock.ts';

/** Opens the embedded database: in memory, or in a folder that this process then owns. */
export async function openPgliteDatabase(dir: string | undefined): Promise<Database> {
  if (dir === undefined) return wrapPglite(await PGlite.create(), 'memory', async () => undefined);
  const unlock = await lockFolder(dir);
  try {
    return wrapPglite(await openFolder(dir), 'folder', unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * Opens the cluster in a locked folder, or makes it.
 *
 * Promises: a cluster whose making was killed is made anew, nothing was accepted yet · a `pg` folder without our mark
 * is never removed: somebody may have named a folder that holds something else, or put back a backup.
 */
async function openFolder(dir: string): Promise<PGlite> {
  const store = join(dir, 'pg');
  const making = join(dir, 'pg.making');
  if (existsSync(making)) await rm(store, { recursive: true, force: true });
  if (existsSync(store)) return PGlite.create(store);
  await writeFile(making, '');
  const db = await PGlite.create(store);
  await rm(making);
  await settle(dir);
  return db;
}

/** Brings a folder's list of names to the disk: after a power cut the mark must not come back over accepted rows. */
async function settle(dir: string): Promise<void> {
  const handle = await open(dir).catch(() => null); // Windows opens no folders, and orders such changes itself.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A PGlite instance behind the driver port. */
export function wrapPglite(db: PGlite, kind: 'memory' | 'folder', unlock: () => Promise<void>): Database {
  let closed: Promise<void> | undefined;
  return {
    kind,
    ...queryable(db),
    transaction: (run) => db.transaction((tx) => run(queryable(tx))) as ReturnType<typeof run>,
    close() {
      closed ??= db.close().then(unlock);
      return closed;
    },
  };
}

function queryable(source: PGlite | Transaction): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []) {
      const answer: Results<R> = await source.query<R>(sql, [...params]);
      return answer.rows;
    },
    async script(sql) {
      await source.exec(sql);
    },
  };
}
