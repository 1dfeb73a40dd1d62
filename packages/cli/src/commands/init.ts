import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cartSaver } from '../presets/cart-saver.ts';
import { firstVisitTour } from '../presets/first-visit-tour.ts';
import { freeShippingBar } from '../presets/free-shipping-bar.ts';
import type { Preset } from '../presets/preset.ts';
import { secondOrder } from '../presets/second-order.ts';
import { threeTier } from '../presets/three-tier.ts';
import { welcomeWheel } from '../presets/welcome-wheel.ts';
import { winBack } from '../presets/win-back.ts';
import { type Command, UsageError } from './command.ts';

const presets: Readonly<Record<string, Preset>> = {
  'first-visit-tour': firstVisitTour,
  'cart-saver': cartSaver,
  'second-order': secondOrder,
  'win-back': winBack,
  'free-shipping-bar': freeShippingBar,
  'welcome-wheel': welcomeWheel,
  'three-tier': threeTier,
};
const names = Object.keys(presets).join(', ');

/** Writes documents to start from; never over a file that is there. */
export const initCommand: Command = {
  name: 'init',
  summary: `Write campaigns.json, and program.json where it needs one, to start from: ${names}.`,
  usage: 'init PRESET [--out FOLDER]',
  options: { out: { type: 'string', help: 'folder to write into (default: this one)' } },
  examples: ['init first-visit-tour', 'init three-tier', 'init welcome-wheel --out shop'],
  async run({ files, options }, terminal) {
    const [name = ''] = files;
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
    if (!preset) throw new UsageError(`Name a preset: ${names}.`);
    const out = typeof options.out === 'string' ? options.out : '.';
    const written = [
      ...(preset.program ? [['program.json', preset.program] as const] : []),
      ['campaigns.json', preset.campaigns] as const,
    ];
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
