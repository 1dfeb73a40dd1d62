import { readFile } from 'node:fs/promises';
import { type CampaignDocument, parseDocument } from '@regulars/schema';
import { imagine } from '../decide/imagine.ts';
import { imaginedOptions, readImagined } from '../decide/read-imagined.ts';
import { linesOf, sayDecision } from '../decide/say-decision.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';

interface Past {
  readonly visitors: readonly {
    readonly anonymousId: string;
    readonly code: string;
    readonly decisions: readonly {
      readonly t: number;
      readonly campaignId: string;
      readonly outcome: string;
      readonly sentence: string;
      readonly failed: readonly { readonly text: string; readonly found: string }[];
    }[];
  }[];
}

/** Answers why a campaign showed or did not: in the past, or for somebody imagined. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'Say why a campaign showed or did not: in the past (--find), or for an imagined visitor.',
  usage: 'explain [CAMPAIGN] --find CODE | explain [CAMPAIGN] --file FILE [--visitor FILE …]',
  options: {
    find: {
      type: 'string',
      help: 'support code, customer id, order number or anonymous id: looks on the server',
    },
    file: { type: 'string', help: 'campaigns to imagine with (default campaigns.json)' },
    ...imaginedOptions,
    json: { type: 'boolean', help: 'print the answer as JSON' },
    ...connectionOptions,
  },
  examples: [
    'explain second-order --find 7K3QX2',
    'explain --find 10042 --locale bg',
    'explain second-order --file campaigns.json --visitor ana.json --date 2026-12-24T18:00Z --consent all',
  ],
  async run({ files, options }, terminal) {
    const [campaignId] = files;
    return typeof options.find === 'string'
      ? explainPast(options.find, campaignId, options, terminal)
      : explainImagined(campaignId, options, terminal);
  },
};

async function explainPast(
  find: string,
  campaignId: string | undefined,
  options: CommandInput['options'],
  terminal: Terminal,
): Promise<number> {
  const connection = await readConnection(options);
  const query = new URLSearchParams({ find, locale: String(options.locale ?? 'en') });
  const { visitors } = await askServer<Past>(connection, `/why?${query}`);
  const kept = visitors.map(({ decisions, ...visitor }) => ({
    ...visitor,
    decisions: decisions.filter((one) => campaignId === undefined || one.campaignId === campaignId),
  }));
  if (options.json) terminal.out(JSON.stringify(kept, null, 2));
  for (const { code, anonymousId, decisions } of options.json ? [] : kept) {
    terminal.out(terminal.paint('bold', `${code} · visitor ${anonymousId}`));
    if (decisions.length === 0) terminal.out('  Nothing was decided that is still stored.');
    for (const { t, campaignId: id, outcome, sentence, failed } of decisions) {
      terminal.out(`${new Date(t).toISOString().slice(0, 19)}Z  ${id}: ${outcome}. ${sentence}`);
      for (const { text, found } of failed) terminal.out(`    ✗ ${text}${found ? ` (${found})` : ''}`);
    }
  }
  if (kept.length > 0) return 0;
  terminal.err(
    `Nobody is found by ${find}. Decisions reach the server only with analytics consent; else ask the visitor for the copied text.`,
  );
  return 1;
}

async function explainImagined(
  campaignId: string | undefined,
  options: CommandInput['options'],
  terminal: Terminal,
): Promise<number> {
  const file = typeof options.file === 'string' ? options.file : 'campaigns.json';
  const document = await readCampaigns(file);
  if (campaignId !== undefined && !document.campaigns.some(({ id }) => id === campaignId))
    throw new UsageError(`${file} has no campaign ${campaignId}.`);
  const locale = typeof options.locale === 'string' ? options.locale : 'en';
  const said = imagine(document, await readImagined(options))
    .filter(({ campaign }) => campaignId === undefined || campaign.id === campaignId)
    .map((one) => sayDecision(one, document, locale));
  if (options.json) terminal.out(JSON.stringify(said, null, 2));
  else for (const one of said) for (const line of linesOf(one)) terminal.out(line);
  return 0;
}

/** Reads campaigns. Errors: the file is not there, or has mistakes. */
export async function readCampaigns(file: string): Promise<CampaignDocument> {
  const parsed = parseDocument(await readFile(file, 'utf8'));
  if (parsed.ok) return parsed.document;
  throw new Error(`${file}: ${parsed.problems.length} mistakes. Run: regulars validate ${file}`);
}
