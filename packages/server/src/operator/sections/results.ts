import type { CampaignReport, ReportArm } from '@regulars/core/rules';
import { html } from 'hono/html';
import { readReport } from '../../insights/read-report.ts';
import { figures, formatNumber, formatShare, type Html, table } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const TEXT = messages.insights;

interface Results {
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  readonly days: number;
  readonly report: CampaignReport | null;
}

/** What a campaign came to, and whether that is proven. */
export const results: Section = defineSection<Results>({
  id: 'results',
  path: 'results',
  role: 'viewer',
  listed: true,
  topics: ['batch', 'order'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Results> {
  const campaigns = context.campaigns.campaigns.map(({ id, name }) => ({ id, name: name ?? id }));
  const days = Math.min(Math.max(Math.round(Number(param('days'))) || 30, 1), 395);
  const id = param('campaign') || (campaigns[0]?.id ?? '');
  return { campaigns, days, report: await readReport(context, id, days) };
}

function view({ campaigns, days, report }: Results): Html {
  if (campaigns.length === 0) return html`<p class="empty">${messages.empty.campaigns}</p>`;
  return html`<form class="row" method="get">
      <label>${messages.columns.campaign}<select name="campaign">${campaigns.map(
        ({ id, name }) =>
          html`<option value="${id}"${id === report?.campaignId ? html` selected` : ''}>${name}</option>`,
      )}</select></label>
      <label>${TEXT.days}<input name="days" type="number" min="1" max="395" value="${days}"></label>
      <button type="submit" class="main">${TEXT.show}</button>
    </form>
    ${report ? reportView(report) : html`<p class="empty">${messages.problems.campaign}</p>`}`;
}

function reportView(report: CampaignReport): Html {
  return html`<h2>${report.name}</h2>
    ${verdict(report)}
    ${figures([
      { name: TEXT.eligible, value: formatNumber(report.eligible) },
      { name: TEXT.shown, value: formatNumber(report.shown) },
      { name: TEXT.heldOut, value: formatNumber(report.heldOut) },
      { name: TEXT.dismissed, value: formatNumber(report.dismissed) },
      { name: TEXT.completed, value: formatNumber(report.completed) },
    ])}
    ${table<ReportArm>({
      caption: TEXT.goals,
      rows: report.arms,
      empty: TEXT.noArms,
      columns: [
        { title: TEXT.arm, cell: (row) => TEXT.arms[row.id] ?? row.id },
        { title: TEXT.people, cell: (row) => formatNumber(row.people), numeric: true },
        { title: TEXT.goals, cell: (row) => formatNumber(row.goals), numeric: true },
        { title: TEXT.rate, cell: (row) => formatShare(row.rate), numeric: true },
        { title: TEXT.difference, cell: sayDifference, numeric: true },
      ],
    })}`;
}

function verdict({ goal, sampleRatio, proven, heldOut, moreDays }: CampaignReport): Html {
  if (goal === null) return html`<p class="notice">${TEXT.noGoal}</p>`;
  if (sampleRatio?.isOff) return html`<p class="notice bad" role="status">${TEXT.ratioOff}</p>`;
  if (proven) return html`<p class="notice good">${TEXT.proven}</p>`;
  return html`<p class="notice">${heldOut === 0 ? TEXT.noControl : TEXT.notProven(moreDays)}</p>`;
}

function sayDifference({ difference }: ReportArm): string {
  if (!difference) return '–';
  const points = (ratio: number): string =>
    (ratio * 100).toLocaleString('en-GB', { maximumFractionDigits: 1, signDisplay: 'always' });
  return `${points(difference.difference)} (${points(difference.low)} … ${points(difference.high)})`;
}
