import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CampaignDocument, withRevision } from '@regulars/schema';
import {
  CAMPAIGNS,
  createServerFixture,
  describeOnDatabases,
  type OpenTestDatabase,
  PROGRAM,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

const KEYS = (['viewer', 'editor', 'publisher', 'admin'] as const).map((role) => ({
  name: role,
  role,
  key: `${role}-key-0123456789-0123456789-0123`,
}));

/** A document that parses; `more` goes over it. */
const source = (revision: number, more: object = {}): string =>
  JSON.stringify({
    formatVersion: 1,
    revision,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    campaigns: [
      {
        id: 'hello',
        name: 'Hello',
        status: 'live',
        notes: 'SECRET-NOTE',
        goal: { event: 'order_placed', withinHours: 72 },
        trigger: { on: 'page' },
        placement: { slot: 'home-top' },
        widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
        content: { en: { text: 'Hello' } },
        ...more,
      },
    ],
  });

interface Asked {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Room {
  readonly server: ServerFixture;
  ask(role: string, method: string, path: string, body?: object): Promise<Asked>;
}

async function openRoom(
  t: Parameters<typeof createServerFixture>[0],
  open: OpenTestDatabase,
  more: Parameters<typeof createServerFixture>[2] = {},
): Promise<Room> {
  const server = await createServerFixture(t, open, {
    campaigns: JSON.parse(source(3)) as CampaignDocument,
    apiKeys: KEYS,
    ...more,
  });
  return {
    server,
    async ask(role, method, path, body) {
      const key = KEYS.find((each) => each.role === role)?.key ?? role;
      const answer = await server.handler.fetch(
        new Request(`https://api.example/regulars/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${key}` },
          ...(body && { body: JSON.stringify(body) }),
        }),
        { address: '203.0.113.9' },
      );
      return { status: answer.status, body: (await answer.json()) as Asked['body'] };
    },
  };
}

const served = async ({ server }: Room): Promise<string> =>
  (await server.get('/v1/document/shop-key.json')).text();
const push = (room: Room, text: string, role = 'editor'): Promise<Asked> =>
  room.ask(role, 'POST', '/documents/campaigns/draft', { document: text, why: 'spring' });

describeOnDatabases('documents', (open) => {
  test('goes from draft to published to rolled back, and says who, when and why', async (t) => {
    const room = await openRoom(t, open);
    const { ask, server } = room;
    const pushed = await push(room, source(3, { content: { en: { text: 'Spring is here' } } }));
    assert.equal(pushed.status, 200, JSON.stringify(pushed.body));
    assert.doesNotMatch(await served(room), /Spring/);
    const published = await ask('publisher', 'POST', '/documents/campaigns/publish', {});
    assert.deepEqual([published.status, published.body.revision], [200, 4]);
    assert.match(await served(room), /Spring is here/);
    server.advance(60_000);
    const back = await ask('publisher', 'POST', '/documents/campaigns/rollback', { why: 'too early' });
    assert.deepEqual([back.status, back.body.revision], [200, 5]);
    assert.doesNotMatch(await served(room), /Spring/);
    const control = await (await server.get('/v1/control/shop-key.json')).json();
    assert.equal(control.revision, 5);
    const { body } = await ask('viewer', 'GET', '/documents/campaigns/history');
    assert.deepEqual(
      (body.revisions as Record<string, unknown>[]).map(({ t: _, ...entry }) => entry),
      [
        {
          revision: 5,
          way: 'rollback',
          restored: 3,
          why: 'too early',
          author: 'server start',
          publisher: 'key publisher',
        },
        {
          revision: 4,
          way: 'publish',
          restored: null,
          why: 'spring',
          author: 'key editor',
          publisher: 'key publisher',
        },
        {
          revision: 3,
          way: 'file',
          restored: null,
          why: null,
          author: 'server start',
          publisher: 'server start',
        },
      ],
    );
    const log = await server.db.query('select account_name as who, action, target from audit order by id');
    assert.deepEqual(
      log.map(({ who, action, target }) => `${who} ${action} ${target}`),
      [
        'key editor draft-pushed campaigns',
        'key publisher document-published campaigns',
        'key publisher document-rolled-back campaigns',
      ],
    );
  });

  test('refuses a stale base with 409 and the revision that came first', async (t) => {
    const room = await openRoom(t, open);
    await push(room, source(3, { name: 'One' }));
    const mine = await room.ask('viewer', 'GET', '/documents/campaigns');
    await room.ask('publisher', 'POST', '/documents/campaigns/publish', {});
    const late = await push(room, source(3, { name: 'Two' }));
    assert.deepEqual([late.status, late.body.reason, late.body.head], [409, 'stale-base', 4]);
    const draft = (mine.body.draft as { id: number }).id;
    const again = await room.ask('publisher', 'POST', '/documents/campaigns/publish', { draft });
    assert.equal(again.status, 404);
    const old = await room.ask('publisher', 'POST', '/documents/campaigns/rollback', { base: 3 });
    assert.equal(old.status, 409);
  });

  test('publishes one of two drafts of one base, however they race', async (t) => {
    const room = await openRoom(t, open);
    await push(room, source(3, { name: 'One' }));
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => room.ask('publisher', 'POST', '/documents/campaigns/publish', {})),
    );
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, 404, 404, 404]);
  });

  test('wants a second person for a draft, and for nothing else', async (t) => {
    const room = await openRoom(t, open, { approval: true });
    await push(room, source(3, { name: 'Mine' }), 'publisher');
    const own = await room.ask('publisher', 'POST', '/documents/campaigns/publish', {});
    assert.deepEqual([own.status, own.body.reason], [403, 'second-person']);
    assert.equal((await room.ask('admin', 'POST', '/documents/campaigns/publish', {})).status, 200);
    assert.equal((await room.ask('publisher', 'POST', '/documents/campaigns/rollback', {})).status, 200);
    const pause = { campaignId: 'hello', paused: true };
    assert.equal((await room.ask('publisher', 'POST', '/pauses', pause)).status, 200);
  });

  test('refuses what validate refuses, with every problem and its cure', async (t) => {
    const room = await openRoom(t, open);
    const bad = await push(room, source(3, { statsu: 'live', trigger: { on: 'pgae' } }));
    assert.deepEqual([bad.status, bad.body.reason], [422, 'document-invalid']);
    const problems = bad.body.problems as { fix: string; line: number }[];
    assert.ok(problems.length >= 2 && problems.every(({ fix, line }) => fix && line === 1));
    assert.equal((await push(room, 'no json')).status, 422);
    const game = { widget: { type: 'wheel', props: { draw: 'nowhere', showOdds: true, rulesUrl: '/r' } } };
    const lost = await push(room, source(3, game));
    assert.ok(JSON.stringify(lost.body).includes('pool-missing'), JSON.stringify(lost.body));
  });

  test('lets each role do its part', async (t) => {
    const room = await openRoom(t, open);
    const text = source(3);
    const may = async (role: string): Promise<number[]> => [
      (await room.ask(role, 'GET', '/documents/campaigns')).status,
      (await push(room, text, role)).status,
      (await room.ask(role, 'POST', '/pauses', { campaignId: '*', paused: false })).status,
    ];
    assert.deepEqual(await may('viewer'), [200, 403, 403]);
    assert.deepEqual(await may('editor'), [200, 200, 403]);
    assert.deepEqual(await may('publisher'), [200, 200, 200]);
    assert.deepEqual(await may('a-key-that-nobody-has'), [401, 401, 401]);
  });

  test('serves no draft, note, goal or ended campaign in any byte', async (t) => {
    const room = await openRoom(t, open);
    const [hello] = (JSON.parse(source(3)) as CampaignDocument).campaigns;
    assert.ok(hello);
    const campaigns = [
      hello,
      { ...hello, id: 'secret-draft', status: 'draft' },
      { ...hello, id: 'secret-ended', status: 'ended' },
      { ...hello, id: 'secret-past', schedule: { to: '2026-02-01T00:00' } },
      { ...hello, id: 'secret-far', schedule: { from: '2026-09-01T00:00', to: '2026-10-01T00:00' } },
      { ...hello, id: 'soon', schedule: { from: '2026-03-02T00:00', to: '2026-03-09T00:00' } },
    ].map((one, index) => (index === 0 ? one : { ...one, placement: { slot: `place-${index}` } }));
    const text = JSON.stringify({ ...JSON.parse(source(3)), campaigns });
    const pushed = await push(room, text);
    assert.equal(pushed.status, 200, JSON.stringify(pushed.body));
    await room.ask('publisher', 'POST', '/documents/campaigns/publish', {});
    await push(room, source(4, { name: 'SECRET-NEXT' }));
    const body = await served(room);
    assert.doesNotMatch(body, /SECRET|secret|goal|withinHours|notes|weight|stock/);
    assert.match(body, /"hello"/);
    assert.match(body, /"soon"/);
  });

  test('says of a pause at once, keeps shows and draws back, and leaves what was won', async (t) => {
    const room = await openRoom(t, open, { campaigns: CAMPAIGNS });
    const { server } = room;
    const draw = { type: 'draw', campaignId: 'open-wheel', playKey: 'play-key-0001' };
    const won = await server.act('ann', draw);
    assert.ok(won.ok);
    assert.equal(
      (await room.ask('publisher', 'POST', '/pauses', { campaignId: 'open-wheel', paused: true })).status,
      200,
    );
    const control = await server.get('/v1/control/shop-key.json');
    assert.equal(control.headers.get('cache-control'), 'no-store');
    assert.deepEqual((await control.json()).paused, ['open-wheel']);
    const refused = await server.act('bob', { ...draw, playKey: 'play-key-0002' });
    assert.deepEqual([refused.ok, !refused.ok && refused.reason], [false, 'campaign-not-live']);
    const { claimToken } = won.result as { claimToken: string };
    const claimed = await server.act('ann', { type: 'claim', claimToken });
    assert.ok(claimed.ok, JSON.stringify(claimed));
    assert.equal(
      (await room.ask('publisher', 'POST', '/pauses', { campaignId: 'nobody', paused: true })).status,
      404,
    );
  });

  test('keeps published odds true: an edited pool needs a new version, a rollback takes one by itself', async (t) => {
    const room = await openRoom(t, open, { campaigns: CAMPAIGNS });
    const { always } = PROGRAM.pools;
    assert.ok(always);
    const program = (revision: number, version: number, weight: number): string => {
      const prizes = always.prizes.map((prize, index) => (index === 0 ? { ...prize, weight } : prize));
      return JSON.stringify({
        ...PROGRAM,
        revision,
        pools: { ...PROGRAM.pools, always: { ...always, version, prizes } },
      });
    };
    const put = async (text: string): Promise<Asked> => {
      const pushed = await room.ask('editor', 'POST', '/documents/program/draft', { document: text });
      assert.equal(pushed.status, 200, JSON.stringify(pushed.body));
      return room.ask('publisher', 'POST', '/documents/program/publish', {});
    };
    const same = await put(program(1, 1, 7));
    assert.deepEqual(
      [same.status, (same.body.problems as { code: string }[])[0]?.code],
      [422, 'pool-changed'],
    );
    assert.equal((await put(program(1, 2, 7))).body.revision, 2);
    const back = await room.ask('publisher', 'POST', '/documents/program/rollback', {});
    assert.equal(back.body.revision, 3);
    const { body } = await room.ask('viewer', 'GET', '/documents/program');
    const live = JSON.parse((body.published as { content: string }).content);
    assert.deepEqual([live.pools.always.version, live.pools.always.prizes[0].weight], [3, 1_000_000]);
    const drawn = await room.server.act('eve', {
      type: 'draw',
      campaignId: 'open-wheel',
      playKey: 'play-key-0003',
    });
    assert.ok(drawn.ok, JSON.stringify(drawn));
  });

  test('keeps what colleagues published over the file of the next start, and takes an edited file otherwise', async (t) => {
    // The tables outlive each start; the first fixture closes them, after every handler stopped.
    const first = await openRoom(t, open);
    const db = { ...first.server.db, close: async () => undefined };
    let last = first;
    const start = async (text: string): Promise<string> => {
      await last.server.handler.stop();
      last = await openRoom(t, open, { db, campaigns: JSON.parse(text) as CampaignDocument });
      return served(last);
    };
    assert.match(await start(source(3, { name: 'Edited' })), /Edited/);
    assert.equal((await push(last, source(4, { name: 'Published' }))).status, 200);
    await last.ask('publisher', 'POST', '/documents/campaigns/publish', {});
    assert.match(await start(source(3, { name: 'Older' })), /Published/);
    assert.ok(last.server.log.some(({ job }) => job === 'documents'));
    assert.match(await start(source(3, { name: 'Older' })), /Published/);
    await last.server.handler.stop();
  });

  test('keeps published revisions from any change, also of ours', async (t) => {
    const { server } = await openRoom(t, open);
    await assert.rejects(server.db.query(`update document_revision set content = '{}'`), /fixed/);
    await assert.rejects(server.db.query('delete from document_revision'), /fixed/);
  });
});

test('writes the number of the edit and nothing else', () => {
  const text = '{\n  "a": { "revision": 1 },\n  "revision" : 7, "s": "\\"revision\\": 2 {"\n}';
  assert.equal(withRevision(text, 8), text.replace(': 7', ': 8'));
});
