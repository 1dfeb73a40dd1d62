import { printRefusal } from '../documents/print-change.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import { type Command, UsageError } from './command.ts';

/** Publishes an earlier revision anew. */
export const rollbackCommand: Command = {
  name: 'rollback',
  summary: 'Put an earlier revision live again; the one before the present one when none is named.',
  usage: 'rollback [campaigns | program] [--to REVISION] [--why TEXT]',
  options: {
    to: { type: 'string', help: 'number of the revision (default: the one before)' },
    why: { type: 'string', help: 'why; stands in the history' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...connectionOptions,
  },
  examples: ['rollback', 'rollback campaigns --to 7 --why "Wrong price"', 'rollback program'],
  async run({ files, options }, terminal) {
    const [kind = 'campaigns'] = files;
    if (kind !== 'campaigns' && kind !== 'program') throw new UsageError('Say campaigns or program.');
    const to = options.to === undefined ? undefined : Number(options.to);
    if (to !== undefined && !Number.isInteger(to))
      throw new UsageError('--to wants the number of a revision.');
    const connection = await readConnection(options);
    try {
      const answer = await askServer<{ revision: number }>(connection, `/documents/${kind}/rollback`, {
        method: 'POST',
        body: { to, why: options.why },
      });
      if (options.json) terminal.out(JSON.stringify(answer));
      else {
        const from = to === undefined ? 'the revision before' : `revision ${to}`;
        terminal.out(
          `${terminal.paint('green', 'Live:')} ${from}, as revision ${answer.revision} of ${kind}.`,
        );
        terminal.out(
          `Your file is newer than that. Get this one: regulars history ${kind} --show ${answer.revision}`,
        );
      }
      return 0;
    } catch (cause) {
      return printRefusal(cause, terminal, { file: `${kind}.json`, json: options.json === true });
    }
  },
};
