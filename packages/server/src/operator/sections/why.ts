import { html } from 'hono/html';
import { type PastDecision, readWhy, type VisitorWhy } from '../../insights/read-why.ts';
import { type Html, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

const TEXT = messages.insights;

interface Why {
  readonly query: string;
  readonly locale: string;
  readonly visitors: readonly VisitorWhy[];
}

/** Why a campaign showed or did not, for somebody who asks: by support code, customer or order. */
export const why: Section = defineSection<Why>({
  id: 'why',
  path: 'why',
  role: 'viewer',
  listed: true,
  topics: ['batch'],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Why> {
  const query = param('q').replaceAll('\0', '').trim().slice(0, 200);
  const locale = Object.hasOwn(TEXT.languages, param('locale')) ? param('locale') : 'en';
  return { query, locale, visitors: await readWhy(context, query, locale) };
}

function view({ query, locale, visitors }: Why, request: SectionRequest): Html {
  return html`<p>${TEXT.lead}</p>
    <form class="row" method="get" role="search">
      <label>${TEXT.find}<input type="search" name="q" value="${query}" maxlength="200"></label>
      <label>${TEXT.language}<select name="locale">${Object.entries(TEXT.languages).map(
        ([code, name]) =>
          html`<option value="${code}"${code === locale ? html` selected` : ''}>${name}</option>`,
      )}</select></label>
      <button type="submit" class="main">${messages.words.find}</button>
    </form>
    ${query !== '' && visitors.length === 0 ? html`<p class="empty">${TEXT.nobody}</p>` : ''}
    ${visitors.map((one) => decisionTable(one, locale, request))}`;
}

function decisionTable(
  { code, anonymousId, decisions }: VisitorWhy,
  locale: string,
  { context }: SectionRequest,
): Html {
  return html`${table<PastDecision>({
    caption: `${TEXT.browserOf(code)}: ${TEXT.latest}`,
    rows: decisions,
    empty: TEXT.noDecisions,
    columns: [
      { title: messages.columns.when, cell: (row) => timeTag(row.t, context.campaigns.zone) },
      {
        title: messages.columns.campaign,
        cell: (row) => html`<strong>${row.name}</strong> <code>${row.campaignId}</code>`,
      },
      { title: messages.columns.outcome, cell: (row) => row.outcome },
      { title: messages.columns.why, cell: (row) => html`<span lang="${locale}">${row.sentence}</span>` },
      {
        title: TEXT.failed,
        cell: (row) =>
          row.failed.length === 0
            ? '–'
            : html`<ul class="changes" lang="${locale}">${row.failed.map(
                ({ text, found }) =>
                  html`<li>${text}${found ? html` <small>${TEXT.found} ${found}</small>` : ''}</li>`,
              )}</ul>`,
      },
    ],
  })}<p><a href="${context.basePath}/operator/visitors/${encodeURIComponent(anonymousId)}">${messages.sections.journey}</a></p>`;
}
