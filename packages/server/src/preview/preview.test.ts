import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionOutcome, CampaignDocument } from '@regulars/schema';
import { encode } from 'uqr';
import {
  createServerFixture,
  describeOnDatabases,
  type OpenTestDatabase,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';

const KEY = { name: 'desk', role: 'editor', key: 'desk-key-0123456789-0123456789-0123' } as const;
const DAY = 86_400_000;

const campaign = (id: string, more: object = {}): object => ({
  id,
  name: `Name of ${id}`,
  status: 'live',
  notes: 'SECRET-NOTE',
  goal: { event: 'order_placed', withinHours: 72 },
  trigger: { on: 'page' },
  placement: { slot: 'home-top' },
  widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
  content: { en: { text: `Words of ${id}` } },
  ...more,
});

const source = (...campaigns: readonly object[]): string =>
  JSON.stringify({
    formatVersion: 1,
    revision: 3,
    zone: 'Europe/Sofia',
    fallbackLocales: ['en'],
    campaigns: [campaign('hello'), ...campaigns],
  });

interface Link {
  readonly ok: boolean;
  readonly link: string;
  readonly expiresAt: number;
  readonly problems?: readonly string[];
}

interface Desk {
  readonly server: ServerFixture;
  ask(path: string, body: object): Promise<Link>;
  play(link: string): Promise<ActionOutcome<'tool'>>;
}

async function openDesk(t: Parameters<typeof createServerFixture>[0], open: OpenTestDatabase): Promise<Desk> {
  const server = await createServerFixture(t, open, {
    campaigns: JSON.parse(source()) as CampaignDocument,
    apiKeys: [KEY],
  });
  return {
    server,
    ask: async (path, body) =>
      (await server.post(`/v1${path}`, body, { authorization: `Bearer ${KEY.key}` })).json(),
    play: (link) => {
      const token = new URL(link).searchParams.get('regulars-preview') ?? '';
      return server.act('anybody', { type: 'tool', token }) as Promise<ActionOutcome<'tool'>>;
    },
  };
}

const plan = { persona: 'fits', consent: ['functional'] };
const found = (outcome: ActionOutcome<'tool'>): { readonly name: string; readonly text: string } => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  const { preview } = outcome.result;
  return { name: preview?.name ?? '', text: JSON.stringify(preview?.document) };
};

describeOnDatabases('preview', (open) => {
  test('C11 a link plays a draft for seven days, and tells nothing but the public part', async (t) => {
    const { ask, play, server } = await openDesk(t, open);
    const draft = source(campaign('frost', { status: 'draft', schedule: { from: '2027-01-01T00:00' } }));
    await ask('/documents/campaigns/draft', { document: draft });
    const made = await ask('/previews', { campaignId: 'frost', page: '/c/herbs?x=1', ...plan });
    assert.ok(made.ok, JSON.stringify(made));
    const address = new URL(made.link);
    assert.equal(`${address.origin}${address.pathname}`, 'https://shop.example/c/herbs');
    assert.equal(address.searchParams.get('x'), '1');
    assert.equal(made.expiresAt, server.now() + 7 * DAY);
    const { name, text } = found(await play(made.link));
    assert.equal(name, 'Name of frost');
    assert.match(text, /Words of frost/);
    assert.match(text, /Words of hello/);
    assert.doesNotMatch(text, /SECRET-NOTE|order_placed/);
    server.advance(7 * DAY - 1000);
    assert.ok((await play(made.link)).ok);
    server.advance(1000);
    assert.deepEqual(await play(made.link), { ok: false, reason: 'token-expired', now: server.now() });
  });

  test('plays what is live where no draft waits, and a draft that was published meanwhile', async (t) => {
    const { ask, play } = await openDesk(t, open);
    const live = await ask('/previews', { campaignId: 'hello', ...plan });
    assert.match(found(await play(live.link)).text, /Words of hello/);
    await ask('/documents/campaigns/draft', { document: source(campaign('frost')) });
    const draft = await ask('/previews', { campaignId: 'frost', ...plan });
    assert.doesNotMatch(found(await play(live.link)).text, /Words of frost/);
    await ask('/documents/campaigns/draft', { document: source(campaign('thaw')) });
    assert.match(found(await play(draft.link)).text, /Words of frost/);
    const ofLive = await ask('/previews', { campaignId: 'thaw', draft: false, ...plan });
    assert.deepEqual([ofLive.ok, ofLive.problems], [false, ['campaignId']]);
  });

  test('names the field that is wrong', async (t) => {
    const { ask } = await openDesk(t, open);
    const problems = async (more: object): Promise<unknown> =>
      (await ask('/previews', { campaignId: 'hello', ...plan, ...more })).problems;
    assert.deepEqual(await problems({ campaignId: 'nobody' }), ['campaignId']);
    assert.deepEqual(await problems({ persona: 'king' }), ['persona']);
    assert.deepEqual(await problems({ consent: ['everything'] }), ['consent']);
    assert.deepEqual(await problems({ variant: 'blue' }), ['variant']);
    assert.deepEqual(await problems({ page: 'https://elsewhere.example/' }), ['page']);
    assert.deepEqual(await problems({ page: 'javascript:alert(1)' }), ['page']);
  });

  test('ends with the account that made it', async (t) => {
    const { ask, play, server } = await openDesk(t, open);
    const headers = await server.signIn();
    const made = await server.post(
      '/operator/api/previews',
      { campaignId: 'hello', ...plan, consent: 'all' },
      { ...headers, 'content-type': 'application/json' },
    );
    const { link } = (await made.json()) as Link;
    assert.ok((await play(link)).ok);
    await server.db.query('update account set disabled_at = $1', [server.now()]);
    assert.equal((await play(link)).ok, false);
    assert.ok((await play((await ask('/previews', { campaignId: 'hello', ...plan })).link)).ok);
  });

  test('the page of a link holds it as text and as a QR code of just that link', async (t) => {
    const { play, server } = await openDesk(t, open);
    const headers = await server.signIn();
    const form = new URLSearchParams({ campaignId: 'hello', page: '/', persona: 'new', consent: 'all' });
    const answered = await server.post('/operator/api/previews', `${form}`, {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
    });
    const page = await answered.text();
    const [, text = ''] = /<code class="long">([^<]+)</.exec(page) ?? [];
    const link = text.replaceAll('&amp;', '&');
    assert.ok((await play(link)).ok, page);
    const [, path = ''] = /class="qr"[\s\S]*?<path[^>]* d="([^"]+)"/.exec(page) ?? [];
    const drawn = [...path.matchAll(/M(\d+),(\d+)h/g)].map(
      ([, x, y]) => `${Number(x) / 10},${Number(y) / 10}`,
    );
    const { data } = encode(link, { ecc: 'L', border: 2 });
    const dark = data.flatMap((row, y) => row.flatMap((one, x) => (one ? `${x},${y}` : [])));
    assert.ok(dark.length > 400);
    assert.deepEqual(drawn.sort(), dark.sort());
  });

  test('playing writes no row anywhere', async (t) => {
    const { ask, play, server } = await openDesk(t, open);
    const { link } = await ask('/previews', { campaignId: 'hello', ...plan });
    const before = await rowCounts(server);
    await play(link);
    assert.deepEqual(await rowCounts(server), before);
  });
});

/** Rows of every table of the server. */
async function rowCounts({ db }: ServerFixture): Promise<Readonly<Record<string, number>>> {
  const tables = await db.query<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = current_schema() order by 1',
  );
  assert.ok(tables.length > 20);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ count: number }>(`select count(*)::int as count from ${name}`);
    counts[name] = row?.count ?? 0;
  }
  return counts;
}
