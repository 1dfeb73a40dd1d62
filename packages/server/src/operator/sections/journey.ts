import { html } from 'hono/html';
import { readWallet } from '../../rewards/ledger/wallet.ts';
import { hasRole } from '../account.ts';
import {
  figures,
  formatCount,
  formatMoney,
  formatNumber,
  type Html,
  idTag,
  table,
  timeTag,
} from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { summarizeProps } from './summarize-props.ts';

const EVENTS_MAX = 300;

interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly t: number;
  readonly sid: string;
  readonly seq: number;
  readonly url: string;
  readonly title: string | null;
  readonly props: Readonly<Record<string, unknown>>;
}

interface OrderRow {
  readonly orderId: string;
  readonly total: number;
  readonly currency: string;
  readonly placedAt: number;
}

interface Journey {
  readonly anonymousId: string;
  readonly customerId: string | null;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly points: number;
  /** Points that wait for the return window of their orders. */
  readonly pending: number;
  readonly events: readonly EventRow[];
  readonly orders: readonly OrderRow[];
}

/** One visitor's events by session, the latest session first. */
export const journey: Section = defineSection<Journey>({
  id: 'journey',
  path: 'visitors/:id',
  role: 'viewer',
  listed: false,
  topics: ['batch', 'order', 'play'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Journey | null> {
  const id = param('id');
  const [visitor] = await context.db.query<
    Omit<Journey, 'points' | 'pending' | 'events' | 'orders'> & { personId: string }
  >(
    `select v.anonymous_id as "anonymousId", v.first_seen as "firstSeen", v.last_seen as "lastSeen",
       root.customer_id as "customerId", root.id as "personId"
     from visitor v join person p on p.id = v.person_id join person root on root.id = coalesce(p.merged_into, p.id)
     where v.anonymous_id = $1`,
    [id],
  );
  if (!visitor) return null;
  const { personId, ...rest } = visitor;
  const events = await context.db.query<EventRow>(
    `select id, name, t, sid, seq, url, title, props from event where anonymous_id = $1 order by t desc, seq desc limit ${EVENTS_MAX}`,
    [id],
  );
  const orders = await context.db.query<OrderRow>(
    `select order_id as "orderId", total, currency, placed_at as "placedAt" from shop_order
     where person_id in (select id from person where id = $1 or merged_into = $1) order by placed_at desc limit 50`,
    [personId],
  );
  const wallet = await context.db.transaction((tx) => readWallet(tx, context, personId));
  return { ...rest, events, orders, points: wallet.points, pending: wallet.pending };
}

function view(content: Journey, request: SectionRequest): Html {
  const { context, operator } = request;
  const zone = context.campaigns.zone;
  const sessions = groupBySession(content.events);
  return html`<p>${idTag(content.anonymousId)}${content.customerId ? html` · ${messages.words.customer} <strong>${content.customerId}</strong>` : ` · ${messages.words.notSignedIn}`} · ${messages.words.since} ${timeTag(content.firstSeen, zone)}</p>
    ${figures([
      { name: messages.figures.sessions, value: formatNumber(sessions.length) },
      {
        name: messages.figures.events,
        value: `${formatNumber(content.events.length)}${content.events.length === EVENTS_MAX ? '+' : ''}`,
      },
      { name: messages.figures.orders, value: formatNumber(content.orders.length) },
      { name: messages.figures.points, value: formatNumber(content.points), note: messages.words.points },
    ])}
    ${content.orders.length === 0 ? '' : orderTable(content.orders, zone)}
    ${sessions.length === 0 ? html`<p class="empty">${messages.empty.journey}</p>` : sessions.map(([sid, events]) => sessionBlock(sid, events, zone))}
    ${hasRole(operator, 'admin') ? adminForms(context.basePath, content.anonymousId) : ''}`;
}

function groupBySession(events: readonly EventRow[]): readonly (readonly [string, readonly EventRow[]])[] {
  const groups = new Map<string, EventRow[]>();
  for (const event of events) {
    const group = groups.get(event.sid);
    if (group) group.push(event);
    else groups.set(event.sid, [event]);
  }
  return [...groups];
}

function orderTable(rows: readonly OrderRow[], zone: string): Html {
  return table<OrderRow>({
    caption: messages.captions.orders,
    rows,
    empty: '',
    columns: [
      { title: messages.columns.order, cell: (row) => row.orderId },
      { title: messages.columns.placed, cell: (row) => timeTag(row.placedAt, zone) },
      {
        title: messages.columns.total,
        cell: (row) => formatMoney({ value: row.total, currency: row.currency }),
        numeric: true,
      },
    ],
  });
}

function sessionBlock(sid: string, events: readonly EventRow[], zone: string): Html {
  const first = events.at(-1);
  return html`<section class="session"><h2>${messages.words.sessionOf} ${timeTag(first?.t, zone)}</h2><p>${idTag(sid)} · ${formatCount(events.length, 'event')}</p>
    <ol class="timeline" reversed>${events.map(
      (event) => html`<li><span class="when">${timeTag(event.t, zone)}</span>
        <span class="what"><strong>${event.name.replaceAll('_', ' ')}</strong> <span>${summarizeProps(event.props)}</span><small>${event.title ?? event.url}</small></span></li>`,
    )}</ol></section>`;
}

function adminForms(base: string, id: string): Html {
  const path = `${base}/operator/api/visitors/${encodeURIComponent(id)}`;
  return html`<h2>${messages.words.onRequest}</h2><div class="row"><a class="button" href="${path}/export" download>${messages.words.exportAll}</a>
    <details><summary>${messages.words.eraseVisitor}</summary><form method="post" action="${path}/erase"><p>${messages.words.eraseMeans}</p>
    <button type="submit" class="danger">${messages.words.eraseForGood}</button></form></details></div>`;
}
