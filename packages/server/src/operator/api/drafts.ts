import { withRevision } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import { pushDraft } from '../../documents/change-document.ts';
import { isDocumentKind } from '../../documents/document-kind.ts';
import type { AppContext } from '../../http/environment.ts';
import { parseJson, readBody } from '../../http/read-body.ts';
import { messages } from '../messages.ts';
import { renderPage } from '../page.ts';
import { isForm } from '../refuse-operator.ts';
import { edit, editContent } from '../sections/edit.ts';
import { editView } from '../sections/edit-view.ts';
import { sections } from '../sections/index.ts';
import { refuseChange } from './respond.ts';

/** A form writes up to three bytes for one of the document. */
const BODY_MAX_BYTES = 2 * 1024 * 1024;
const WHY_MAX_CHARS = 300;

/**
 * `POST /operator/api/documents/{document}/draft` `{ text, why?, over? }`: keeps a draft, over a newer revision once that was looked at. A refused form comes back as it was
 * typed, with 409 and what was published since, or with 422 and every mistake.
 */
export async function keepDraft(c: AppContext, context: ServerContext): Promise<Response> {
  const kind = c.req.param('document');
  if (!isDocumentKind(kind)) return refuseChange(c, context, messages.documents.kind, 404);
  const body = await readBody(c.req.raw, BODY_MAX_BYTES);
  if (!body.ok) return refuseChange(c, context, messages.problems.body);
  const fields: Readonly<Record<string, unknown>> = isForm(c)
    ? Object.fromEntries(new URLSearchParams(body.text))
    : Object(parseJson(body.text));
  const over = /^[1-9]\d{0,8}$/.test(plain(fields.over)) ? Number(fields.over) : null;
  const typed = plain(fields.text);
  const text = over === null ? typed : withRevision(typed, over);
  const why = plain(fields.why).trim().slice(0, WHY_MAX_CHARS);
  const answer = await pushDraft(context, kind, c.get('operator'), { text, why: why || undefined });
  if (answer.ok && isForm(c)) return c.redirect(`${context.basePath}/operator/documents`, 303);
  if (answer.ok) return c.json(answer);
  const status = answer.reason === 'document-invalid' ? 422 : 409;
  if (!isForm(c)) return c.json(answer, status);
  const problems = answer.reason === 'document-invalid' ? answer.problems : [];
  const content = editView(
    await editContent(context, kind, { text, why, problems, from: 'form' }),
    context.basePath,
  );
  const frame = { base: context.basePath, title: messages.sections.edit, operator: c.get('operator') };
  return c.html(renderPage({ ...frame, sections, current: edit, content }), status);
}

/** Forms send line ends of their own. */
const plain = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : '';
