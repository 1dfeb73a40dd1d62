import type { Problem } from '@regulars/schema';
import { readLocal } from '../documents/local-document.ts';
import { printProblems, printRefusal } from '../documents/print-change.ts';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import type { Command } from './command.ts';

/** Sends a document as draft; nobody in the shop sees it yet. */
export const pushCommand: Command = {
  name: 'push',
  summary: 'Send a document to the server as draft; nobody sees it before it is published.',
  usage: 'push [FILE] [--why TEXT]',
  options: {
    why: { type: 'string', help: 'what the change is for; stands in the history' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...connectionOptions,
  },
  examples: ['push', 'push campaigns.json --why "Spring sale"', 'push program.json --json'],
  async run({ files, options }, terminal) {
    const local = await readLocal(files[0] ?? 'campaigns.json');
    const connection = await readConnection(options);
    const json = options.json === true;
    try {
      const answer = await askServer<{ draft: number; revision: number; warnings: readonly Problem[] }>(
        connection,
        `/documents/${local.kind}/draft`,
        { method: 'POST', body: { document: local.text, why: options.why } },
      );
      if (json) terminal.out(JSON.stringify(answer, null, 2));
      else {
        printProblems(local.file, answer.warnings, terminal);
        terminal.out(
          `${terminal.paint('green', 'Draft kept')} (number ${answer.draft}, over revision ${answer.revision}).`,
        );
        terminal.out(
          `Next: regulars diff ${local.file} · ${local.kind === 'campaigns' ? 'regulars preview CAMPAIGN · ' : ''}regulars publish ${local.kind}`,
        );
      }
      return 0;
    } catch (cause) {
      return printRefusal(cause, terminal, { file: local.file, json });
    }
  },
};
