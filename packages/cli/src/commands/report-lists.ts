import { askServer } from '../server/ask-server.ts';
import { readConnection } from '../server/connection.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from './command.ts';
import { publishTried } from './publish-tried.ts';

interface Interval {
  readonly low: number;
  /** JSON has no infinity: `null` where one visitor alone was counted. */
  readonly high: number | null;
}
type Rate = (Interval & { readonly rate: number }) | null;
type Difference = (Interval & { readonly difference: number }) | null;

interface ListArm {
  readonly id: string;
  readonly visitors: number;
  readonly views: number;
  readonly clicks: number;
  readonly purchases: number;
  readonly clickRate: Rate;
  readonly purchaseRate: Rate;
  readonly clickDifference: Difference;
  readonly purchaseDifference: Difference;
}

interface ListReport {
  readonly campaignId: string;
  readonly name: string;
  readonly days: number;
  readonly windowDays: number;
  readonly arms: readonly ListArm[];
  readonly sampleRatio: { readonly chiSquare: number; readonly isOff: boolean } | null;
  readonly proven: boolean;
  readonly strategies: readonly {
    readonly strategy: string;
    readonly views: number;
    readonly clicks: number;
  }[];
}

/** Prints what lists came to: clicks and purchases per card seen, against those who saw best sellers. */
export async function reportLists(
  campaignId: string | undefined,
  options: Readonly<Record<string, string | boolean | undefined>>,
  terminal: Terminal,
): Promise<number> {
  const days = numberOf(options.days, { name: '--days', most: 395, otherwise: 30 });
  const window = numberOf(options.window, { name: '--window', most: 30, otherwise: 7 });
  const query = new URLSearchParams({ days: String(days), window: String(window) });
  if (campaignId) query.set('campaign', campaignId);
  const connection = await readConnection(options);
  const { reports } = await askServer<{ readonly reports: readonly ListReport[] }>(
    connection,
    `/list-reports?${query}`,
  );
  if (typeof options.into === 'string') await publishTried(options.into, reports);
  if (options.json) terminal.out(JSON.stringify(reports, null, 2));
  else if (reports.length === 0) terminal.out('No live campaign shows a list.');
  else for (const report of reports) print(report, terminal);
  if (typeof options.into === 'string' && !options.json)
    terminal.out(`Published the counts in ${options.into}.`);
  return 0;
}

function numberOf(
  value: unknown,
  { name, most, otherwise }: { readonly name: string; readonly most: number; readonly otherwise: number },
): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!(number >= 1 && number <= most)) throw new UsageError(`${name} wants a number from 1 to ${most}.`);
  return number;
}

function print({ name, campaignId, days, windowDays, ...report }: ListReport, terminal: Terminal): void {
  terminal.out(
    `${terminal.paint('bold', name)} (${campaignId}), last ${days} days, orders within ${windowDays} days of a click`,
  );
  if (report.arms.length === 0) {
    terminal.out('  Nobody has seen it yet.');
    return;
  }
  for (const arm of report.arms) {
    const { id, visitors, views, clicks, purchases } = arm;
    const told = id === 'held-out' ? 'saw best sellers' : id;
    terminal.out(`  ${told.padEnd(16)} ${views} cards seen by ${visitors} visitors`);
    terminal.out(`    ${say(clicks, 'clicks', arm.clickRate, arm.clickDifference)}`);
    terminal.out(`    ${say(purchases, 'purchases', arm.purchaseRate, arm.purchaseDifference)}`);
  }
  if (report.strategies.length > 1)
    for (const { strategy, views, clicks } of report.strategies)
      terminal.out(`  tried ${strategy}: ${clicks} clicks on ${views} cards seen`);
  terminal.out(verdict(report, terminal));
}

const percent = (ratio: number): string => (ratio * 100).toFixed(2);
const points = (ratio: number): string => `${ratio >= 0 ? '+' : ''}${percent(ratio)}`;

function say(count: number, noun: string, rate: Rate, difference: Difference): string {
  if (!rate) return `${count} ${noun}`;
  const spread = rate.high === null ? '' : ` (95 %: ${percent(rate.low)} to ${percent(rate.high)})`;
  const against =
    difference === null || difference.high === null
      ? ''
      : `, ${points(difference.difference)} points against best sellers (${points(difference.low)} to ${points(difference.high)})`;
  return `${count} ${noun}: ${percent(rate.rate)} % of cards seen${spread}${against}`;
}

function verdict(
  { arms, sampleRatio, proven }: Pick<ListReport, 'arms' | 'sampleRatio' | 'proven'>,
  terminal: Terminal,
): string {
  if (sampleRatio?.isOff)
    return terminal.paint(
      'red',
      `  Do not believe these numbers: visitors did not spread over the arms as the document says (chi-square ${sampleRatio.chiSquare.toFixed(1)}).`,
    );
  if (proven) return terminal.paint('green', '  Proven: an interval leaves zero out.');
  const held = arms.some(({ id }) => id === 'held-out');
  return terminal.paint(
    'yellow',
    held ? '  Not proven yet.' : '  Nothing to compare with: nobody was held out.',
  );
}
