import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openAsBlob,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '@regulars/server';
import { migrate } from '../../packages/server/src/db/migrate.ts';
import { wrapPglite } from '../../packages/server/src/db/pglite-database.ts';

// Making a cluster takes seconds of a processor; copying one that was made takes a tenth of it.
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8')) as {
  version: string;
};
const cache = join(modules, '.cache/regulars-clusters');
const image = join(cache, `pglite-${version}.tar`);
const template = join(cache, `pglite-${version}`);

/** Puts a new thing in its place whole, or leaves the one that another process put there first: it is being read. */
function settle(put: (made: string, place: string) => void, made: string, place: string): void {
  try {
    put(made, place);
  } catch {
    // The other one stands.
  }
  rmSync(made, { recursive: true, force: true });
}

async function make(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const own = join(cache, `making-${process.pid}`);
  const db = await PGlite.create(own);
  const dump = await db.dumpDataDir('none');
  await db.close();
  await writeFile(`${own}.tar`, new Uint8Array(await dump.arrayBuffer()));
  // A folder that is not empty keeps its place; a file would be replaced, a second name for it is not.
  settle(linkSync, `${own}.tar`, image);
  settle(renameSync, own, template);
}

async function ensureMade(): Promise<void> {
  if (!existsSync(image) || !existsSync(template)) await make();
}

/** An empty PGlite in memory. The caller closes it. */
export async function createPglite(): Promise<PGlite> {
  await ensureMade();
  return PGlite.create({ loadDataDir: await openAsBlob(image) });
}

/** As `openDatabase({})`. */
export async function openInMemory(): Promise<Database> {
  const db = wrapPglite(await createPglite(), 'memory', async () => undefined);
  await migrate(db);
  return db;
}

/** Puts an empty cluster where `openDatabase({ dir })` would make one. */
export async function seedCluster(dir: string): Promise<void> {
  await ensureMade();
  cpSync(template, join(dir, 'pg'), { recursive: true });
}
