import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createServerFixture } from '../../../../test/support/server-fixture.ts';
import { openDatabase } from './open-database.ts';

const url = process.env.DATABASE_URL_TEST;
if (url !== undefined) {
  const schema = (): string => `t_${randomUUID().replaceAll('-', '')}`;

  test('closing PostgreSQL answers who waits for a connection, and refuses who comes later', async () => {
    const db = await openDatabase({ url, schema: schema(), connections: 1 });
    const waiting = Array.from({ length: 5 }, (_, at) =>
      db.query<{ at: number }>('select pg_sleep(0.02), $1::int as at', [at]),
    );
    const written = db.transaction(async (tx) => {
      await tx.query('create table kept (n integer)');
      return tx.query('select 1 as one');
    });
    await Promise.all([db.close(), db.close()]);
    assert.deepEqual(
      (await Promise.all(waiting)).map(([row]) => row?.at),
      [0, 1, 2, 3, 4],
    );
    assert.deepEqual(await written, [{ one: 1 }]);
    await assert.rejects(db.query('select 1'), /closed/);
    await assert.rejects(
      db.transaction(async () => undefined),
      /closed/,
    );
  });

  test('a handler stops also when PostgreSQL was closed before it', async (t) => {
    const server = await createServerFixture(t, () =>
      openDatabase({ url, schema: schema(), connections: 2 }),
    );
    const asked = Array.from({ length: 20 }, () => server.get('/ready'));
    await server.db.close();
    await server.handler.stop();
    const states = (await Promise.all(asked)).map(({ status }) => status);
    assert.ok(
      states.every((status) => status === 200 || status === 503),
      String(states),
    );
  });
}
