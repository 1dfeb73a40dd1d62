import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { indexManifest } from '@regulars/schema';
import { tempFolder } from '../../../../test/support/temp-folder.ts';
import { buildIndex } from './build-index.ts';

/** Clicks on 400 products that differ by `turn`. */
async function writeClicks(path: string, turn: number): Promise<string> {
  const lines = Array.from({ length: 400 }, (_, at) =>
    [0, 1, 2, 3].map(
      (step) => `v${at % 90},p${(at * (3 + turn) + step * 7) % 400},${1_700_000_000 + at * 4000 + step}`,
    ),
  );
  const file = join(path, `clicks-${turn}.csv`);
  await writeFile(file, ['visitor,product,time', ...lines.flat()].join('\n'));
  return file;
}

/** Files that the manifest of a folder names and that are not whole there; no manifest, nothing. */
async function broken(out: string): Promise<string[]> {
  const names = await readdir(out);
  if (!names.includes('manifest.json')) return names;
  const manifest = indexManifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
  const named = [...manifest.rowShards, ...manifest.cardShards, ...manifest.lookupShards];
  const texts = await Promise.all(named.map((name) => readFile(join(out, name), 'utf8').catch(() => '')));
  return named.filter((_, at) => {
    try {
      return JSON.parse(texts[at] ?? '') === undefined;
    } catch {
      return true;
    }
  });
}

test('a build that is told to stop while it writes takes back what it wrote and leaves the index before it', async () => {
  const path = tempFolder();
  const out = join(path, 'index');
  await buildIndex({ clicks: await writeClicks(path, 0), out, floor: 1, builtAt: 0 });
  const before = (await readdir(out)).sort();
  let guarded = 0;
  const stopped = new Promise<void>((resolve) => {
    void writeClicks(path, 1).then((clicks) =>
      buildIndex({
        ...{ clicks, out, floor: 1, builtAt: 0 },
        guard: async (act, clean) => {
          guarded += 1;
          if (guarded === 1) return await act();
          // The second thing that can be stopped is the writing: its first file is under way.
          void act();
          await clean();
          resolve();
          return await new Promise<never>(() => {});
        },
      }),
    );
  });
  await stopped;
  assert.deepEqual((await readdir(out)).sort(), before);
  assert.deepEqual(await broken(out), []);
});

/** Runs the command and presses Ctrl-C when it says `word`; resolves with its exit code. */
async function buildUntil(word: string | null, clicks: string, out: string): Promise<number | null> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const args = ['build-index', '--clicks', clicks, '--out', out, '--floor', '1'];
  const env = { ...process.env, REGULARS_PROGRESS: 'lines', SOURCE_DATE_EPOCH: '0' };
  const child = spawn(process.execPath, ['--conditions=source', main, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    const before = said;
    said += String(chunk);
    if (word !== null && !before.includes(word) && said.includes(word)) child.kill('SIGINT');
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  assert.match(said, new RegExp(word ?? 'writing'));
  return code;
}

test('Ctrl-C ends the command without half an index, whenever it comes, and the next run starts clean', async () => {
  const path = tempFolder();
  const clicks = await writeClicks(path, 0);
  const whole = join(path, 'whole');
  assert.equal(await buildUntil(null, clicks, whole), 0);
  const wanted = (await readdir(whole)).sort();
  const out = join(path, 'stopped');
  for (const word of ['counting', 'rows of all', 'writing']) {
    const code = await buildUntil(word, clicks, out);
    // The last word comes so near the end that the build may be over first.
    assert.ok(code === 130 || word === 'writing', `${word}: ${code}`);
    assert.deepEqual(await broken(out).catch(() => []), [], word);
  }
  assert.equal(await buildUntil(null, clicks, out), 0);
  assert.deepEqual((await readdir(out)).sort(), wanted);
});
