import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createBatch,
  createEvent,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

interface Answer {
  readonly type: string;
  readonly visitorToken?: string;
}

async function send(server: ServerFixture, more: Record<string, unknown> = {}): Promise<Answer> {
  const answer = await server.post('/v1/batch', createBatch([createEvent()], more));
  assert.equal(answer.status, 200);
  return answer.json();
}

async function customerOf(server: ServerFixture, anonymousId: string): Promise<string | null> {
  const rows = await server.db.query<{ customer_id: string | null }>(
    'select p.customer_id from visitor v join person p on p.id = v.person_id where v.anonymous_id = $1',
    [anonymousId],
  );
  return rows[0]?.customer_id ?? null;
}

const CUSTOMER = { customerToken: 'customer:anna' };

describeOnDatabases('customers of batches', (open) => {
  test('binds a customer only with the visitor’s own token, and stores the events in any case', async (t) => {
    const server = await createServerFixture(t, open);
    const own = (await send(server)).visitorToken;
    const foreign = (await send(server, { anonymousId: 'visitor-2' })).visitorToken;
    assert.ok(own && foreign);
    for (const visitorToken of [undefined, foreign, 'nonsense', '']) {
      await send(server, { ...CUSTOMER, ...(visitorToken !== undefined && { visitorToken }) });
      assert.equal(await customerOf(server, 'visitor-1'), null, String(visitorToken));
      assert.equal(server.log.at(-1)?.bound, false);
    }
    assert.equal((await server.db.query('select 1 from event')).length, 6);
    await send(server, { ...CUSTOMER, visitorToken: own });
    assert.equal(await customerOf(server, 'visitor-1'), 'anna');
    assert.equal(server.log.at(-1)?.bound, true);
  });

  test('binds nobody by an expired token', async (t) => {
    const server = await createServerFixture(t, open);
    const { visitorToken } = await send(server);
    server.advance(401 * 86_400_000);
    await send(server, { ...CUSTOMER, visitorToken, sentAt: server.now() });
    assert.equal(await customerOf(server, 'visitor-1'), null);
  });

  test('gives a token until one came back, and none to whoever comes without it afterwards', async (t) => {
    const server = await createServerFixture(t, open);
    const first = await send(server);
    assert.ok(first.visitorToken && (await send(server)).visitorToken, 'an answer may have been lost');
    assert.equal((await send(server, { visitorToken: first.visitorToken })).visitorToken, undefined);
    assert.equal((await send(server)).visitorToken, undefined);
    const wallet = await server.act('visitor-1', { type: 'read', what: 'wallet' });
    assert.equal(wallet.ok, false);
    const more = { visitorToken: first.visitorToken };
    assert.ok((await server.act('visitor-1', { type: 'read', what: 'wallet' }, more)).ok);
  });
});
