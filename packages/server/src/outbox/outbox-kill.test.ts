import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seedCluster } from '../../../../test/support/pglite-image.ts';
import { createBatch, createEvent } from '../../../../test/support/server-fixture.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { openDatabase } from '../db/open-database.ts';

const SCRIPT = fileURLToPath(new URL('../../../../test/support/server-process.ts', import.meta.url));
const LEASE_MS = 60_000;

/** A shop that answers nothing until it is told to; `next` is the delivery id of the next request. */
async function startShop(t: TestContext) {
  const waiting: ((id: string) => void)[] = [];
  let answers = false;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (answers) response.end();
      waiting.shift()?.(String(request.headers['x-regulars-delivery']));
    });
  }).listen(0, '127.0.0.1');
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    next: () => new Promise<string>((resolve) => waiting.push(resolve)),
    answer: () => {
      answers = true;
    },
  };
}

async function startServer(t: TestContext, webhookUrl: string, place: readonly string[]) {
  const child = spawn(process.execPath, ['--conditions=source', SCRIPT, ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WEBHOOK_URL: webhookUrl },
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

/** Kills the server while the shop has a message and has not answered; another process sends it again. */
async function killWhileSending(t: TestContext, place: readonly [string, string?]): Promise<void> {
  const args = place.filter((part) => part !== undefined);
  const shop = await startShop(t);
  const first = await startServer(t, shop.url, args);
  const sent = shop.next();
  const event = createEvent({ name: 'consent_changed', props: { granted: [] }, t: Date.now() });
  const body = JSON.stringify(createBatch([event], { sentAt: Date.now() }));
  const stored = await fetch(`${first.url}/regulars/v1/batch`, { method: 'POST', body });
  assert.equal(stored.status, 200);
  const id = await sent;
  const gone = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await gone;
  const [where, schema] = place;
  const open = () => openDatabase(where.includes('://') ? { url: where, schema } : { dir: where });
  const db = await open();
  const [left] = await db.query<{ state: string; tries: number; next_at: number }>(
    'select state, tries, next_at from outbox_delivery',
  );
  assert.deepEqual([left?.state, left?.tries], ['waiting', 1]);
  assert.ok((left?.next_at ?? 0) <= Date.now() + LEASE_MS);
  // The lease of the dead is over.
  await db.query('update outbox_delivery set next_at = 0');
  await db.close();
  shop.answer();
  const again = shop.next();
  await startServer(t, shop.url, args);
  assert.equal(await again, id);
}

test('sends again, with its id, what was under way when the server was killed, from a folder', async (t) => {
  const dir = tempFolder();
  await seedCluster(dir);
  await killWhileSending(t, [dir]);
});

const url = process.env.DATABASE_URL_TEST;
if (url !== undefined) {
  test('sends again, with its id, what was under way when the server was killed, from PostgreSQL', async (t) => {
    await killWhileSending(t, [url, `t_${randomUUID().replaceAll('-', '')}`]);
  });
}
