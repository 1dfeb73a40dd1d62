import { diffCampaigns, diffProgram } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import { type DocumentKind, isDocumentKind } from '../../documents/document-kind.ts';
import { readDraft, readRevision } from '../../documents/read-documents.ts';
import { parseJson } from '../../http/read-body.ts';
import { defineSection, type Section } from '../section.ts';
import { type EditContent, editView } from './edit-view.ts';

/** A document in a text field, to be kept as a draft: the one that waits, else what is live. */
export const edit: Section = defineSection<EditContent>({
  id: 'edit',
  path: 'documents/:document/draft',
  role: 'editor',
  listed: false,
  topics: [],
  async load({ context, param }) {
    const kind = param('document');
    if (!isDocumentKind(kind)) return null;
    const draft = await readDraft(context.db, kind);
    const live = await readRevision(context.db, kind);
    const text = draft?.content ?? live?.content ?? '';
    return editContent(context, kind, { text, why: draft?.why ?? '', from: draft ? 'draft' : 'live' });
  },
  view: (content, { context }) => editView(content, context.basePath),
});

/** What the page needs to know of a text: whether somebody published since it began, and what. */
export async function editContent(
  { db }: ServerContext,
  kind: DocumentKind,
  given: Pick<EditContent, 'text' | 'why' | 'from'> & Partial<Pick<EditContent, 'problems'>>,
): Promise<EditContent> {
  const live = await readRevision(db, kind);
  const head = live?.revision ?? 0;
  const told = Object(parseJson(given.text)).revision;
  const base = Number.isSafeInteger(told) && told >= 0 ? told : head;
  const old = base < head ? await readRevision(db, kind, base) : null;
  const diff = kind === 'campaigns' ? diffCampaigns : diffProgram;
  const since = live && old ? diff(JSON.parse(old.content), JSON.parse(live.content)) : [];
  return { problems: [], ...given, kind, head, base, since };
}
