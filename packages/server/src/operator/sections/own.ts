import { html } from 'hono/html';
import type { Role } from '../account.ts';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

interface Own {
  readonly name: string;
  readonly role: Role;
  readonly hasPassword: boolean;
}

/** The signed-in colleague's own account, whatever the role: sets the password. */
export const own: Section = defineSection<Own>({
  id: 'own',
  path: 'own',
  role: 'viewer',
  listed: true,
  topics: [],
  load,
  view,
});

async function load({ context, operator: { id, name, role } }: SectionRequest): Promise<Own> {
  const rows = await context.db.query('select 1 from account where id = $1 and password is not null', [id]);
  return { name, role, hasPassword: rows.length > 0 };
}

function view({ name, role, hasPassword }: Own, { context }: SectionRequest): Html {
  return html`<p>${messages.signedInAs} <strong>${name}</strong>, ${messages.roles[role]}</p>
  <h2>${messages.words.yourPassword}</h2>
  <form class="row" method="post" action="${context.basePath}/operator/api/password">
    ${
      hasPassword
        ? html`<label>${messages.words.oldPassword}<input name="old" type="password" maxlength="200" required autocomplete="current-password"></label>`
        : ''
    }<label>${messages.words.newPassword}<input name="password" type="password" minlength="12" maxlength="200" required autocomplete="new-password"></label>
    <button type="submit">${messages.words.setPassword}</button>
  </form>
  <h2>${messages.documents.commandLine}</h2>
  <p>${messages.documents.commandLineMeans}</p>
  <div class="row"><form method="post" action="${context.basePath}/operator/api/command-token"><button type="submit">${messages.documents.makeToken}</button></form>
  <form method="post" action="${context.basePath}/operator/api/command-token"><input type="hidden" name="end" value="true"><button type="submit">${messages.documents.endTokens}</button></form></div>`;
}
