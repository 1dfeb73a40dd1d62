import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { CampaignDocument } from '@regulars/schema';
import { serve } from '@regulars/server';
import { callCli } from '../../../../test/support/call-cli.ts';
import { openInMemory } from '../../../../test/support/pglite-image.ts';
import {
  createOrder,
  createServerFixture,
  PROGRAM,
  type ServerFixture,
} from '../../../../test/support/server-fixture.ts';
import { tempFolder } from '../../../../test/support/temp-folder.ts';

const campaign = {
  id: 'hello',
  name: 'Hello',
  status: 'live',
  trigger: { on: 'page' },
  placement: { slot: 'home-top' },
  widget: { type: 'announcement', props: { form: 'bar', body: 'text' } },
  content: { en: { text: 'Hello' } },
} as const;
const source = (revision: number, more: object = {}): string =>
  `${JSON.stringify({ formatVersion: 1, revision, zone: 'Europe/Sofia', fallbackLocales: ['en'], campaigns: [{ ...campaign, ...more }] }, null, 3)}\n`;

interface Room {
  readonly folder: string;
  readonly file: string;
  readonly url: string;
  readonly server: ServerFixture;
}

async function openRoom(t: TestContext, more: object = {}): Promise<Room> {
  const folder = tempFolder();
  const file = join(folder, 'campaigns.json');
  await writeFile(file, source(1));
  const db = await openInMemory();
  const keys = ['editor', 'publisher'].map((role) => ({
    name: role,
    role,
    key: `${role}-key-0123456789-0123456789`,
  }));
  const options = {
    campaigns: JSON.parse(source(1)) as CampaignDocument,
    program: PROGRAM,
    apiKeys: keys,
    ...more,
  };
  const server = await createServerFixture(
    t,
    async () => db,
    options as Parameters<typeof createServerFixture>[2],
  );
  const running = await serve({ fetch: (request) => server.handler.fetch(request), handlers: [], port: 0 });
  const before = { ...process.env };
  process.env.REGULARS_CONFIG_DIR = folder;
  t.after(async () => {
    process.env = before;
    await running.stop();
  });
  return { folder, file, url: `${running.url}/regulars`, server };
}

const publisher = 'publisher-key-0123456789-0123456789';

test('takes a document from a file to live, back, and to a pause', async (t) => {
  const { file, url } = await openRoom(t);
  const out = async (...argv: string[]): Promise<string> => {
    const { code, out: text, err } = await callCli(...argv);
    assert.equal(code, 0, `${argv.join(' ')}: ${err} ${text}`);
    return text;
  };
  assert.match(await out('login', url, '--token', publisher), /as key publisher, publisher/);
  assert.equal(await out('diff', file), 'Nothing changes for anybody.');
  await writeFile(
    file,
    source(1, { audience: { attr: 'session.count', op: 'eq', value: 1 }, name: 'Spring' }),
  );
  assert.match(await out('diff', file), /^~ “Spring” \(hello\): who sees it: was everybody; now .*1/);
  assert.match(await out('push', file, '--why', 'spring'), /Draft kept/);
  assert.match(await out('publish', file, '--why', 'spring'), /revision 2 of campaigns/);
  assert.equal(
    await readFile(file, 'utf8'),
    source(2, { audience: { attr: 'session.count', op: 'eq', value: 1 }, name: 'Spring' }),
  );
  assert.match(await out('history'), /2 .*published by key publisher: spring\n *1 .*from the server’s file/);
  assert.match(await out('pause', 'hello'), /Paused/);
  assert.match(await out('pause', 'hello', '--resume'), /Goes on/);
  assert.match(await out('rollback', '--why', 'no'), /revision 3/);
  assert.equal(JSON.parse(await out('history', 'campaigns', '--show', '3')).campaigns[0].name, 'Hello');
  const changes = JSON.parse(await out('diff', file, '--json'));
  assert.deepEqual(
    changes.map(({ type, id }: { type: string; id: string }) => `${type} ${id}`),
    ['change hello'],
  );
});

test('takes a programme from a file to live and back: earning follows, and its pools take new versions', async (t) => {
  const { folder, url, server } = await openRoom(t);
  const file = join(folder, 'program.json');
  const write = (times: number, revision: number): Promise<void> =>
    writeFile(
      file,
      `${JSON.stringify({ ...PROGRAM, revision, earn: PROGRAM.earn.map((rule) => ({ ...rule, points: times })) }, null, 2)}\n`,
    );
  const out = async (...argv: string[]): Promise<string> => {
    const { code, out: text, err } = await callCli(...argv);
    assert.equal(code, 0, `${argv.join(' ')}: ${err} ${text}`);
    return text;
  };
  const earned = async (orderId: string): Promise<number> =>
    ((await (await server.order(createOrder({ orderId, customerId: 'ana' }))).json()) as { points: number })
      .points;
  await out('login', url, '--token', publisher);
  assert.equal(await earned('order-1'), 40);
  await write(5, 1);
  assert.match(await out('push', file, '--why', 'spring'), /regulars publish program/);
  assert.equal(await earned('order-2'), 40, 'a draft earns nothing');
  assert.match(await out('publish', file), /revision 2 of program/);
  assert.equal(await earned('order-3'), 100);
  assert.match(await out('rollback', 'program', '--why', 'too dear'), /revision 3/);
  assert.equal(await earned('order-4'), 40);
  assert.match(await out('history', 'program'), /3 .*too dear/);
});

test('says what to do when somebody was faster, may not, or made mistakes', async (t) => {
  const { file, url } = await openRoom(t, { approval: true });
  await callCli('login', url, '--token', publisher);
  const own = await callCli('publish', file);
  assert.equal(own.code, 1);
  assert.match(own.err, /Somebody else has to publish/);
  process.env.REGULARS_TOKEN = 'editor-key-0123456789-0123456789';
  assert.equal((await callCli('push', file)).code, 0);
  const may = await callCli('publish', 'campaigns');
  assert.match(may.err, /Your role does not allow this/);
  process.env.REGULARS_TOKEN = publisher;
  assert.equal((await callCli('publish', 'campaigns')).code, 0);
  const stale = await callCli('push', file);
  assert.equal(stale.code, 1);
  assert.match(stale.err, /Revision 2 was published since yours began/);
  await writeFile(file, source(2, { statsu: 'live' }));
  const wrong = await callCli('push', file);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /regulars validate/);
  process.env.REGULARS_TOKEN = 'nobody-0123456789-0123456789';
  assert.match((await callCli('history')).err, /token is unknown/);
  assert.match((await callCli('login', 'http://127.0.0.1:1', '--token', 'x')).err, /does not answer/);
  const lost = await callCli('publish', 'nowhere.json');
  assert.deepEqual([lost.code, /There is no file/.test(lost.err)], [2, true]);
});

test('tells a campaign that begins, and one that ends, from a change', async (t) => {
  const { file, folder } = await openRoom(t);
  const next = join(folder, 'next.json');
  await writeFile(next, source(1, { id: 'other' }));
  const { out } = await callCli('diff', file, next);
  assert.match(
    out,
    /^\+ “Hello” \(other\) newly shows in the slot “home-top” to: everybody.*\n- “Hello” \(hello\) no longer shows/,
  );
  await writeFile(next, source(1, { status: 'draft' }));
  assert.match((await callCli('diff', file, next)).out, /^- .*no longer shows/);
});
