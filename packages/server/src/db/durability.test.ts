import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seedCluster } from '../../../../test/support/pglite-image.ts';
import { createBatch, createEvent } from '../../../../test/support/server-fixture.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { openDatabase } from './open-database.ts';

const SCRIPT = fileURLToPath(new URL('../../../../test/support/server-process.ts', import.meta.url));

interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

async function startProcess(t: TestContext, ...place: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--conditions=source', SCRIPT, ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => assert.fail('the server ended before it listened')),
  ]);
  return { child, url: String(line).trim() };
}

/** Sends batches until the server is gone; answers the ids that were acknowledged. */
async function load(url: string, onAcknowledged: (count: number) => void): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const send = async (): Promise<void> => {
    for (;;) {
      const events = [1, 2, 3].map((seq) => createEvent({ seq, t: Date.now() }));
      const body = JSON.stringify(createBatch(events, { sentAt: Date.now(), anonymousId: randomUUID() }));
      const answer = await fetch(`${url}/regulars/v1/batch`, { method: 'POST', body }).catch(() => null);
      if (answer?.status !== 200 || (await answer.json().catch(() => null))?.type !== 'accepted') return;
      acknowledged.push(...events.map((event) => String(event.id)));
      onAcknowledged(acknowledged.length);
    }
  };
  await Promise.all([send(), send(), send(), send()]);
  return acknowledged;
}

async function endUnderLoad(
  t: TestContext,
  signal: 'SIGKILL' | 'SIGTERM',
  place: string[],
): Promise<readonly string[]> {
  const { child, url } = await startProcess(t, ...place);
  const gone = once(child, 'exit');
  const acknowledged = await load(url, (count) => {
    if (count > 200) child.kill(signal);
  });
  await gone;
  assert.ok(acknowledged.length > 200);
  return acknowledged;
}

async function assertStored(place: string[], ids: readonly string[]): Promise<void> {
  const [first = '', schema] = place;
  const db = await openDatabase(first.includes('://') ? { url: first, schema } : { dir: first });
  try {
    const rows = await db.query('select id from event where id = any($1::uuid[])', [ids]);
    assert.equal(rows.length, ids.length);
  } finally {
    await db.close();
  }
}

test('has everything it acknowledged after a SIGKILL in mid-load, twice over', async (t) => {
  const dir = tempFolder();
  await seedCluster(dir);
  const first = await endUnderLoad(t, 'SIGKILL', [dir]);
  const second = await endUnderLoad(t, 'SIGKILL', [dir]);
  await assertStored([dir], [...first, ...second]);
});

test('has everything it acknowledged after a graceful stop in mid-load, and frees the folder', async (t) => {
  const dir = tempFolder();
  await seedCluster(dir);
  await assertStored([dir], await endUnderLoad(t, 'SIGTERM', [dir]));
  assert.ok(!(await readdir(dir)).includes('regulars.lock'));
});

const url = process.env.DATABASE_URL_TEST;
if (url !== undefined) {
  test('has everything it acknowledged after a SIGKILL in mid-load, on PostgreSQL', async (t) => {
    const place = [url, `t_${randomUUID().replaceAll('-', '')}`];
    await assertStored(place, await endUnderLoad(t, 'SIGKILL', place));
  });
}

test('tells a second process in one sentence that the folder is in use', async (t) => {
  const dir = tempFolder();
  await seedCluster(dir);
  const { child } = await startProcess(t, dir);
  await assert.rejects(openDatabase({ dir }), {
    code: 'folder-in-use',
    message: `The data folder ${dir} is in use by process ${child.pid}: stop it, or name another folder in REGULARS_DATA_DIR.`,
  });
});

test('gives a folder to one of many that ask at once, and takes over what a dead process left', async () => {
  const dir = tempFolder();
  await writeFile(join(dir, 'regulars.lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' }));
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(dir)));
  const won = outcomes.filter((each) => each.status === 'fulfilled');
  assert.equal(won.length, 1);
  await won[0]?.value();
  await (await lockFolder(dir))();
  assert.deepEqual(await readdir(dir), []);
});

test('takes over a lock whose process number now belongs to somebody else', async () => {
  const dir = tempFolder();
  await writeFile(join(dir, 'regulars.lock'), JSON.stringify({ pid: process.pid, started: 'ticks 1' }));
  await (await lockFolder(dir))();
});

test('never removes a folder named pg that it did not make', async () => {
  const dir = tempFolder();
  await mkdir(join(dir, 'pg'));
  await writeFile(join(dir, 'pg', 'letters.txt'), 'dear');
  await openDatabase({ dir }).then(
    (db) => db.close(),
    () => undefined,
  );
  assert.equal(await readFile(join(dir, 'pg', 'letters.txt'), 'utf8'), 'dear');
});

test('makes a database anew whose making was killed, and keeps one that was made', async () => {
  const dir = tempFolder();
  await mkdir(join(dir, 'pg'));
  await writeFile(join(dir, 'pg', 'half'), '');
  await writeFile(join(dir, 'pg.making'), '');
  const first = await openDatabase({ dir });
  await first.query('create table kept (n integer)');
  await first.close();
  const second = await openDatabase({ dir });
  assert.deepEqual(await second.query('select n from kept'), []);
  await second.close();
});
