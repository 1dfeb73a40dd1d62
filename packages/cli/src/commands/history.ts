import { askServer } from '../server/ask-server.ts';
import { type Connection, connectionOptions, readConnection } from '../server/connection.ts';
import { type Command, UsageError } from './command.ts';

interface Entry {
  readonly revision: number;
  readonly way: 'file' | 'publish' | 'rollback';
  readonly restored: number | null;
  readonly why: string | null;
  readonly author: string;
  readonly publisher: string;
  readonly t: number;
}

/** Lists what was published, by whom and why; or prints one revision. */
export const historyCommand: Command = {
  name: 'history',
  summary: 'List what was live: who, when, why; or print one revision.',
  usage: 'history [campaigns | program] [--show REVISION | --show live] [--json]',
  options: {
    show: { type: 'string', help: 'print this revision as it was written; live: what is live now' },
    json: { type: 'boolean', help: 'print the list as JSON' },
    ...connectionOptions,
  },
  examples: ['history', 'history program --json', 'history campaigns --show live > campaigns.json'],
  async run({ files, options }, terminal) {
    const [kind = 'campaigns'] = files;
    if (kind !== 'campaigns' && kind !== 'program') throw new UsageError('Say campaigns or program.');
    const connection = await readConnection(options);
    if (options.show !== undefined) {
      terminal.out(await readOne(connection, kind, String(options.show)));
      return 0;
    }
    const { revisions } = await askServer<{ revisions: readonly Entry[] }>(
      connection,
      `/documents/${kind}/history`,
    );
    if (options.json) terminal.out(JSON.stringify(revisions, null, 2));
    else for (const entry of revisions) terminal.out(line(entry));
    return 0;
  },
};

async function readOne(connection: Connection, kind: string, revision: string): Promise<string> {
  const base = `/documents/${kind}`;
  if (revision !== 'live')
    return (
      await askServer<{ content: string }>(connection, `${base}/revisions/${encodeURIComponent(revision)}`)
    ).content;
  const { published } = await askServer<{ published: { content: string } | null }>(connection, base);
  if (!published)
    throw new Error('Nothing was published yet: regulars init writes a document to start from.');
  return published.content;
}

function line({ revision, way, restored, why, author, publisher, t }: Entry): string {
  const at = new Date(t).toISOString().slice(0, 16).replace('T', ' ');
  const who = author === publisher ? publisher : `${publisher}, written by ${author}`;
  const what = { file: 'from the server’s file', publish: 'published', rollback: `back to ${restored}` }[way];
  return `${String(revision).padStart(5)}  ${at} UTC  ${what} by ${who}${why ? `: ${why}` : ''}`;
}
