import { access } from 'node:fs/promises';
import { type DocumentKind, keepRevision, kindOf, readLocal } from '../documents/local-document.ts';
import { printRefusal } from '../documents/print-change.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';

/** Makes the waiting draft live; named by a file, the file is pushed first and learns its new revision. */
export const publishCommand: Command = {
  name: 'publish',
  summary: 'Make the draft live: a new revision that never changes. With a file: push it first.',
  usage: 'publish [FILE | campaigns | program] [--why TEXT]',
  options: {
    why: { type: 'string', help: 'what the change is for; stands in the history' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...connectionOptions,
  },
  examples: ['publish campaigns.json', 'publish campaigns --why "Approved by Ana"', 'publish program --json'],
  async run({ files, options }, terminal) {
    const [name = 'campaigns.json'] = files;
    const isFile = await access(name).then(
      () => true,
      () => false,
    );
    if (!isFile && name !== 'campaigns' && name !== 'program')
      throw new UsageError(
        `There is no file ${name} here; say campaigns or program to publish the draft that waits.`,
      );
    const local = isFile ? await readLocal(name) : null;
    const kind: DocumentKind = local ? kindOf(local.text) : name === 'program' ? 'program' : 'campaigns';
    const connection = await readConnection(options);
    const json = options.json === true;
    try {
      const base = `/documents/${kind}`;
      const { why } = options;
      const pushed = local
        ? await askServer<{ draft: number }>(connection, `${base}/draft`, {
            method: 'POST',
            body: { document: local.text, why },
          })
        : undefined;
      const { revision } = await askServer<{ revision: number }>(connection, `${base}/publish`, {
        method: 'POST',
        body: { why, draft: pushed?.draft },
      });
      if (local) await keepRevision(local, revision);
      tell({ revision, kind, file: local?.file }, json, terminal);
      return 0;
    } catch (cause) {
      return printRefusal(cause, terminal, { file: local?.file ?? `${kind}.json`, json });
    }
  },
};

function tell(
  {
    revision,
    kind,
    file,
  }: { readonly revision: number; readonly kind: string; readonly file: string | undefined },
  json: boolean,
  terminal: Terminal,
): void {
  if (json) {
    terminal.out(JSON.stringify({ ok: true, revision, document: kind }));
    return;
  }
  terminal.out(`${terminal.paint('green', 'Live:')} revision ${revision} of ${kind}.`);
  if (file) terminal.out(`${file} now says "revision": ${revision}.`);
  terminal.out('A page that is open keeps what it has; the next page view takes the new one.');
  terminal.out(`Back: regulars rollback ${kind} · Stop: regulars pause CAMPAIGN`);
}
