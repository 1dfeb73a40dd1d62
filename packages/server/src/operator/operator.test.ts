import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createBatch,
  createEvent,
  createOrder,
  createServerFixture,
  describeOnDatabases,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { sections } from './sections/index.ts';

const useLink = (server: ServerFixture, path: string, method = 'POST'): Promise<Response> =>
  server.handler.fetch(
    new Request(`https://api.example${path}`, { method, headers: { origin: 'https://api.example' } }),
  );

async function addColleague(
  server: ServerFixture,
  admin: Record<string, string>,
  role: string,
): Promise<Record<string, string>> {
  const added = await (
    await server.post('/operator/api/accounts', { name: `a ${role}`, role }, admin)
  ).json();
  const answer = await useLink(server, added.link);
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', origin: 'https://api.example' };
}

describeOnDatabases('operators', (open) => {
  test('answers 401 on every operator route without a session', async (t) => {
    const limits = { signIn: { burst: 10_000, perSecond: 1 } };
    const server = await createServerFixture(t, open, { limits });
    await server.post('/v1/batch', createBatch([createEvent()]));
    const routes = server.handler.routes.filter(({ path }) => path.startsWith('/regulars/operator'));
    const paths = new Set(routes.map(({ path }) => path.replaceAll(/:\w+/g, 'x').replace('*', 'anything')));
    assert.ok(paths.size > 20, `walked only ${paths.size}`);
    const headers = { origin: 'https://api.example', cookie: 'regulars-session=guess' };
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD']) {
        const request = new Request(`https://api.example${path}`, { method, headers });
        const answer = await server.handler.fetch(request);
        assert.equal(answer.status, 401, `${method} ${path}`);
        assert.doesNotMatch(await answer.text(), /visitor-1|<nav/);
      }
    }
  });

  test('signs in by a link that is good once and for an hour', async (t) => {
    const server = await createServerFixture(t, open);
    const link = await server.handler.operatorLink();
    const use = (path: string): Promise<Response> => useLink(server, path);
    // Chats and mail programs look at links before anybody uses them.
    for (const method of ['GET', 'HEAD']) {
      const looked = await useLink(server, link, method);
      assert.deepEqual([looked.status, looked.headers.get('set-cookie')], [401, null]);
    }
    const foreign = new Request(`https://api.example${link}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    assert.equal((await server.handler.fetch(foreign)).status, 403);
    const cookie = (await use(link)).headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /Secure/);
    assert.match(cookie, /SameSite=Strict/);
    assert.equal((await use(link)).status, 401);
    const late = await server.handler.operatorLink();
    server.advance(61 * 60_000);
    assert.equal((await use(late)).status, 401);
    assert.doesNotMatch(JSON.stringify(server.log), new RegExp(link.split('/').at(-1) ?? ''));
  });

  test('signs in by password, says no without a hint, and ends the session', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    assert.equal((await server.post('/operator/api/password', { password: 'short' }, admin)).status, 400);
    await server.post('/operator/api/password', { password: 'correct horse battery' }, admin);
    assert.equal((await server.get('/operator/api/me', admin)).status, 401);
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://api.example' };
    const attempt = (fields: string): Promise<Response> => server.post('/sign-in', fields, form);
    assert.equal((await attempt('name=admin&password=wrong')).status, 401);
    assert.equal((await attempt("name=admin'--&password=wrong")).status, 401);
    const answer = await attempt('name=admin&password=correct+horse+battery');
    assert.equal(answer.status, 303);
    const session = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', origin: form.origin };
    assert.equal((await (await server.get('/operator/api/me', session)).json()).role, 'admin');
    const change = async (old: string): Promise<number> =>
      (await server.post('/operator/api/password', { old, password: 'another long password' }, session))
        .status;
    assert.deepEqual([await change(''), await change('wrong')], [400, 400]);
    await server.post('/operator/api/sign-out', {}, session);
    assert.equal((await server.get('/operator/api/me', session)).status, 401);
  });

  test('takes changes from its own pages only', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const pause = async (headers: Record<string, string>): Promise<number> =>
      (await server.post('/operator/api/pauses', { campaignId: '*', paused: true }, { ...admin, ...headers }))
        .status;
    assert.equal(await pause({ origin: 'https://evil.example' }), 403);
    assert.equal(await pause({ origin: 'null' }), 403);
    assert.equal(await pause({}), 200);
  });

  test('lets each role do what it may and no more', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const statuses: Record<string, number[]> = {};
    for (const role of ['viewer', 'editor', 'publisher']) {
      const who = await addColleague(server, admin, role);
      statuses[role] = [
        (await server.get('/operator/visitors', who)).status,
        (await server.post('/operator/api/tool-token', { tools: ['debug'] }, who)).status,
        (await server.post('/operator/api/pauses', { campaignId: '*', paused: false }, who)).status,
        (await server.get('/operator/accounts', who)).status,
      ];
    }
    assert.deepEqual(statuses, {
      viewer: [200, 403, 403, 403],
      editor: [200, 200, 403, 403],
      publisher: [200, 200, 200, 403],
    });
  });

  test('closes an account with its sessions, and writes every change down', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const viewer = await addColleague(server, admin, 'viewer');
    const { accounts } = await (await server.get('/operator/api/accounts', admin)).json();
    const { id } = accounts.find((each: { name: string }) => each.name === 'a viewer');
    await server.post(`/operator/api/accounts/${id}`, { disabled: true }, admin);
    assert.equal((await server.get('/operator/api/me', viewer)).status, 401);
    const { id: own } = await (await server.get('/operator/api/me', admin)).json();
    assert.equal((await server.post(`/operator/api/accounts/${own}`, { role: 'viewer' }, admin)).status, 409);
    const { entries } = await (await server.get('/operator/api/audit', admin)).json();
    const written = entries.map((each: { action: string; name: string }) => `${each.name}: ${each.action}`);
    for (const line of [
      'admin: signed-in',
      'admin: account-added',
      'a viewer: signed-in',
      'admin: account-changed',
    ]) {
      assert.ok(written.includes(line), line);
    }
  });

  test('shows what arrived, on every page and as JSON', async (t) => {
    const server = await createServerFixture(t, open);
    const decided = createEvent({
      name: 'experience_decided',
      props: { campaignId: 'wheel', outcome: 'no', reason: 'audience' },
    });
    const evil = createEvent({ props: { product: { id: 'p1', title: '<script>alert(1)</script>' } } });
    await server.post('/v1/batch', createBatch([decided, evil, 1]));
    await server.post('/v1/batch', createBatch([decided]));
    await server.order(createOrder());
    await server.act('visitor-1', { type: 'draw', campaignId: 'open-wheel', playKey: 'play-key-1' });
    const admin = await server.signIn();
    const read = async (path: string): Promise<Record<string, unknown>> =>
      (await server.get(`/operator/api/${path}`, admin)).json();
    assert.deepEqual((await read('deliveries')).totals, {
      batches: 2,
      accepted: 2,
      repeats: 1,
      rejected: 1,
      bytes: ((await read('deliveries')).totals as { bytes: number }).bytes,
    });
    assert.equal((await read('orders')).notJoinedShare, 1);
    assert.deepEqual((await read('decisions')).reasons, [
      { campaignId: 'wheel', outcome: 'no', reason: 'audience', count: 1 },
    ]);
    assert.equal(((await read('visitors/visitor-1')).events as unknown[]).length, 2);
    for (const section of sections) {
      const [known] = await server.db.query<{ id: string }>('select id from person limit 1');
      const id = section.id === 'person' ? (known?.id ?? '') : 'visitor-1';
      const answer = await server.get(
        `/operator/${section.path.replace(':id', id).replace(':document', 'campaigns').replace(':revision', '3')}`,
        admin,
      );
      const page = await answer.text();
      assert.equal(answer.status, 200, section.id);
      assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'self';/);
      assert.doesNotMatch(page, /<script>|<style|style="|onclick|alert\(1\)<\/script>/);
    }
    assert.equal((await server.get('/operator/visitors/nobody', admin)).status, 404);
  });

  test('tells open pages what changed while it happens', async (t) => {
    const server = await createServerFixture(t, open);
    const stream = await server.get('/operator/api/live', await server.signIn());
    assert.ok(stream.body);
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await reader.read()).value ?? '';
    await server.post('/v1/batch', createBatch([createEvent()]));
    while (!heard.includes('data: batch')) heard += (await reader.read()).value ?? '';
    await server.handler.stop();
    while (!(await reader.read()).done);
    assert.equal((await server.get('/health')).status, 503);
  });

  test('ends the live stream of an account that is closed', async (t) => {
    const server = await createServerFixture(t, open);
    const admin = await server.signIn();
    const viewer = await addColleague(server, admin, 'viewer');
    const stream = await server.get('/operator/api/live', viewer);
    assert.ok(stream.body);
    const reader = stream.body.getReader();
    const { accounts } = await (await server.get('/operator/api/accounts', admin)).json();
    const { id } = accounts.find((each: { name: string }) => each.name === 'a viewer');
    await server.post(`/operator/api/accounts/${id}`, { disabled: true }, admin);
    while (!(await reader.read()).done);
    assert.equal((await server.get('/operator/api/live', viewer)).status, 401);
  });

  test('pages through visitors that were seen in the same moment', async (t) => {
    const server = await createServerFixture(t, open);
    await server.db.query(
      `with people as (insert into person (id, created_at) select 'p' || n, 0 from generate_series(1, 120) n returning id)
       insert into visitor (anonymous_id, person_id, first_seen, last_seen) select 'v-' || id, id, 0, 5 from people`,
    );
    const admin = await server.signIn();
    const seen = new Set<string>();
    for (let before: string | null = ''; before !== null; ) {
      const path = `/operator/api/visitors?before=${encodeURIComponent(before)}`;
      const page: { visitors: { anonymousId: string }[]; next: string | null } = await (
        await server.get(path, admin)
      ).json();
      for (const { anonymousId } of page.visitors) seen.add(anonymousId);
      before = page.next;
    }
    assert.equal(seen.size, 120);
  });

  test('erases and exports a visitor for administrators', async (t) => {
    const server = await createServerFixture(t, open);
    await server.post('/v1/batch', createBatch([createEvent()]));
    const admin = await server.signIn();
    const exported = await (await server.get('/operator/api/visitors/visitor-1/export', admin)).json();
    assert.deepEqual([exported.events.length, exported.batches.length], [1, 1]);
    await server.post('/operator/api/visitors/visitor-1/erase', {}, admin);
    assert.equal((await server.get('/operator/api/visitors/visitor-1/export', admin)).status, 404);
    assert.equal((await server.db.query('select 1 from event')).length, 0);
    const { entries } = await (await server.get('/operator/api/audit', admin)).json();
    assert.deepEqual([entries[0].action, entries[0].target], ['visitor-erased', null]);
    assert.deepEqual([entries[1].action, entries[1].target], ['visitor-exported', null]);
  });

  test('shows what the shop is told, and sends it again for publishers', async (t) => {
    const ids: (string | null)[] = [];
    const server = await createServerFixture(t, open, {
      webhooks: [{ id: 'crm', url: 'https://shop.example/hook?token=secret', secret: 'x'.repeat(32) }],
      async send(request) {
        ids.push(request.headers.get('x-regulars-delivery'));
        return new Response(null, { status: 410 });
      },
    });
    const admin = await server.signIn();
    const stream = await server.get('/operator/api/live', admin);
    assert.ok(stream.body);
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
    const untilSent = async (): Promise<void> => {
      for (let heard = ''; !heard.includes('data: outbox'); ) heard += (await reader.read()).value ?? '';
    };
    const event = createEvent({ name: 'consent_changed', props: { granted: [] } });
    await server.post('/v1/batch', createBatch([event]));
    await untilSent();
    const { deliveries } = await (await server.get('/operator/api/outbox', admin)).json();
    const outboxId = deliveries[0].id;
    const page = await (await server.get('/operator/outbox', admin)).text();
    assert.match(page, /answered 410/);
    assert.doesNotMatch(page, /token=secret/);
    const replay = (body: object, who: Record<string, string>): Promise<Response> =>
      server.post('/operator/api/outbox/replay', body, who);
    assert.equal(
      (await replay({ failedAt: 'crm' }, await addColleague(server, admin, 'editor'))).status,
      403,
    );
    assert.equal((await replay({ failedAt: 'nobody' }, admin)).status, 404);
    assert.equal((await replay({ outboxId: 'none', endpoint: 'crm' }, admin)).status, 404);
    assert.deepEqual(await (await replay({ outboxId, endpoint: 'crm' }, admin)).json(), {
      ok: true,
      count: 1,
    });
    await untilSent();
    if (ids.length < 2) await untilSent();
    assert.deepEqual(new Set(ids), new Set([outboxId]));
  });

  test('lets colleagues look at a person, give, correct, take back, hide and erase', async (t) => {
    const server = await createServerFixture(t, open);
    await server.act(
      'device',
      { type: 'save', what: 'nickname', value: 'Rude name' },
      { customerToken: 'customer:ana' },
    );
    await server.order(createOrder({ customerId: 'ana' }));
    const admin = await server.signIn();
    const read = async (path: string): Promise<Record<string, unknown>> =>
      (await server.get(`/operator/api/${path}`, admin)).json();
    const { people } = (await read('people?q=rude%20NAME')) as { people: { id: string; points: number }[] };
    assert.deepEqual([people.length, people[0]?.points], [1, 40]);
    const path = `/operator/api/people/${people[0]?.id}`;
    const status = async (at: string, body: object, who = admin): Promise<number> =>
      (await server.post(at, body, who)).status;
    const wish = { id: 'wish-0001', points: '25', reason: 'parcel was late' };
    assert.equal(await status(`${path}/goodwill`, wish), 200);
    assert.equal(await status(`${path}/goodwill`, wish), 200);
    assert.equal(await status(`${path}/goodwill`, { ...wish, id: 'wish-0002', points: '501' }), 409);
    assert.equal(
      await status(`${path}/points`, { id: 'wish-0003', points: '-100', reason: 'too much' }),
      409,
    );
    assert.equal(await status(`${path}/points`, { id: 'wish-0003', points: 'x', reason: 'too much' }), 400);
    assert.equal(await status(`${path}/points`, wish, await addColleague(server, admin, 'editor')), 403);
    const person = (await read(`people/${people[0]?.id}`)) as {
      points: number;
      movements: { id: string; source: string }[];
    };
    assert.equal(person.points, 65);
    const gift = person.movements.find(({ source }) => source === 'goodwill');
    assert.equal(await status(`/operator/api/movements/${gift?.id}/revoke`, { reason: 'by mistake' }), 200);
    assert.equal(await status(`${path}/nickname`, {}), 200);
    const again = { type: 'save', what: 'nickname', value: 'Another name' };
    assert.equal((await server.act('device', again, { customerToken: 'customer:ana' })).ok, false);
    const page = await (await server.get(`/operator/people/${people[0]?.id}`, admin)).text();
    for (const text of ['customer', 'ana', 'Ledger', 'goodwill', 'hidden'])
      assert.ok(page.includes(text), text);
    assert.equal((await server.get(`${path}/export`, admin)).status, 200);
    assert.equal(await status(`${path}/erase`, {}), 200);
    assert.equal((await server.get(`/operator/people/${people[0]?.id}`, admin)).status, 404);
    const { entries } = (await read('audit')) as { entries: { action: string; target: string | null }[] };
    const told = entries.map(({ action }) => action);
    for (const action of [
      'goodwill-given',
      'movement-revoked',
      'nickname-hidden',
      'person-exported',
      'person-erased',
    ]) {
      assert.ok(told.includes(action), action);
    }
    assert.ok(entries.every(({ target }) => target !== people[0]?.id));
  });
});
