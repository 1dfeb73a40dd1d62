import { html } from 'hono/html';
import type { Role } from '../account.ts';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

interface Own {
  readonly name: string;
  readonly role: Role;
}

/** The signed-in colleague's own account, whatever the role: sets the password. */
export const own: Section = defineSection<Own>({
  id: 'own',
  path: 'own',
  role: 'viewer',
  listed: true,
  topics: [],
  load: async ({ operator: { name, role } }) => ({ name, role }),
  view,
});

function view({ name, role }: Own, { context }: SectionRequest): Html {
  return html`<p>${messages.signedInAs} <strong>${name}</strong>, ${messages.roles[role]}</p>
  <h2>${messages.words.yourPassword}</h2>
  <form class="row" method="post" action="${context.basePath}/operator/api/password">
    <label>${messages.words.newPassword}<input name="password" type="password" minlength="12" maxlength="200" required autocomplete="new-password"></label>
    <button type="submit">${messages.words.setPassword}</button>
  </form>`;
}
