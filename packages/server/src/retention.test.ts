import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionResults } from '@regulars/schema';
import {
  createBatch,
  createEvent,
  createOrder,
  createServerFixture,
  describeOnDatabases,
} from '../../../test/support/server-fixture.ts';
import { sweep } from './retention.ts';

const DAY_MS = 86_400_000;

describeOnDatabases('retention', (open) => {
  test('deletes what outlived its time, and keeps the young and the books', async (t) => {
    const server = await createServerFixture(t, open);
    const count = async (table: string): Promise<number> =>
      (await server.db.query(`select 1 from ${table}`)).length;
    const act = await server.act('visitor-1', { type: 'visitor-ref' });
    assert.ok(act.ok);
    const { visitorRef } = act.result as ActionResults['visitor-ref'];
    await server.order(createOrder({ visitorRef }));
    await server.signIn();
    await server.post('/v1/batch', createBatch([createEvent(), createEvent()]));
    const rules = { db: server.db, now: server.now, eventDays: 395 };
    assert.equal(await sweep(rules), 0);
    server.advance(31 * DAY_MS);
    // Session, link, delivery, and the message that points were earned.
    assert.equal(await sweep(rules), 4);
    assert.deepEqual([await count('session'), await count('sign_in_link')], [0, 0]);
    assert.equal(await count('webhook_delivery'), 0);
    assert.deepEqual([await count('event'), await count('batch')], [2, 1]);
    server.advance(365 * DAY_MS);
    const young = createEvent({ t: server.now() - 1000 });
    await server.post('/v1/batch', createBatch([young], { sentAt: server.now() }));
    assert.equal(await sweep(rules), 3);
    const left = await server.db.query<{ id: string }>('select id from event');
    assert.deepEqual(left, [{ id: young.id }]);
    assert.equal(await count('batch'), 1);
    assert.deepEqual([await count('shop_order'), await count('movement')], [1, 1]);
    assert.ok((await count('audit')) > 0);
  });

  test('deletes however many rows there are', async (t) => {
    const server = await createServerFixture(t, open);
    await server.db.query(
      `insert into webhook_delivery (id, received_at) select 'd-' || n, 0 from generate_series(1, 10001) as n`,
    );
    assert.equal(await sweep({ db: server.db, now: server.now, eventDays: 395 }), 10_001);
  });

  test('sweeps by itself, and is done before the handler has stopped', async (t) => {
    const first = await createServerFixture(t, open);
    await first.handler.stop();
    await first.db.query(`insert into webhook_delivery (id, received_at) values ('old', 0)`);
    const second = await createServerFixture(t, open, { db: first.db });
    while (second.log.length === 0) await second.db.query('select 1');
    await second.handler.stop();
    assert.deepEqual(second.log, [{ level: 'info', t: second.now(), job: 'retention', rows: 1 }]);
    assert.equal((await first.db.query('select 1 from webhook_delivery')).length, 0);
  });
});
