import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { supportCode } from '@regulars/core/rules';
import { callCli } from '../../../test/support/call-cli.ts';
import { type RunningDemo, startDemoProcess } from '../../../test/support/demo.ts';
import { tempFolder } from '../../../test/support/temp-folder.ts';

interface Call {
  readonly argv: readonly string[];
  /** File that the shell writes the output to. */
  readonly into: string | undefined;
}

/** The commands under a heading of the README, as a shell would read them. */
function commandsUnder(heading: string): readonly Call[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, after = ''] = readme.split(`## ${heading}\n`);
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(after) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [command = '', into] = line.replace(/\s+#.*$/, '').split(/\s+>\s+/);
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      assert.deepEqual(words.slice(0, 2), ['npx', '@regulars/cli'], line);
      return { argv: words.slice(2), into: into?.trim() };
    });
}

/** Signs in by the printed link and makes a token, as the page “Your account” does. */
async function makeToken({ url, operatorLink }: RunningDemo): Promise<string> {
  const headers = { origin: url };
  const entered = await fetch(new URL(operatorLink, url), { method: 'POST', headers, redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${url}/regulars/operator/api/command-token`, {
    method: 'POST',
    headers: { ...headers, cookie },
  });
  return ((await made.json()) as { token: string }).token;
}

/** Somebody of whom the shop's pages decided; answers the code that their panel shows. */
async function visit(url: string, campaignId: string): Promise<string> {
  const anonymousId = randomUUID();
  const now = Date.now();
  const event = {
    ...{ v: 1, id: randomUUID(), name: 'experience_decided', t: now, sid: 's', seq: 1, tab: 't', tseq: 1 },
    ...{ page: { url: `${url}/` }, consent: ['analytics'] },
    props: { campaignId, outcome: 'lost', reason: 'audience:false' },
  };
  const batch = { v: 1, key: 'demo-key', batchId: randomUUID(), sentAt: now, store: 'idb', anonymousId };
  const sent = await fetch(`${url}/regulars/v1/batch`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'text/plain' },
    body: JSON.stringify({ ...batch, events: [event] }),
  });
  assert.equal(sent.status, 200, await sent.text());
  return supportCode(anonymousId);
}

test('the commands of the README take a campaign live in the demo shop and off again, as they stand there', async (t) => {
  const demo = await startDemoProcess();
  const before = { ...process.env };
  const home = process.cwd();
  process.env.REGULARS_CONFIG_DIR = tempFolder();
  process.chdir(tempFolder());
  t.after(async () => {
    process.chdir(home);
    process.env = before;
    await demo.stop();
  });
  const given: Readonly<Record<string, string>> = {
    'http://localhost:4700/regulars': `${demo.url}/regulars`,
    'rgl_…': await makeToken(demo),
    '7K3QX2': await visit(demo.url, 'win-back'),
  };
  const said = new Map<string, string>();
  for (const { argv, into } of commandsUnder('From an idea to live, and off again')) {
    // Looking again and again has a test of its own.
    const words = argv.filter((word) => word !== '--watch').map((word) => given[word] ?? word);
    const { code, out, err } = await callCli(...words);
    assert.equal(code, 0, `regulars ${words.join(' ')}: ${err} ${out}`);
    if (into) await writeFile(into, out);
    if (argv[0] === 'init') await edit('campaigns.json');
    said.set(
      argv.filter((word) => !/^(campaigns(\.json)?|win-back)$/.test(word)).join(' '),
      `${out}\n${err}`,
    );
  }
  const heard = (start: string): string => [...said].find(([words]) => words.startsWith(start))?.[1] ?? '';
  assert.match(heard('init'), /Wrote campaigns\.json; kept as they were: caps/);
  assert.match(heard('validate'), /campaigns\.json: 0 errors/);
  assert.match(heard('diff'), /^\+ “Welcome back” \(win-back\) newly shows/);
  assert.match(heard('push'), /Draft kept[\s\S]*regulars preview/);
  assert.match(heard('preview'), /regulars-preview=/);
  assert.match(heard('publish'), /Live: revision 2/);
  assert.match(heard('explain --path'), /win-back/);
  assert.match(heard('explain --find'), /win-back: lost/);
  assert.match(heard('rollback'), /revision 3/);
  const live = JSON.parse((await callCli('history', '--show', 'live')).out);
  assert.ok(live.campaigns.length > 10 && !JSON.stringify(live).includes('win-back'));
});

/** What a marketer types. */
async function edit(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('Good to see you again', 'There you are'));
  assert.match(await readFile(file, 'utf8'), /There you are/);
}
