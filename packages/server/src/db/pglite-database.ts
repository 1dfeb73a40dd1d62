import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
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

async function openFolder(dir: string): Promise<PGlite> {
  const store = join(dir, 'pg');
  const marker = join(dir, 'pg.ready');
  // Killed while the cluster was being made: nothing was accepted yet, so begin again.
  if (existsSync(store) && !existsSync(marker)) await rm(store, { recursive: true });
  const db = await PGlite.create(store);
  await writeFile(marker, '');
  return db;
}

/** A PGlite instance behind the driver port. */
export function wrapPglite(db: PGlite, kind: 'memory' | 'folder', unlock: () => Promise<void>): Database {
  return {
    kind,
    ...queryable(db),
    transaction: (run) => db.transaction((tx) => run(queryable(tx))) as ReturnType<typeof run>,
    async close() {
      if (!db.closed) await db.close();
      await unlock();
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
