import { html } from 'hono/html';
import type { Ratio } from '../../insights/ratio-rule.ts';
import { type ListArm, type ListReport, readListReports } from '../../insights/read-list-report.ts';
import { formatMoney, formatNumber, type Html, table, timeTag } from '../format.ts';
import { listMessages as TEXT } from '../list-messages.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

interface Lists {
  readonly days: number;
  readonly windowDays: number;
  readonly reports: readonly ListReport[];
}

/** What lists of products came to: clicks and purchases per card seen, against those who saw best sellers. */
export const lists: Section = defineSection<Lists>({
  id: 'lists',
  path: 'lists',
  role: 'viewer',
  listed: true,
  topics: ['batch', 'order'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Lists> {
  const within = (value: string, most: number, otherwise: number): number =>
    Math.min(Math.max(Math.round(Number(value)) || otherwise, 1), most);
  const days = within(param('days'), 395, 30);
  const windowDays = within(param('window'), 30, 7);
  return { days, windowDays, reports: await readListReports(context, { days, windowDays }) };
}

function view({ days, windowDays, reports }: Lists, { context }: SectionRequest): Html {
  if (reports.length === 0) return html`<p class="empty">${TEXT.noLists}</p>`;
  const { insights } = messages;
  return html`<p>${TEXT.lead}</p><form class="row" method="get">
      <label>${insights.days}<input name="days" type="number" min="1" max="395" value="${days}"></label>
      <label>${TEXT.windowDays}<input name="window" type="number" min="1" max="30" value="${windowDays}"></label>
      <button type="submit" class="main">${insights.show}</button>
    </form>
    ${reports.map((report) => listView(report, context.campaigns.zone))}`;
}

function listView(report: ListReport, zone: string): Html {
  const off = report.sampleRatio?.isOff === true;
  return html`${off ? html`<p class="notice bad" role="status">${report.name}: ${messages.insights.ratioOff}</p>` : ''}${
    report.proven ? html`<p class="notice good">${report.name}: ${messages.insights.proven}</p>` : ''
  }${table<ListArm>({
    caption: report.name,
    rows: report.arms,
    empty: TEXT.nobody,
    columns: [
      { title: messages.insights.arm, cell: ({ id }) => messages.insights.arms[id] ?? id },
      { title: TEXT.visitors, cell: (arm) => formatNumber(arm.visitors), numeric: true },
      { title: TEXT.views, cell: (arm) => formatNumber(arm.views), numeric: true },
      { title: TEXT.clicks, cell: (arm) => formatNumber(arm.clicks), numeric: true },
      { title: TEXT.clickRate, cell: (arm) => sayRate(arm.clickRate), numeric: true },
      { title: TEXT.clickDifference, cell: (arm) => sayDifference(arm.clickDifference), numeric: true },
      { title: TEXT.purchases, cell: (arm) => formatNumber(arm.purchases), numeric: true },
      { title: TEXT.purchaseRate, cell: (arm) => sayRate(arm.purchaseRate), numeric: true },
      { title: TEXT.purchaseDifference, cell: (arm) => sayDifference(arm.purchaseDifference), numeric: true },
    ],
  })}${report.strategies.length > 1 ? strategyTable(report) : ''}${report.purchases.length > 0 ? purchaseTable(report, zone) : ''}`;
}

/** For a list that tries several strategies: what each came to, without who was held out. */
function strategyTable({ name, strategies }: ListReport): Html {
  return table<ListReport['strategies'][number]>({
    caption: `${name}: ${TEXT.strategies}`,
    rows: strategies,
    empty: TEXT.nobody,
    columns: [
      { title: TEXT.strategy, cell: ({ strategy }) => strategy },
      { title: TEXT.views, cell: ({ views }) => formatNumber(views), numeric: true },
      { title: TEXT.clicks, cell: ({ clicks }) => formatNumber(clicks), numeric: true },
      {
        title: TEXT.clicksOfViews,
        cell: ({ views, clicks }) => (views > 0 ? `${percent(clicks / views)} %` : '–'),
        numeric: true,
      },
    ],
  });
}

function purchaseTable({ name, purchases }: ListReport, zone: string): Html {
  return table<ListReport['purchases'][number]>({
    caption: `${name}: ${TEXT.lastPurchases}`,
    rows: purchases,
    empty: TEXT.noPurchases,
    columns: [
      { title: TEXT.placed, cell: ({ placedAt }) => timeTag(placedAt, zone) },
      { title: TEXT.order, cell: ({ orderId }) => orderId },
      { title: TEXT.product, cell: ({ productId }) => productId },
      {
        title: TEXT.card,
        cell: ({ widget, slot, position }) => `${widget ?? ''} ${slot ?? ''}, ${position + 1}.`,
      },
      {
        title: TEXT.origin,
        cell: ({ strategy, source, variantId }) => [strategy, source, variantId].filter(Boolean).join(', '),
      },
      { title: TEXT.version, cell: ({ indexVersion }) => indexVersion ?? '–' },
      { title: TEXT.value, cell: ({ value, currency }) => formatMoney({ value, currency }), numeric: true },
    ],
  });
}

const points = (ratio: number): string =>
  (ratio * 100).toLocaleString('en-GB', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const percent = (ratio: number): string =>
  (ratio * 100).toLocaleString('en-GB', { maximumFractionDigits: 2 });

function sayRate(rate: Ratio | null): string {
  if (!rate) return '–';
  // Where nobody did it, or all did, the interval has no width: it would say more than is known.
  if (!Number.isFinite(rate.high) || rate.low === rate.high) return `${percent(rate.rate)} %`;
  return `${percent(rate.rate)} % (${percent(rate.low)} … ${percent(rate.high)})`;
}

function sayDifference(found: ListArm['clickDifference']): string {
  if (!found || !Number.isFinite(found.high) || found.low === found.high) return '–';
  return `${points(found.difference)} (${points(found.low)} … ${points(found.high)})`;
}
