import {
  type CampaignDocument,
  type DocumentChange,
  diffCampaigns,
  diffProgram,
  type ProgramDocument,
} from '@regulars/schema';
import { type DocumentKind, readLocal } from '../documents/local-document.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import { type Command, UsageError } from './command.ts';

/** Says in plain words who would newly see or lose what. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'Say in plain words who would newly see or lose what: two files, or a file and what is live.',
  usage: 'diff [FILE [FILE]] [--revision N] [--json]',
  options: {
    revision: { type: 'string', help: 'compare with this revision instead of the live one' },
    json: { type: 'boolean', help: 'print the changes as JSON' },
    ...connectionOptions,
  },
  examples: ['diff', 'diff campaigns.json --revision 7', 'diff old.json new.json'],
  async run({ files, options }, terminal) {
    const [first = 'campaigns.json', second] = files;
    const one = await readLocal(first);
    const other = second === undefined ? null : await readLocal(second);
    if (other && other.kind !== one.kind)
      throw new UsageError(`${first} and ${second} are two kinds of document.`);
    const before = other ? one.document : await readLive(one.kind, options);
    const changes = compare(one.kind, before, (other ?? one).document);
    if (options.json) terminal.out(JSON.stringify(changes, null, 2));
    else if (changes.length === 0) terminal.out('Nothing changes for anybody.');
    else for (const change of changes) terminal.out(lineOf(change, terminal.paint));
    return 0;
  },
};

async function readLive(
  kind: DocumentKind,
  options: Parameters<typeof readConnection>[0],
): Promise<CampaignDocument | ProgramDocument> {
  const connection = await readConnection(options);
  const { revision } = options;
  const content =
    revision === undefined
      ? (await askServer<{ published: { content: string } }>(connection, `/documents/${kind}`)).published
          .content
      : (await askServer<{ content: string }>(connection, `/documents/${kind}/revisions/${Number(revision)}`))
          .content;
  // The server publishes nothing that does not parse.
  return JSON.parse(content);
}

function compare(
  kind: DocumentKind,
  before: CampaignDocument | ProgramDocument,
  after: CampaignDocument | ProgramDocument,
): readonly DocumentChange[] {
  return kind === 'campaigns'
    ? diffCampaigns(before as CampaignDocument, after as CampaignDocument)
    : diffProgram(before as ProgramDocument, after as ProgramDocument);
}

const marks = { gain: ['green', '+'], lose: ['red', '-'], change: ['yellow', '~'] } as const;

function lineOf(
  { type, sentence }: DocumentChange,
  paint: (color: 'green' | 'red' | 'yellow', text: string) => string,
): string {
  const [color, mark] = marks[type];
  return `${paint(color, mark)} ${sentence}`;
}
