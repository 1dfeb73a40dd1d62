import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seedCluster } from '../support/pglite-image.ts';
import { tempFolder } from '../support/temp-folder.ts';

const script = fileURLToPath(new URL('start.mjs', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  /** Resolves with all it printed once it runs, or once it ended. */
  readonly told: Promise<{ text: string; code: number | null; readyMs: number }>;
}

function start(env: Readonly<Record<string, string>>): Started {
  const began = performance.now();
  const { NODE_TEST_CONTEXT: _outer, ...own } = process.env;
  const child = spawn(process.execPath, [script], { env: { ...own, ...env } });
  let text = '';
  const told = new Promise<{ text: string; code: number | null; readyMs: number }>((resolve) => {
    const take = (chunk: unknown): void => {
      text += String(chunk);
      if (text.includes('Ctrl+C')) resolve({ text, code: null, readyMs: performance.now() - began });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', (code) => resolve({ text: text.trim(), code, readyMs: performance.now() - began }));
  });
  return { child, told };
}

async function stop({ child }: Started): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

const folder = tempFolder();
const first = start({ PORT: '0', REGULARS_DATA_DIR: join(folder, 'data') });
let port = '';

before(async () => {
  const { text } = await first.told;
  port = /http:\/\/[\w.]+:(\d+)/.exec(text)?.[1] ?? '';
  assert.notEqual(port, '', text);
});
after(() => stop(first));

test('the start prints the shop, the operator link and what to try, and the shop answers', async () => {
  const { text } = await first.told;
  assert.match(text, new RegExp(`The shop +http://\\S+:${port}/`));
  assert.match(text, /Operator page +http:\/\/\S+\/regulars\/operator\/link\/\S+/);
  assert.match(text, /What to try/);
  assert.equal((await fetch(`http://localhost:${port}/`)).status, 200);
  assert.equal((await fetch(`http://localhost:${port}/sdk/regulars.js`)).status, 200);
});

test('a data folder in use is told in one sentence with the cure', async () => {
  const { text, code } = await start({ PORT: '0', REGULARS_DATA_DIR: join(folder, 'data') }).told;
  assert.equal(code, 1);
  assert.match(text, /^The data folder \S+ is in use by .+: .+\.$/);
});

test('a busy port is told in one sentence with the cure', async () => {
  const other = join(folder, 'other');
  await seedCluster(other);
  const { text, code } = await start({ PORT: port, REGULARS_DATA_DIR: other }).told;
  assert.equal(code, 1);
  assert.match(
    text,
    /^Port \d+ is in use: stop what listens there, or choose another one with PORT=\d+ npm start\.$/,
  );
});

test('a PostgreSQL that does not answer is told in one sentence with the cure', async () => {
  const { text, code } = await start({ PORT: '0', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }).told;
  assert.equal(code, 1);
  assert.equal(
    text,
    'PostgreSQL at DATABASE_URL does not answer: start it, or unset DATABASE_URL to use the embedded database.',
  );
});

test('a second start on the same data installs and builds nothing', async () => {
  await stop(first);
  const second = start({ PORT: '0', REGULARS_DATA_DIR: join(folder, 'data') });
  const { text } = await second.told;
  await stop(second);
  assert.match(text, /Regulars is running/);
  assert.doesNotMatch(text, /installing|building/);
});
