import { type CampaignDocument, type DocumentChange, diffCampaigns, diffProgram } from '@regulars/schema';
import { html } from 'hono/html';
import { DOCUMENT_KINDS, type DocumentKind } from '../../documents/document-kind.ts';
import { type Draft, type RevisionEntry, readDraft, readHistory } from '../../documents/read-documents.ts';
import { hasRole } from '../account.ts';
import { type Html, table, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';
import { changeList } from './edit-view.ts';
import { previewForm } from './preview-form.ts';

const TEXT = messages.documents;

interface DocumentContent {
  readonly kind: DocumentKind;
  readonly draft: Omit<Draft, 'content'> | null;
  readonly changes: readonly DocumentChange[];
  readonly history: readonly RevisionEntry[];
}

interface Documents {
  readonly documents: readonly DocumentContent[];
  /** Campaigns that a preview link can play: of the draft that waits, else what is live. */
  readonly playable: CampaignDocument;
}

/** Both documents: what waits, what publishing it changes, what was live. */
export const documents: Section = defineSection<Documents>({
  id: 'documents',
  path: 'documents',
  role: 'viewer',
  listed: true,
  topics: ['document'],
  load,
  view,
});

async function load({ context }: SectionRequest): Promise<Documents> {
  const all: DocumentContent[] = [];
  let playable = context.documents.current.campaigns;
  for (const kind of DOCUMENT_KINDS) {
    const found = await readDraft(context.db, kind);
    const history = await readHistory(context.db, kind);
    if (!found) {
      all.push({ kind, draft: null, changes: [], history });
      continue;
    }
    const { content, ...draft } = found;
    const { campaigns, program } = context.documents.current;
    // A draft was checked when it was pushed.
    if (kind === 'campaigns') playable = JSON.parse(content);
    const changes =
      kind === 'campaigns'
        ? diffCampaigns(campaigns, JSON.parse(content))
        : diffProgram(program, JSON.parse(content));
    all.push({ kind, draft, changes, history });
  }
  return { documents: all, playable };
}

function view({ documents: all, playable }: Documents, request: SectionRequest): Html {
  const { approval } = request.context;
  return html`${approval ? html`<p class="notice">${TEXT.needsSecond}</p>` : ''}
    ${all.map((one) => documentView(one, request))}
    <h2>${messages.previews.title}</h2>
    ${previewForm(playable, request.context.basePath)}`;
}

function documentView(one: DocumentContent, request: SectionRequest): Html {
  const name = TEXT.kinds[one.kind];
  return html`<h2>${name}: ${TEXT.draft}</h2>
    ${one.draft ? draftView(one, one.draft, request) : html`<p class="empty">${TEXT.noDraft}</p>`}
    ${one.draft || !hasRole(request.operator, 'editor') ? '' : html`<p>${editLink(one.kind, request)}</p>`}
    ${historyTable(one, request)}`;
}

function draftView(one: DocumentContent, draft: Omit<Draft, 'content'>, request: SectionRequest): Html {
  const { context, operator } = request;
  const mine = draft.authorId === operator.id;
  const head = one.history[0]?.revision ?? 0;
  const isStale = draft.base !== head;
  const may = hasRole(operator, 'publisher') && !(context.approval && mine) && !isStale;
  const action = `${context.basePath}/operator/api/documents/${one.kind}`;
  return html`<p>${TEXT.writtenBy} <strong>${draft.author}</strong>, ${timeTag(draft.t, context.campaigns.zone)}, ${TEXT.over} ${draft.base}${draft.why ? html`: ${draft.why}` : ''}</p>
    <h3>${TEXT.changes}</h3>
    ${changeList(one.changes)}
    ${isStale ? html`<p class="notice bad">${TEXT.stale(head)}</p>` : ''}
    ${context.approval && mine ? html`<p>${TEXT.yourOwn}</p>` : ''}
    <div class="row">${
      may
        ? html`<form class="row" method="post" action="${action}"><input type="hidden" name="act" value="publish"><input type="hidden" name="draft" value="${draft.id}">
      <label>${TEXT.whyField}<input name="why" maxlength="300" value="${draft.why ?? ''}"></label><button type="submit" class="main">${TEXT.publish} <span class="visually-hidden">${TEXT.kinds[one.kind]}</span></button></form>`
        : ''
    }${
      hasRole(operator, 'editor')
        ? html`${editLink(one.kind, request)}<form method="post" action="${action}"><input type="hidden" name="act" value="discard"><button type="submit">${TEXT.discard}</button></form>`
        : ''
    }</div>`;
}

function editLink(kind: DocumentKind, { context }: SectionRequest): Html {
  return html`<a class="button" href="${context.basePath}/operator/documents/${kind}/draft">${TEXT.edit} <span class="visually-hidden">${TEXT.kinds[kind]}</span></a>`;
}

function historyTable({ kind, history }: DocumentContent, { context, operator }: SectionRequest): Html {
  const head = history[0]?.revision;
  const base = `${context.basePath}/operator`;
  return table<RevisionEntry>({
    caption: `${TEXT.kinds[kind]}: ${TEXT.history}`,
    rows: history,
    empty: TEXT.noRevision,
    columns: [
      {
        title: messages.columns.revision,
        cell: (row) =>
          html`<a href="${base}/documents/${kind}/${row.revision}">${row.revision}</a>${row.revision === head ? html` <span class="tag good">${TEXT.nowLive}</span>` : ''}`,
      },
      { title: messages.columns.when, cell: (row) => timeTag(row.t, context.campaigns.zone) },
      {
        title: messages.columns.what,
        cell: (row) =>
          `${TEXT.ways[row.way]}${row.restored === null ? '' : `, ${TEXT.backTo(row.restored)}`}`,
      },
      {
        title: messages.columns.who,
        cell: (row) =>
          row.author === row.publisher ? row.publisher : `${row.publisher} (${TEXT.by(row.author)})`,
      },
      { title: TEXT.why, cell: (row) => row.why ?? '–' },
      {
        title: messages.columns.change,
        cell: (row) =>
          row.revision === head || !hasRole(operator, 'publisher')
            ? '–'
            : html`<form method="post" action="${base}/api/documents/${kind}"><input type="hidden" name="act" value="rollback"><input type="hidden" name="to" value="${row.revision}"><button type="submit">${TEXT.rollback} <span class="visually-hidden">${row.revision}</span></button></form>`,
      },
    ],
  });
}
