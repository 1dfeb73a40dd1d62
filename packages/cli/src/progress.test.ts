import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { run } from './run.ts';
import { createTerminal } from './terminal.ts';

/** What takes the last line of a terminal away. */
const wipe = '\r\u001b[K';
const folder = tempFolder();
const file = (name: string): string => join(folder, name);
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const lines = Array.from(
  { length: 1200 },
  (_, i) =>
    `v${i >> 2},p${(i * 7 + (i >> 2)) % 9},${day((i >> 2) % 30).replace('00:00:00', `10:0${i % 4}:00`)}`,
);
writeFileSync(file('clicks.csv'), `visitor,product,time\n${lines.join('\n')}\n`);
const orders = lines.map((line, i) => `o${i},${line.split(',')[1]},1,${line.split(',')[2]},19.00,c${i % 50}`);
writeFileSync(file('orders.csv'), `order,product,quantity,time,price,customer\n${orders.join('\n')}\n`);

const long: Readonly<Record<string, readonly string[]>> = {
  'build-index': ['--clicks', file('clicks.csv'), '--currency', 'EUR', '--out', file('index')],
  evaluate: ['--clicks', file('clicks.csv'), '--floor', '1'],
  'simulate-program': [file('orders.csv'), '--program', file('program.json')],
};

/** Runs a command; answers what went each way. */
async function written(argv: readonly string[], isTTY: boolean): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    ...{ isTTY, columns: 100 },
    write: (part: string) => {
      said[name] += part;
      return true;
    },
  });
  const process = { stdout: stream('out'), stderr: stream('err'), env: {} } as unknown as NodeJS.Process;
  assert.ok((await run(argv, createTerminal(process))) < 2, said.err);
  return said;
}

test('long work tells how far it is on one line of a terminal, and results stay free of it', async () => {
  await written(['init', 'three-tier', '--out', folder], false);
  for (const [name, argv] of Object.entries(long)) {
    const { out, err } = await written([name, ...argv], true);
    const steps = err.split(wipe).filter((part) => part !== '');
    assert.ok(steps.length >= 2, `${name} told ${steps.length} steps: ${err}`);
    assert.match(err, /read/, name);
    assert.ok(!out.includes(wipe) && !out.includes('reading '), name);
  }
});

test('in a pipe nothing of it is written: neither with the result nor beside it', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  for (const [name, argv] of Object.entries(long)) {
    const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', main, name, ...argv], {
      encoding: 'utf8',
    });
    assert.ok(stdout.length > 20, `${name}: ${stderr}`);
    assert.doesNotMatch(stdout + stderr, /reading |simulating/, name);
    assert.ok(!stderr.includes(wipe), name);
  }
});
