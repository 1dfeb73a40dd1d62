import { localPath } from '../catalog/locales.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import type { Page } from './layout.ts';

/** What stands where nothing is. */
export function notFoundPage(page: PageContext): Page {
  const { text } = page;
  const main = html`<div class="page narrow centred"><h1>${text.notFound}</h1><p class="lead">${text.notFoundLead}</p><p><a class="button" href="${localPath(page.locale, '/')}">${text.home}</a></p></div>`;
  return { type: 'help', title: text.notFound, main, status: 404 };
}
