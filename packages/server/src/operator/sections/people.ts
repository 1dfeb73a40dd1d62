import { html } from 'hono/html';
import { formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const ROWS_MAX = 100;

interface PersonRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly nickname: string | null;
  readonly since: number;
  readonly orders: number;
  readonly points: number;
}

interface People {
  readonly people: readonly PersonRow[];
  readonly query: string;
}

/** Customers and whoever holds points, the latest first; found by customer, nickname, code or id. */
export const people: Section = defineSection<People>({
  id: 'people',
  path: 'people',
  role: 'viewer',
  listed: true,
  topics: ['order', 'play'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<People> {
  const query = param('q').replaceAll('\0', '').trim();
  const rows = await context.db.query<PersonRow>(
    `select p.id, p.customer_id as "customerId", n.nickname, p.created_at as since,
       (select count(*)::int from shop_order o where o.person_id = p.id) as orders,
       (select coalesce(sum(s.points), 0)::bigint from posting s join movement m on m.id = s.movement_id and m.unit = 'points'
        where s.account = 'person:' || p.id) as points
     from person p left join nickname n on n.person_id = p.id
     where p.merged_into is null and p.erased_at is null and ($1 <> '' or p.customer_id is not null
       or exists (select 1 from movement m where m.person_id = p.id))
       and ($1 = '' or p.customer_id = $1 or p.id = $1 or n.folded = lower($1)
         or exists (select 1 from claim c join play y on y.id = c.play_id where c.code = $1 and y.person_id = p.id)
         or exists (select 1 from claim c join award a on a.id = c.play_id where c.code = $1 and a.person_id = p.id))
     order by p.created_at desc, p.id limit ${ROWS_MAX}`,
    [query],
  );
  return { people: rows, query };
}

function view({ people: rows, query }: People, { context }: SectionRequest): Html {
  const base = `${context.basePath}/operator/people`;
  const zone = context.campaigns.zone;
  return html`<form class="row" method="get" role="search"><label>${messages.people.find}<input type="search" name="q" value="${query}" maxlength="100"></label><button type="submit">${messages.words.find}</button></form>
    ${table<PersonRow>({
      caption: messages.latest(ROWS_MAX),
      rows,
      empty: query ? messages.people.noneFound : messages.people.none,
      columns: [
        {
          title: messages.columns.person,
          cell: (row) => html`<a href="${base}/${row.id}">${row.customerId ?? idTag(row.id)}</a>`,
        },
        { title: messages.columns.nickname, cell: (row) => row.nickname ?? '–' },
        { title: messages.columns.firstSeen, cell: (row) => timeTag(row.since, zone) },
        { title: messages.columns.orders, cell: (row) => formatNumber(row.orders), numeric: true },
        { title: messages.columns.points, cell: (row) => formatNumber(row.points), numeric: true },
      ],
    })}`;
}
