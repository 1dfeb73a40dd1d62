import type { CampaignReport } from '@regulars/core/rules';
import { askServer } from '../server/ask-server.ts';
import { connectionOptions, readConnection } from '../server/connection.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';
import { reportLists } from './report-lists.ts';

/** Says what a campaign came to, and whether that is proven. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'Say what a campaign came to: people, goals by arm, the difference with its 95 % interval.',
  usage:
    'report campaign ID [--days N] [--json]\n       regulars report recommendations [ID] [--days N] [--window N] [--into MANIFEST] [--json]',
  options: {
    days: { type: 'string', help: 'how far to look back (default 30)' },
    window: { type: 'string', help: 'recommendations: days from a click to an order (default 7)' },
    into: {
      type: 'string',
      help: 'recommendations: manifest to publish the counts in, for lists that try several strategies',
    },
    json: { type: 'boolean', help: 'print the report as JSON' },
    ...connectionOptions,
  },
  examples: [
    'report campaign second-order',
    'report campaign second-order --days 90 --json',
    'report recommendations',
    'report recommendations --into index/manifest.json',
  ],
  async run({ files, options }, terminal) {
    const [word, named] = files;
    if (word === 'recommendations') return reportLists(named, options, terminal);
    const id = word === 'campaign' ? named : word;
    if (!id) throw new UsageError('Name the campaign: report campaign ID.');
    const days = options.days === undefined ? 30 : Number(options.days);
    if (!(days >= 1 && days <= 395)) throw new UsageError('--days wants a number from 1 to 395.');
    const connection = await readConnection(options);
    const report = await askServer<CampaignReport>(
      connection,
      `/reports/${encodeURIComponent(id)}?days=${days}`,
    );
    if (options.json) terminal.out(JSON.stringify(report, null, 2));
    else print(report, terminal);
    return 0;
  },
};

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
const points = (ratio: number): string => `${ratio >= 0 ? '+' : ''}${(ratio * 100).toFixed(1)}`;

function print(report: CampaignReport, terminal: Terminal): void {
  const { name, campaignId, days, goal, eligible, heldOut, shown, dismissed, completed, arms } = report;
  terminal.out(`${terminal.paint('bold', name)} (${campaignId}), last ${days} days`);
  terminal.out(
    `${eligible} people could see it, ${shown} did, ${heldOut} were held out; ${dismissed} closed it, ${completed} completed it.`,
  );
  if (!goal) {
    terminal.out(
      'It has no goal: give it one, such as "goal": { "event": "order_placed", "withinHours": 72 }.',
    );
    return;
  }
  for (const arm of arms) {
    const rate = arm.rate === null ? '–' : percent(arm.rate);
    const more = arm.difference;
    const beside = more
      ? `, ${points(more.difference)} points against held out (95 %: ${points(more.low)} to ${points(more.high)})`
      : '';
    terminal.out(`  ${arm.id.padEnd(12)} ${arm.goals} of ${arm.people} reached ${goal}: ${rate}${beside}`);
  }
  terminal.out(verdict(report, terminal));
}

function verdict({ sampleRatio, proven, moreDays, heldOut }: CampaignReport, terminal: Terminal): string {
  if (sampleRatio?.isOff)
    return terminal.paint(
      'red',
      `Do not believe these numbers: people did not spread over the arms as the document says (chi-square ${sampleRatio.chiSquare.toFixed(1)}).`,
    );
  if (proven) return terminal.paint('green', 'Proven: the interval leaves zero out.');
  if (heldOut === 0) return 'Nothing to compare with yet: nobody was held out.';
  const days =
    moreDays === null ? '' : `, about ${moreDays} more ${moreDays === 1 ? 'day' : 'days'} at this traffic`;
  return terminal.paint('yellow', `Not proven yet${days}.`);
}
