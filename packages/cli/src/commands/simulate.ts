import { imagine } from '../decide/imagine.ts';
import { imaginedOptions, readImagined } from '../decide/read-imagined.ts';
import { linesOf, type SaidDecision, sayDecision } from '../decide/say-decision.ts';
import { type Command, UsageError } from './command.ts';
import { readCampaigns } from './explain.ts';

/** Decides one or two documents for an imagined visitor. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary:
    'Decide a document for an imagined visitor, page, date, language and consent; two give the difference.',
  usage: 'simulate FILE [FILE] [--visitor FILE] [--path …] [--date …] [--consent …]',
  options: { ...imaginedOptions, json: { type: 'boolean', help: 'print the decisions as JSON' } },
  examples: [
    'simulate campaigns.json --visitor ana.json --path /cart --page-type cart',
    'simulate live.json campaigns.json --date 2026-12-24T18:00Z --consent analytics,personalization',
  ],
  async run({ files, options }, terminal) {
    const [first, second] = files;
    if (!first) throw new UsageError('Name the document.');
    const who = await readImagined(options);
    const locale = typeof options.locale === 'string' ? options.locale : 'en';
    const decisionsOf = async (file: string): Promise<readonly SaidDecision[]> => {
      const document = await readCampaigns(file);
      return imagine(document, who).map((one) => sayDecision(one, document, locale));
    };
    const before = await decisionsOf(first);
    if (!second) {
      if (options.json) terminal.out(JSON.stringify(before, null, 2));
      else for (const one of before) for (const line of linesOf(one)) terminal.out(line);
      return 0;
    }
    const after = await decisionsOf(second);
    const ids = [...new Set([...before, ...after].map(({ id }) => id))];
    const changes = ids.flatMap((id) => {
      const [was, is] = [before, after].map(
        (list) => list.find((one) => one.id === id)?.outcome ?? 'not there',
      );
      return was === is ? [] : [{ id, was, is }];
    });
    if (options.json) terminal.out(JSON.stringify(changes, null, 2));
    else if (changes.length === 0) terminal.out('Both decide alike for this visitor.');
    else for (const { id, was, is } of changes) terminal.out(`~ ${id}: was ${was}, now ${is}`);
    return 0;
  },
};
