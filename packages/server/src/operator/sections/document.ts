import { html } from 'hono/html';
import { isDocumentKind } from '../../documents/document-kind.ts';
import { type RevisionEntry, readRevision } from '../../documents/read-documents.ts';
import { type Html, timeTag } from '../format.ts';
import { messages } from '../messages.ts';
import { defineSection, type Section, type SectionRequest } from '../section.ts';

type Revision = RevisionEntry & { readonly content: string; readonly kind: 'campaigns' | 'program' };

/** One published revision, as it was written. */
export const document: Section = defineSection<Revision>({
  id: 'document',
  path: 'documents/:document/:revision',
  role: 'viewer',
  listed: false,
  topics: [],
  load,
  view,
});

async function load({ context, param }: SectionRequest): Promise<Revision | null> {
  const kind = param('document');
  const revision = param('revision');
  if (!isDocumentKind(kind) || !/^\d{1,9}$/.test(revision)) return null;
  const found = await readRevision(context.db, kind, Number(revision));
  return found && { ...found, kind };
}

function view({ kind, revision, t, publisher, why, content }: Revision, { context }: SectionRequest): Html {
  const name = messages.documents.revision(messages.documents.kinds[kind], revision);
  return html`<h2>${name}</h2>
    <p>${timeTag(t, context.campaigns.zone)}, ${publisher}${why ? html`: ${why}` : ''}</p>
    <div class="scroll" role="region" aria-label="${name}" tabindex="0"><pre>${content}</pre></div>
    <p><a href="${context.basePath}/operator/documents">${messages.words.back}</a></p>`;
}
