import { readFile, writeFile } from 'node:fs/promises';
import { type CampaignDocument, parseDocument } from '@regulars/schema';
import type { Terminal } from '../terminal.ts';
import { readCsv, writeCsv } from '../texts/csv.ts';
import { listTexts, putTexts, type TextMemory } from '../texts/text-rows.ts';
import { readXliff, writeXliff } from '../texts/xliff.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';

/** Takes texts out for translation and brings them back. */
export const textsCommand: Command = {
  name: 'texts',
  summary: 'Export texts for translators (CSV, XLIFF 2) and import what comes back; stale ones are marked.',
  usage: 'texts export FILE [--format csv|xliff] [--locale L] | texts import FILE TRANSLATIONS',
  options: {
    format: { type: 'string', help: 'csv (default, all languages) or xliff (one language)' },
    locale: { type: 'string', help: 'language to translate to; a new one is welcome' },
  },
  examples: [
    'texts export campaigns.json > texts.csv',
    'texts export campaigns.json --format xliff --locale pl > pl.xlf',
    'texts import campaigns.json texts.csv',
  ],
  async run(input, terminal) {
    const [verb, file, translations] = input.files;
    if ((verb !== 'export' && verb !== 'import') || file === undefined)
      throw new UsageError('Say export or import, and the file of campaigns.');
    const parsed = parseDocument(await readFile(file, 'utf8'));
    if (!parsed.ok) throw new Error(`${file} has mistakes; run regulars validate ${file} first.`);
    const memory = await readMemory(file);
    if (verb === 'export') return exportTexts({ document: parsed.document, memory }, input, terminal);
    if (translations === undefined) throw new UsageError('Name the file with the translations.');
    return importTexts({ document: parsed.document, memory, file, translations }, terminal);
  },
};

/** What translations were made from stands beside the document, for the shop's repository. */
const memoryFile = (file: string): string => `${file.replace(/\.json$/, '')}.texts.json`;

async function readMemory(file: string): Promise<TextMemory> {
  const text = await readFile(memoryFile(file), 'utf8').catch(() => '{}');
  const found: unknown = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(Object(found)).filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}

function exportTexts(
  { document, memory }: { readonly document: CampaignDocument; readonly memory: TextMemory },
  { options }: CommandInput,
  terminal: Terminal,
): number {
  const { format = 'csv' } = options;
  const locale = typeof options.locale === 'string' ? options.locale : undefined;
  if (format !== 'csv' && format !== 'xliff') throw new UsageError('--format is csv or xliff.');
  if (format === 'xliff' && locale === undefined)
    throw new UsageError('XLIFF holds one language: add --locale.');
  const rows = listTexts(document, memory, locale);
  const text =
    format === 'csv' ? writeCsv(rows) : writeXliff(rows, document.fallbackLocales[0] ?? 'en', locale ?? '');
  terminal.out(text.replace(/\r?\n$/, ''));
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  terminal.err(`${rows.length} texts: ${count('new')} new, ${count('stale')} stale.`);
  return 0;
}

async function importTexts(
  given: {
    readonly document: CampaignDocument;
    readonly memory: TextMemory;
    readonly file: string;
    readonly translations: string;
  },
  terminal: Terminal,
): Promise<number> {
  const { document, memory, file, translations } = given;
  const text = await readFile(translations, 'utf8');
  const rows = /^\s*(\ufeff)?<\?xml|<xliff/.test(text) ? readXliff(text) : readCsv(text);
  const found = putTexts(document, memory, rows);
  for (const one of found.unknown)
    terminal.err(`${terminal.paint('yellow', 'Left out:')} no text ${one} in ${file}.`);
  const after = parseDocument(JSON.stringify(found.document));
  if (!after.ok) {
    for (const { path, what, fix } of after.problems)
      terminal.err(`${terminal.paint('red', path)} ${what} ${fix}`);
    terminal.err('Nothing was written.');
    return 1;
  }
  await writeFile(file, `${JSON.stringify(found.document, null, 2)}\n`);
  await writeFile(memoryFile(file), `${JSON.stringify(found.memory, null, 2)}\n`);
  terminal.out(`${found.changed} texts changed in ${file}.`);
  return 0;
}
