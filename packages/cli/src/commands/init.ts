import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Preset } from '../presets/preset.ts';
import { threeTier } from '../presets/three-tier.ts';
import { welcomeWheel } from '../presets/welcome-wheel.ts';
import { type Command, UsageError } from './command.ts';

const presets: Readonly<Record<string, Preset>> = { 'three-tier': threeTier, 'welcome-wheel': welcomeWheel };
const names = Object.keys(presets).join(', ');

/** Writes documents to start from; never over a file that is there. */
export const initCommand: Command = {
  name: 'init',
  summary: `Write program.json and campaigns.json to start from: ${names}.`,
  usage: 'init PRESET [--out FOLDER]',
  options: { out: { type: 'string', help: 'folder to write into (default: this one)' } },
  examples: ['init three-tier', 'init welcome-wheel --out shop'],
  async run({ files, options }, terminal) {
    const [name = ''] = files;
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
    if (!preset) throw new UsageError(`Name a preset: ${names}.`);
    const out = typeof options.out === 'string' ? options.out : '.';
    const written = [
      ['program.json', preset.program],
      ['campaigns.json', preset.campaigns],
    ] as const;
    for (const [file] of written) {
      const isThere = await access(join(out, file)).then(
        () => true,
        () => false,
      );
      if (isThere) throw new Error(`${join(out, file)} is there already; choose another folder with --out.`);
    }
    await mkdir(out, { recursive: true });
    for (const [file, document] of written) {
      await writeFile(join(out, file), `${JSON.stringify(document, null, 2)}\n`);
      terminal.out(`Wrote ${join(out, file)}`);
    }
    terminal.out(`${terminal.paint('bold', name)}: ${preset.summary}.`);
    for (const step of preset.next) terminal.out(`Next: ${step}`);
    return 0;
  },
};
