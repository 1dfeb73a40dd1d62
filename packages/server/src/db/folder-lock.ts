import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerError } from '../server-error.ts';

interface Owner {
  readonly pid: number;
  /** Start of that process, so that a reused pid is not taken for the owner. */
  readonly started: string;
}

/**
 * Takes the data folder for this process alone; answers the function that frees it.
 * PGlite itself lets two processes open one folder, which destroys it.
 *
 * Promises: of any number of processes one succeeds · a lock left by a killed process is taken over ·
 * a lock of a living process is never removed. Processes are those of this machine: a volume that several containers
 * or hosts share is not guarded, use PostgreSQL there.
 *
 * @throws ServerError `folder-in-use`.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  await mkdir(dir, { recursive: true });
  const file = join(dir, 'regulars.lock');
  const me = JSON.stringify({ pid: process.pid, started: processStart(process.pid) } satisfies Owner);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await createExclusively(file, me)) return () => freeLock(file, me);
    const owner = await readOwner(file);
    if (owner && isAlive(owner)) throw inUse(dir, owner.pid);
    await removeStale(file);
  }
  throw inUse(dir, undefined);
}

async function createExclusively(file: string, text: string): Promise<boolean> {
  // Written aside and linked: nobody ever reads a half-written lock.
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, text);
  try {
    await link(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(aside);
  }
}

async function removeStale(file: string): Promise<void> {
  // Between our look and now another process may have taken over: move first, look at what was moved.
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return; // Somebody else was faster; the next attempt sees their lock.
  }
  const moved = await readOwner(aside);
  if (moved && isAlive(moved)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function freeLock(file: string, me: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text === me) await rm(file, { force: true });
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    const owner = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return typeof owner.pid === 'number' ? { pid: owner.pid, started: String(owner.started) } : null;
  } catch {
    return null; // Gone or unreadable: nobody owns it.
  }
}

function isAlive(owner: Owner): boolean {
  const started = processStart(owner.pid);
  if (started !== '') return started === owner.started;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start of a process; the empty string when this system does not tell. */
function processStart(pid: number): string {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Field 22, counted behind the name in brackets, which may hold blanks.
      return `ticks ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    } catch {
      return 'gone';
    }
  }
  return pid === process.pid ? `origin ${performance.timeOrigin}` : '';
}

function inUse(dir: string, pid: number | undefined): ServerError {
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return new ServerError(
    'folder-in-use',
    `The data folder ${dir} is in use by ${who}: stop it, or name another folder in REGULARS_DATA_DIR.`,
    { dir, pid },
  );
}
