import { readFile, writeFile } from 'node:fs/promises';
import { formatVersion, type UpgradedDocument, upgradeDocument } from '@regulars/schema';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';

/** Brings documents of an older format to the one of today. */
export const upgradeCommand: Command = {
  name: 'upgrade',
  summary: 'Bring campaigns.json of an older format to the one of today; says what it changes.',
  usage: 'upgrade FILE … [--check]',
  options: {
    check: { type: 'boolean', help: 'only say what would change; exit code 1 when something would' },
  },
  examples: ['upgrade campaigns.json', 'upgrade campaigns.json --check'],
  async run({ files, options }, terminal) {
    if (files.length === 0) throw new UsageError('Name the file to upgrade.');
    let wouldChange = false;
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const upgraded = upgradeDocument(readJson(file, text));
      wouldChange ||= print(file, upgraded, terminal);
      if (upgraded.changes.length > 0 && !options.check)
        await writeFile(file, `${JSON.stringify(upgraded.document, null, 2)}\n`);
    }
    return options.check && wouldChange ? 1 : 0;
  },
};

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Error(`${file} is no JSON. Run: regulars validate ${file}`);
  }
}

/** Answers whether it needs a change. */
function print(file: string, { from, changes }: UpgradedDocument, terminal: Terminal): boolean {
  if (from !== null && from > formatVersion)
    throw new Error(
      `${file} has formatVersion ${from}; this version reads ${formatVersion}. Update Regulars.`,
    );
  if (changes.length === 0) {
    terminal.out(`${file}: nothing to change.`);
    return false;
  }
  for (const { path, what } of changes) terminal.out(`${file} ${terminal.paint('bold', path)} ${what}`);
  terminal.out(`${file}: format ${from} to ${formatVersion}. Next: regulars validate ${file}`);
  return true;
}
