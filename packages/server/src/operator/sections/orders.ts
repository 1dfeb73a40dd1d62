import { html } from 'hono/html';
import {
  figures,
  formatCount,
  formatMoney,
  formatNumber,
  formatShare,
  type Html,
  idTag,
  table,
  timeTag,
} from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const ROWS_MAX = 100;

interface OrderRow {
  readonly orderId: string;
  readonly status: string;
  readonly total: number;
  readonly currency: string;
  readonly items: number;
  readonly coupon: string | null;
  readonly anonymousId: string | null;
  readonly customerId: string | null;
  readonly joinedBy: string | null;
  readonly placedAt: number;
  readonly points: number;
}

interface Orders {
  readonly count: number;
  readonly notJoined: number;
  /** 0 to 1; `null` without orders. */
  readonly notJoinedShare: number | null;
  readonly orders: readonly OrderRow[];
}

/** Paid orders as the shop's webhook told them, and how many no visitor could be found for. */
export const orders: Section = defineSection<Orders>({
  id: 'orders',
  path: 'orders',
  role: 'viewer',
  listed: true,
  topics: ['order'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Orders> {
  const [counts] = await context.db.query<{ count: number; open: number }>(
    'select count(*)::int as count, (count(*) filter (where person_id is null))::int as open from shop_order',
  );
  const rows = await context.db.query<OrderRow>(
    `select o.order_id as "orderId", o.status, o.total, o.currency, jsonb_array_length(o.items) as items, o.coupon,
       o.anonymous_id as "anonymousId", o.customer_id as "customerId", o.joined_by as "joinedBy", o.placed_at as "placedAt",
       (select coalesce(sum(p.points), 0)::int from movement m join posting p on p.movement_id = m.id and p.points > 0
        where m.source = 'order' and m.order_id = o.order_id and m.kind = 'earned' and m.unit = 'points') as points
     from shop_order o order by o.received_at desc, o.order_id limit ${ROWS_MAX}`,
  );
  const { count, open } = counts ?? { count: 0, open: 0 };
  return { count, notJoined: open, notJoinedShare: count === 0 ? null : open / count, orders: rows };
}

function view({ count, notJoined, notJoinedShare, orders: rows }: Orders, { context }: SectionRequest): Html {
  const base = `${context.basePath}/operator/visitors`;
  return html`${figures([
    { name: messages.figures.orders, value: formatNumber(count) },
    {
      name: messages.figures.notJoined,
      value: formatShare(notJoinedShare),
      note: formatCount(notJoined, 'order'),
    },
  ])}
  ${table<OrderRow>({
    caption: messages.latest(ROWS_MAX),
    rows,
    empty: messages.empty.orders,
    columns: [
      { title: messages.columns.order, cell: (row) => html`<strong>${row.orderId}</strong>` },
      { title: messages.columns.placed, cell: (row) => timeTag(row.placedAt, context.campaigns.zone) },
      {
        title: messages.columns.total,
        cell: (row) => formatMoney({ value: row.total, currency: row.currency }),
        numeric: true,
      },
      { title: messages.columns.items, cell: (row) => formatNumber(row.items), numeric: true },
      { title: messages.columns.points, cell: (row) => formatNumber(row.points), numeric: true },
      { title: messages.columns.coupon, cell: (row) => row.coupon ?? '–' },
      {
        title: messages.columns.visitor,
        cell: (row) =>
          row.anonymousId
            ? html`<a href="${base}/${encodeURIComponent(row.anonymousId)}">${idTag(row.anonymousId)}</a>`
            : (row.customerId ?? '–'),
      },
      {
        title: messages.columns.joinedBy,
        cell: (row) =>
          html`<span class="tag ${row.joinedBy ? 'good' : 'bad'}">${row.joinedBy ?? messages.words.notJoined}</span>`,
      },
    ],
  })}`;
}
