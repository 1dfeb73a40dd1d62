import { html } from 'hono/html';
import { formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const PAGE_SIZE = 50;

interface VisitorRow {
  readonly anonymousId: string;
  readonly customerId: string | null;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly sessions: number;
  readonly events: number;
  readonly orders: number;
}

interface Visitors {
  readonly visitors: readonly VisitorRow[];
  /** Value of `before` for the next page; `null` on the last. */
  readonly next: string | null;
  readonly query: string;
}

/** Who came, the latest first. */
export const visitors: Section = defineSection<Visitors>({
  id: 'visitors',
  path: 'visitors',
  role: 'viewer',
  listed: true,
  topics: ['batch', 'order'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Visitors> {
  const query = param('q').replaceAll('\0', '').trim();
  const { t, id } = readCursor(param('before'));
  const rows = await context.db.query<VisitorRow>(
    `select v.anonymous_id as "anonymousId", root.customer_id as "customerId", v.first_seen as "firstSeen", v.last_seen as "lastSeen",
       (select count(distinct sid)::int from event e where e.anonymous_id = v.anonymous_id) as sessions,
       (select count(*)::int from event e where e.anonymous_id = v.anonymous_id) as events,
       (select count(*)::int from shop_order o where o.anonymous_id = v.anonymous_id) as orders
     from visitor v join person p on p.id = v.person_id join person root on root.id = coalesce(p.merged_into, p.id)
     where (v.last_seen < $1 or (v.last_seen = $1 and v.anonymous_id > $3)) and (starts_with(v.anonymous_id, $2) or root.customer_id = $2)
     order by v.last_seen desc, v.anonymous_id limit ${PAGE_SIZE + 1}`,
    [t, query, id],
  );
  const page = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return { visitors: page, next: last ? `${last.lastSeen}.${last.anonymousId}` : null, query };
}

/** Where the page before ended; visitors seen in the same ms stand in the order of their ids. */
function readCursor(text: string): { readonly t: number; readonly id: string } {
  const [, digits = '', id = ''] = /^(\d{1,15})\.(.*)$/s.exec(text.replaceAll('\0', '')) ?? [];
  return digits === '' ? { t: Number.MAX_SAFE_INTEGER, id: '' } : { t: Number(digits), id };
}

function view({ visitors: rows, next, query }: Visitors, { context }: SectionRequest): Html {
  const base = `${context.basePath}/operator/visitors`;
  const zone = context.campaigns.zone;
  return html`<form class="row" method="get" role="search"><label>${messages.words.findLabel}<input type="search" name="q" value="${query}" maxlength="100"></label><button type="submit">${messages.words.find}</button></form>
    ${table<VisitorRow>({
      caption: messages.captions.latestFirst,
      rows,
      empty: query ? messages.empty.visitorsFound : messages.empty.visitors,
      columns: [
        {
          title: messages.columns.visitor,
          cell: (row) =>
            html`<a href="${base}/${encodeURIComponent(row.anonymousId)}">${idTag(row.anonymousId)}</a>`,
        },
        { title: messages.columns.customer, cell: (row) => row.customerId ?? '–' },
        { title: messages.columns.lastSeen, cell: (row) => timeTag(row.lastSeen, zone) },
        { title: messages.columns.firstSeen, cell: (row) => timeTag(row.firstSeen, zone) },
        { title: messages.columns.sessions, cell: (row) => formatNumber(row.sessions), numeric: true },
        { title: messages.columns.events, cell: (row) => formatNumber(row.events), numeric: true },
        { title: messages.columns.orders, cell: (row) => formatNumber(row.orders), numeric: true },
      ],
    })}
    ${next === null ? '' : html`<p><a href="${base}?before=${encodeURIComponent(next)}&q=${encodeURIComponent(query)}">${messages.words.older}</a></p>`}`;
}
