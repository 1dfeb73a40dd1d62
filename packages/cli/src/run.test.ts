import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { callCli } from '../../../test/support/call-cli.ts';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { createTerminal } from './terminal.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const args = ['--conditions=source', main];
const call = [process.execPath, ...args].map((part) => `'${part}'`).join(' ');
const right = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: [],
};
const wrong = JSON.stringify({ ...right, zone: 7 }, null, 2);

test('without a command it lists the commands', async () => {
  const { code, out } = await callCli();
  assert.equal(code, 0);
  assert.match(out, /build-index/);
  assert.match(out, /validate/);
});

test('every command that is listed has help with its use, its options and examples', async () => {
  const { out: overview } = await callCli();
  const names = [...overview.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = '']) => name);
  assert.ok(names.length > 20, overview);
  for (const name of names) {
    const { code, out } = await callCli(name, '--help');
    assert.equal(code, 0, name);
    assert.match(out, new RegExp(`^Usage: regulars ${name}`, 'm'), name);
    const [, examples = ''] = out.split('Examples:\n');
    const lines = examples.split('\n').filter((line) => line.trim());
    assert.ok(lines.length > 0, `${name} has no example`);
    const options = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    for (const line of lines) {
      assert.match(line, new RegExp(`^ {2}regulars ${name}( |$)`), line);
      for (const [option] of line.matchAll(/(?<= )--[a-z-]+/g)) assert.ok(options.includes(option), line);
    }
    for (const [, , text = ''] of out.matchAll(/^ {2}(--[a-z-]+(?: …)?) +(.*)$/gm))
      assert.ok(text.length > 8, `${name}: an option without a word on it`);
  }
});

test('an unknown command or option is a wrong call: exit code 2', async () => {
  assert.equal((await callCli('bake')).code, 2);
  const { code, err } = await callCli('validate', '--colour');
  assert.equal(code, 2);
  assert.match(err, /--colour/);
});

test('a pipe that closes early (EPIPE) is no error, and nothing painted goes into it', () => {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; ${call} schema | head -n 1`],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  assert.equal(stdout, '{\n');
  assert.equal(stderr, '');
});

test('a document comes through a pipe, and its problems go through one as JSON', () => {
  const { status, stdout } = spawnSync(process.execPath, [...args, 'validate', '-', '--json'], {
    encoding: 'utf8',
    input: wrong,
  });
  assert.equal(status, 1);
  const [{ file, problems }] = JSON.parse(stdout);
  assert.equal(file, 'standard input');
  assert.deepEqual(
    problems.map(({ path, line }: { readonly path: string; readonly line: number }) => [path, line]),
    [['zone', 4]],
  );
});

test('colour comes on a terminal alone: not where one way out is a pipe, nor where nobody wants it', () => {
  const paint = (out: boolean, err: boolean, env: NodeJS.ProcessEnv = {}): string => {
    const stream = (isTTY: boolean) => ({ isTTY, columns: 80, write: () => true });
    const process = { stdout: stream(out), stderr: stream(err), env } as unknown as NodeJS.Process;
    return createTerminal(process).paint('red', 'no');
  };
  assert.equal(paint(true, true), '\u001b[31mno\u001b[0m');
  for (const plain of [
    paint(false, true),
    paint(true, false),
    paint(false, false),
    paint(true, true, { NO_COLOR: '1' }),
    paint(true, true, { TERM: 'dumb' }),
  ])
    assert.equal(plain, 'no');
});

test('progress is one line that changes on a terminal, and elsewhere nothing, or lines for who asks', () => {
  const written = (isTTY: boolean, env: NodeJS.ProcessEnv = {}): string => {
    let text = '';
    const stream = { isTTY, columns: 20, write: (part: string) => (text += part) };
    const process = { stdout: stream, stderr: stream, env } as unknown as NodeJS.Process;
    const terminal = createTerminal(process);
    terminal.progress('reading 50,000 of a lot of lines');
    terminal.progress('reading 100,000');
    terminal.out('done');
    return text;
  };
  assert.equal(written(true), 'reading 50,000 of a\r\u001b[Kreading 100,000\r\u001b[Kdone\n');
  assert.equal(written(false), 'done\n');
  const asked = written(false, { REGULARS_PROGRESS: 'lines' });
  assert.equal(asked, 'reading 50,000 of a lot of lines\nreading 100,000\ndone\n');
});

test('a path of Windows is taken and named as it stands, with its drive and backslashes', async () => {
  const folder = tempFolder();
  // On other systems this is one name; nothing of ours may split or escape it.
  const file = 'C:\\shops\\my shop\\campaigns.json';
  await writeFile(join(folder, file), wrong.replaceAll('\n', '\r\n'));
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [...args, ...more], { encoding: 'utf8', cwd: folder });
  const said = run('validate', file);
  assert.equal(said.status, 1);
  assert.ok(said.stdout.startsWith(`${file}:4:`), said.stdout);
  await writeFile(join(folder, file), `\ufeff${JSON.stringify(right, null, 2).replaceAll('\n', '\r\n')}`);
  assert.equal(run('validate', file).status, 0);
  const init = run('init', 'win-back', '--out', 'D:\\new\\');
  assert.equal(init.status, 0, init.stderr);
  assert.match(init.stdout, /D:\\new\\/);
});

test('--watch looks again after a change, also of an editor that writes a new file', async (t) => {
  const folder = tempFolder();
  const file = join(folder, 'campaigns.json');
  await writeFile(file, JSON.stringify(right));
  const child = spawn(process.execPath, [...args, 'validate', file, '--watch'], { stdio: 'pipe' });
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  const hears = (text: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!text.test(said)) return;
        said = '';
        resolve();
      };
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part) => {
          said += part;
          look();
        });
      child.once('exit', () => reject(new Error(`it ended: ${said}`)));
      look();
    });
  await hears(/right \(campaigns\)[\s\S]*Watching/);
  let next = hears(/error [a-z-]+ at zone/);
  await writeFile(file, wrong);
  await next;
  next = hears(/right \(campaigns\)/);
  await writeFile(`${file}.new`, JSON.stringify(right));
  await rename(`${file}.new`, file);
  await next;
  next = hears(/no such file/);
  await rm(file);
  await next;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  assert.deepEqual(await gone, [0, null]);
});
