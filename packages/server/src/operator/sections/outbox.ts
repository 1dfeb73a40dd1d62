import { html } from 'hono/html';
import { hasRole } from '../account.ts';
import { formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { summarizeProps } from './summarize-props.ts';

const ROWS_MAX = 100;

interface EndpointRow {
  readonly id: string;
  readonly url: string;
  readonly types: string;
  readonly waiting: number;
  readonly delivered: number;
  readonly failed: number;
  readonly lastDone: number | null;
}

interface DeliveryRow {
  readonly id: string;
  readonly type: string;
  readonly t: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly endpoint: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly tries: number;
  readonly nextAt: number;
  readonly status: number | null;
  readonly problem: string | null;
}

interface TryRow {
  readonly id: number;
  readonly outboxId: string;
  readonly type: string;
  readonly endpoint: string;
  readonly t: number;
  readonly ms: number;
  readonly status: number | null;
  readonly problem: string | null;
}

interface OutboxContent {
  readonly endpoints: readonly EndpointRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly tries: readonly TryRow[];
}

/** What the shop's own servers are told: endpoints, what waits or failed, every try. */
export const outbox: Section = defineSection<OutboxContent>({
  id: 'outbox',
  path: 'outbox',
  role: 'viewer',
  listed: true,
  topics: ['outbox', 'order', 'play'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<OutboxContent> {
  const { db, webhooks } = context;
  const counts = await db.query<Omit<EndpointRow, 'url' | 'types'>>(
    `select endpoint as id, count(*) filter (where state = 'waiting')::int as waiting,
       count(*) filter (where state = 'delivered')::int as delivered,
       count(*) filter (where state = 'failed')::int as failed, max(done_at) as "lastDone"
     from outbox_delivery group by endpoint`,
  );
  const none = { waiting: 0, delivered: 0, failed: 0, lastDone: null };
  return {
    endpoints: webhooks.map(({ id, url, types }) => ({
      ...(counts.find((each) => each.id === id) ?? none),
      id,
      // The path may hold a token of the shop's.
      url: new URL(url).origin,
      types: types?.join(', ') ?? messages.words.everything,
    })),
    deliveries: await db.query<DeliveryRow>(
      `select o.id, o.type, o.t, o.content, d.endpoint, d.state, d.tries, d.next_at as "nextAt", d.status, d.problem
       from outbox_delivery d join outbox o on o.id = d.outbox_id
       order by (d.state = 'failed') desc, o.t desc, o.id limit ${ROWS_MAX}`,
    ),
    tries: await db.query<TryRow>(
      `select y.id, y.outbox_id as "outboxId", o.type, y.endpoint, y.t, y.ms, y.status, y.problem
       from outbox_try y join outbox o on o.id = y.outbox_id order by y.t desc, y.id desc limit ${ROWS_MAX}`,
    ),
  };
}

function view(content: OutboxContent, request: SectionRequest): Html {
  const zone = request.context.campaigns.zone;
  return html`${endpointTable(content.endpoints, request, zone)}
    ${deliveryTable(content.deliveries, request, zone)}
    ${table<TryRow>({
      caption: messages.captions.deliveryLog,
      rows: content.tries,
      empty: messages.empty.tries,
      columns: [
        { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
        { title: messages.columns.message, cell: (row) => html`${row.type} ${idTag(row.outboxId)}` },
        { title: messages.columns.endpoint, cell: (row) => row.endpoint },
        { title: messages.columns.outcome, cell: (row) => row.problem ?? String(row.status) },
        { title: messages.columns.took, cell: (row) => `${formatNumber(row.ms)} ms`, numeric: true },
      ],
    })}`;
}

function endpointTable(rows: readonly EndpointRow[], request: SectionRequest, zone: string): Html {
  return table<EndpointRow>({
    caption: messages.captions.endpoints,
    rows,
    empty: messages.empty.endpoints,
    columns: [
      {
        title: messages.columns.endpoint,
        cell: (row) => html`<strong>${row.id}</strong> <code>${row.url}</code>`,
      },
      { title: messages.columns.wants, cell: (row) => row.types },
      { title: messages.columns.delivered, cell: (row) => formatNumber(row.delivered), numeric: true },
      { title: messages.columns.waiting, cell: (row) => formatNumber(row.waiting), numeric: true },
      {
        title: messages.columns.failed,
        cell: (row) =>
          row.failed === 0 ? '0' : html`<span class="tag bad">${formatNumber(row.failed)}</span>`,
        numeric: true,
      },
      { title: messages.columns.lastDelivery, cell: (row) => timeTag(row.lastDone, zone) },
      {
        title: messages.columns.change,
        cell: (row) =>
          row.failed === 0
            ? '–'
            : replayForm(request, { failedAt: row.id }, messages.words.sendFailedAgain, row.id),
      },
    ],
  });
}

function deliveryTable(rows: readonly DeliveryRow[], request: SectionRequest, zone: string): Html {
  return table<DeliveryRow>({
    caption: messages.captions.messages,
    rows,
    empty: messages.empty.messages,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
      { title: messages.columns.message, cell: (row) => html`${row.type} ${idTag(row.id)}` },
      { title: messages.columns.endpoint, cell: (row) => row.endpoint },
      {
        title: messages.columns.state,
        cell: (row) =>
          html`<span class="tag ${row.state === 'delivered' ? 'good' : row.state === 'failed' ? 'bad' : ''}">${messages.deliveryStates[row.state]}</span>${
            row.state === 'waiting' && row.tries > 0
              ? html` ${messages.words.nextTry} ${timeTag(row.nextAt, zone)}`
              : ''
          }${row.problem === null ? '' : html`<small>${row.problem}</small>`}`,
      },
      { title: messages.columns.tries, cell: (row) => formatNumber(row.tries), numeric: true },
      {
        title: messages.columns.change,
        cell: (row) =>
          replayForm(
            request,
            { outboxId: row.id, endpoint: row.endpoint },
            messages.words.sendAgain,
            `${row.type} ${row.id}`,
          ),
      },
      { title: messages.columns.details, cell: (row) => summarizeProps(row.content) || '–' },
    ],
  });
}

function replayForm(
  { context, operator }: SectionRequest,
  fields: Readonly<Record<string, string>>,
  label: string,
  of: string,
): Html | string {
  if (!hasRole(operator, 'publisher')) return '–';
  return html`<form method="post" action="${context.basePath}/operator/api/outbox/replay">${Object.entries(
    fields,
  ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <button type="submit">${label}<span class="visually-hidden"> ${of}</span></button></form>`;
}
