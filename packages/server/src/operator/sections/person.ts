import { randomUUID } from 'node:crypto';
import type { PersonSummary } from '@regulars/schema';
import { html } from 'hono/html';
import { summarizePerson } from '../../admin/summarize-person.ts';
import { PERSONS } from '../../rewards/ledger/persons.ts';
import { labelFor } from '../../rewards/play.ts';
import { WINS } from '../../rewards/wins.ts';
import { hasRole } from '../account.ts';
import { figures, formatNumber, type Html, idTag, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { type FormPerson, personForms } from './person-forms.ts';

const ROWS_MAX = 100;
const TEXT = messages.people;

interface MovementRow {
  readonly id: string;
  readonly t: number;
  readonly kind: string;
  readonly source: string;
  readonly rule: string;
  readonly orderId: string;
  readonly unit: string;
  readonly points: number;
  readonly account: string;
  readonly untrusted: boolean;
  readonly reversed: boolean;
}

interface WinRow {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly source: string;
  readonly t: number;
  readonly voided: boolean;
  readonly claimed: boolean;
  readonly pays: string;
}

/** Everything about a person that its page shows. */
interface PersonContent extends PersonSummary, Omit<FormPerson, 'personId'> {
  readonly movements: readonly MovementRow[];
  readonly wins: readonly WinRow[];
}

/** One person: points, ledger, wins, and what may be done. */
export const person: Section = defineSection<PersonContent>({
  id: 'person',
  path: 'people/:id',
  role: 'viewer',
  listed: false,
  topics: ['order', 'play'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<PersonContent | null> {
  const { db } = context;
  const known = await db.query<{ id: string }>(
    'select coalesce(merged_into, id) as id from person where id = $1 and erased_at is null',
    [param('id')],
  );
  const id = known[0]?.id;
  if (id === undefined) return null;
  const summary = await db.transaction((tx) => summarizePerson(tx, context, id));
  const [nickname] = await db.query<{ nickname: string; hidden: boolean }>(
    `select nickname, hidden_at is not null as hidden from nickname where person_id in (${PERSONS})`,
    [id],
  );
  const [referral] = await db.query<{ state: string; reasons: readonly string[] }>(
    `select state, reasons from referral where friend_id in (${PERSONS}) order by t limit 1`,
    [id],
  );
  const movements = await db.query<MovementRow>(
    `select m.id, m.t, m.kind, m.source, m.rule, m.order_id as "orderId", m.unit, p.points, split_part(p.account, ':', 1) as account,
       m.untrusted, exists (select 1 from movement r where r.reverses = m.id) as reversed
     from movement m join posting p on p.movement_id = m.id and p.account like '%:' || m.person_id
     where m.person_id in (${PERSONS}) order by m.seq desc, p.account limit ${ROWS_MAX}`,
    [id],
  );
  const wins = await db.query<WinRow>(
    `select win.id, win.label, win.source, win.t, win.voided_at is not null as voided, claim.play_id is not null as claimed,
       win.reward->>'type' as pays from ${WINS} left join claim on claim.play_id = win.id
     where win.person_id in (${PERSONS}) order by win.t desc limit ${ROWS_MAX}`,
    [id],
  );
  return { ...summary, nickname: nickname ?? null, referral: referral ?? null, movements, wins };
}

function view(content: PersonContent, request: SectionRequest): Html {
  const { zone, fallbackLocales } = request.context.campaigns;
  const api = `${request.context.basePath}/operator/api`;
  return html`<p>${idTag(content.personId)}${content.customerId ? html` · ${messages.words.customer} <strong>${content.customerId}</strong>` : ` · ${messages.words.notSignedIn}`}${
    content.nickname
      ? html` · “${content.nickname.nickname}”${content.nickname.hidden ? ` (${TEXT.hidden})` : ''}`
      : ''
  } · ${messages.words.since} ${timeTag(content.since, zone)}</p>
  ${figures([
    { name: messages.figures.points, value: formatNumber(content.points) },
    { name: TEXT.pending, value: formatNumber(content.pending) },
    { name: TEXT.tier, value: content.tier ?? TEXT.noTier },
    { name: TEXT.badges, value: formatNumber(content.badges.length), note: content.badges.join(', ') },
    { name: messages.figures.orders, value: formatNumber(content.orders) },
  ])}
  ${ledger(content.movements, request, zone)}
  ${table<WinRow>({
    caption: TEXT.wins,
    rows: content.wins,
    empty: TEXT.winsEmpty,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
      { title: messages.columns.prize, cell: (row) => labelFor(row.label, 'en', fallbackLocales) },
      { title: messages.columns.for, cell: (row) => row.source },
      {
        title: messages.columns.claimed,
        cell: (row) =>
          html`<span class="tag ${row.claimed ? 'good' : row.voided ? 'bad' : ''}">${row.claimed ? row.pays : row.voided ? TEXT.takenBack : messages.words.notYet}</span>`,
      },
      {
        title: messages.columns.change,
        cell: (row) =>
          row.claimed || row.voided || row.pays !== 'coupon'
            ? '–'
            : revokeForm(request, `${api}/prizes/${row.id}/revoke`, content.personId),
      },
    ],
  })}
  ${personForms(content, request, randomUUID())}`;
}

function ledger(rows: readonly MovementRow[], request: SectionRequest, zone: string): Html {
  const api = `${request.context.basePath}/operator/api`;
  return table<MovementRow>({
    caption: TEXT.ledger,
    rows,
    empty: TEXT.ledgerEmpty,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, zone) },
      { title: messages.columns.movement, cell: (row) => `${row.kind} · ${row.rule.split(':')[0]}` },
      { title: messages.columns.for, cell: (row) => html`${row.source} ${idTag(row.orderId)}` },
      {
        title: messages.columns.account,
        cell: (row) => `${row.account}${row.unit === 'points' ? '' : ` (${row.unit})`}`,
      },
      {
        title: messages.columns.points,
        cell: (row) => `${row.points > 0 ? '+' : '−'}${formatNumber(Math.abs(row.points))}`,
        numeric: true,
      },
      {
        title: messages.columns.change,
        cell: (row) =>
          row.points > 0 &&
          row.account === 'person' &&
          !row.reversed &&
          !['order', 'release'].includes(row.source)
            ? revokeForm(request, `${api}/movements/${row.id}/revoke`, row.id)
            : '–',
      },
    ],
  });
}

function revokeForm({ operator }: SectionRequest, action: string, of: string): Html | string {
  if (!hasRole(operator, 'publisher')) return '–';
  return html`<form class="row" method="post" action="${action}"><label><span class="visually-hidden">${TEXT.reason}</span><input name="reason" required minlength="3" maxlength="500" placeholder="${TEXT.reason}"></label>
    <button type="submit">${TEXT.revoke}<span class="visually-hidden"> ${of}</span></button></form>`;
}
