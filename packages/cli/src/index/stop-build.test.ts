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

test('Ctrl-C ends the command without half an index, whenever it comes', async () => {
  const path = tempFolder();
  const clicks = await writeClicks(path, 0);
  for (const word of ['counting', 'rows of all', 'writing']) {
    const out = join(path, word.replaceAll(' ', '-'));
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const args = [
      '--conditions=source',
      main,
      'build-index',
      '--clicks',
      clicks,
      '--out',
      out,
      '--floor',
      '1',
    ];
    const env = { ...process.env, REGULARS_PROGRESS: 'lines' };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      const before = said;
      said += String(chunk);
      if (!before.includes(word) && said.includes(word)) child.kill('SIGINT');
    });
    await new Promise((resolve) => child.on('close', resolve));
    assert.match(said, new RegExp(word));
    assert.deepEqual(await broken(out).catch(() => []), []);
  }
});
