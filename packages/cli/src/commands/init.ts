import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readLocal } from '../documents/local-document.ts';
import { cartSaver } from '../presets/cart-saver.ts';
import { firstVisitTour } from '../presets/first-visit-tour.ts';
import { freeShippingBar } from '../presets/free-shipping-bar.ts';
import { mergePreset } from '../presets/merge-preset.ts';
import type { Preset } from '../presets/preset.ts';
import { secondOrder } from '../presets/second-order.ts';
import { threeTier } from '../presets/three-tier.ts';
import { welcomeWheel } from '../presets/welcome-wheel.ts';
import { winBack } from '../presets/win-back.ts';
import type { Terminal } from '../terminal.ts';
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

/** Writes documents to start from, or adds one to what is there; never over a file. */
export const initCommand: Command = {
  name: 'init',
  summary: `Write campaigns.json, and program.json where it needs one, to start from: ${names}.`,
  usage: 'init PRESET [--out FOLDER | --into FILE]',
  options: {
    out: { type: 'string', help: 'folder to write into (default: this one)' },
    into: { type: 'string', help: 'campaigns to add it to, such as what is live; program.json beside it' },
  },
  examples: ['init first-visit-tour', 'init welcome-wheel --out shop', 'init win-back --into campaigns.json'],
  async run({ files, options }, terminal) {
    const [name = ''] = files;
    const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
    if (!preset) throw new UsageError(`Name a preset: ${names}.`);
    if (typeof options.into === 'string') await addTo(options.into, preset, terminal);
    else await writeNew(typeof options.out === 'string' ? options.out : '.', preset, terminal);
    terminal.out(`${terminal.paint('bold', name)}: ${preset.summary}.`);
    for (const step of preset.next) terminal.out(`Next: ${step}`);
    return 0;
  },
};

const textOf = (document: object, indent: string | number = 2): string =>
  `${JSON.stringify(document, null, indent)}\n`;
const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function writeNew(out: string, preset: Preset, terminal: Terminal): Promise<void> {
  const written = [
    ...(preset.program ? [['program.json', preset.program] as const] : []),
    ['campaigns.json', preset.campaigns] as const,
  ];
  for (const [file] of written)
    if (await isThere(join(out, file)))
      throw new Error(
        `${join(out, file)} is there already: choose another folder with --out, or add to it with --into.`,
      );
  await mkdir(out, { recursive: true });
  for (const [file, document] of written) {
    await writeFile(join(out, file), textOf(document));
    terminal.out(`Wrote ${join(out, file)}`);
  }
}

/** Both files are made before one is written, so that a name that is taken leaves everything as it was. */
async function addTo(file: string, preset: Preset, terminal: Terminal): Promise<void> {
  const made: (readonly [file: string, text: string, kept: readonly string[]])[] = [];
  const program = join(dirname(file), 'program.json');
  made.push(await addToFile(file, preset.campaigns));
  if (preset.program)
    made.push(
      (await isThere(program))
        ? await addToFile(program, preset.program)
        : [program, textOf(preset.program), []],
    );
  for (const [name, text, kept] of made) {
    await writeFile(name, text);
    terminal.out(`Wrote ${name}${kept.length > 0 ? `; kept as they were: ${kept.join(', ')}` : ''}`);
  }
}

async function addToFile(
  file: string,
  preset: Readonly<Record<string, unknown>>,
): Promise<readonly [string, string, readonly string[]]> {
  const { text } = await readLocal(file);
  const indent = /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? 2;
  try {
    const { document, kept } = mergePreset(JSON.parse(text), preset);
    return [file, textOf(document, indent), kept];
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
