import { html } from 'hono/html';
import { ROLES, type Role } from '../account.ts';
import { type Html, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly hasPassword: boolean;
  readonly createdAt: number;
  readonly disabledAt: number | null;
  readonly lastSignIn: number | null;
}

interface Accounts {
  readonly accounts: readonly AccountRow[];
}

/** Colleagues, their roles, and how they get in. */
export const accounts: Section = defineSection<Accounts>({
  id: 'accounts',
  path: 'accounts',
  role: 'admin',
  listed: true,
  topics: ['account'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Accounts> {
  const rows = await context.db.query<AccountRow>(
    `select id, name, role, password is not null as "hasPassword", created_at as "createdAt", disabled_at as "disabledAt",
       (select max(t) from audit where account_id = account.id and action = 'signed-in') as "lastSignIn"
     from account order by disabled_at is not null, name`,
  );
  return { accounts: rows };
}

function view({ accounts: rows }: Accounts, { context, operator }: SectionRequest): Html {
  const base = `${context.basePath}/operator/api`;
  const zone = context.campaigns.zone;
  return html`${table<AccountRow>({
    caption: messages.captions.whoMayEnter,
    rows,
    empty: '',
    columns: [
      {
        title: messages.columns.name,
        cell: (row) => html`<strong>${row.name}</strong>${row.id === operator.id ? messages.words.you : ''}`,
      },
      {
        title: messages.columns.role,
        cell: (row) => (row.id === operator.id ? messages.roles[row.role] : roleForm(base, row)),
      },
      {
        title: messages.columns.state,
        cell: (row) =>
          html`<span class="tag ${row.disabledAt ? 'bad' : 'good'}">${row.disabledAt ? messages.words.closed : messages.words.open}</span>`,
      },
      {
        title: messages.columns.password,
        cell: (row) => (row.hasPassword ? messages.words.set : messages.words.linkOnly),
      },
      { title: messages.columns.lastSignIn, cell: (row) => timeTag(row.lastSignIn, zone) },
      { title: messages.columns.change, cell: (row) => (row.id === operator.id ? '–' : rowForms(base, row)) },
    ],
  })}
  <h2>${messages.words.addColleague}</h2>
  <form class="row" method="post" action="${base}/accounts">
    <label>${messages.columns.name}<input name="name" required maxlength="100" autocomplete="off"></label>
    <label>${messages.columns.role}<select name="role">${ROLES.map((role) => html`<option value="${role}">${messages.roles[role]}</option>`)}</select></label>
    <button type="submit" class="main">${messages.words.addAccount}</button>
  </form>`;
}

function roleForm(base: string, row: AccountRow): Html {
  return html`<form class="row" method="post" action="${base}/accounts/${row.id}">
    <label><span class="visually-hidden">${messages.columns.role}: ${row.name}</span><select name="role">${ROLES.map(
      (role) =>
        html`<option value="${role}"${role === row.role ? html` selected` : ''}>${messages.roles[role]}</option>`,
    )}</select></label><button type="submit">${messages.words.setRole}</button></form>`;
}

function rowForms(base: string, row: AccountRow): Html {
  const closed = row.disabledAt !== null;
  return html`<div class="row">${
    closed
      ? ''
      : html`<form method="post" action="${base}/accounts/${row.id}/link"><button type="submit">${messages.words.newLink}</button></form>`
  }<form method="post" action="${base}/accounts/${row.id}"><input type="hidden" name="disabled" value="${String(!closed)}">
    <button type="submit">${closed ? messages.words.openAgain : messages.words.close}</button></form></div>`;
}
