import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ServerContext } from '../../context.ts';
import { discardDraft, publishDraft } from '../../documents/change-document.ts';
import { endCommandTokens, makeCommandToken } from '../../documents/command-tokens.ts';
import { isDocumentKind } from '../../documents/document-kind.ts';
import { rollBack } from '../../documents/roll-back.ts';
import type { ChangeAnswer } from '../../documents/write-revision.ts';
import type { AppContext, AppEnv } from '../../http/environment.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { requireRole } from '../require-role.ts';
import { keepDraft } from './drafts.ts';
import { issuePreview } from './previews.ts';
import { answerChange, type ChangeRequest, readChange, refuseChange } from './respond.ts';

const TEXT = messages.documents;

/** Mounts the buttons of the pages about documents, and the token for the command line. */
export function addDocumentForms(app: Hono<AppEnv>, context: ServerContext): void {
  const { basePath } = context;
  app.post('/operator/api/documents/:document', requireRole(basePath, 'editor'), (c) =>
    changeDocument(c, context),
  );
  app.post('/operator/api/documents/:document/draft', requireRole(basePath, 'editor'), (c) =>
    keepDraft(c, context),
  );
  app.post('/operator/api/previews', (c) => issuePreview(c, context));
  app.post('/operator/api/command-token', (c) => changeTokens(c, context));
}

/** `POST /operator/api/documents/{document}` `{ act: publish | rollback | discard, draft?, to?, why? }`. */
async function changeDocument(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const kind = c.req.param('document');
  if (!change || !isDocumentKind(kind)) return refuseChange(c, context, TEXT.kind, 404);
  const act = change.field('act');
  const by = c.get('operator');
  // Whoever may push may throw away; only publishers put something live.
  if (act !== 'discard') {
    const refused = await requireRole(context.basePath, 'publisher')(c, async () => undefined);
    if (refused) return refused;
  }
  const why = change.field('why') || undefined;
  const number = (name: string): number | undefined =>
    /^\d{1,9}$/.test(change.field(name)) ? Number(change.field(name)) : undefined;
  const answer =
    act === 'publish'
      ? await publishDraft(context, kind, by, { draft: number('draft'), why })
      : act === 'rollback'
        ? await rollBack(context, kind, by, { to: number('to'), why })
        : await discardDraft(context, kind, by);
  return respond(c, context, change, answer);
}

function respond(
  c: AppContext,
  context: ServerContext,
  change: ChangeRequest,
  answer: ChangeAnswer,
): Response | Promise<Response> {
  if (answer.ok)
    return answerChange(c, context, change, { result: { revision: answer.revision }, back: 'documents' });
  if (answer.reason === 'stale-base')
    return refuseChange(c, context, TEXT.stale(answer.head), 409, 'documents');
  const problems = answer.reason === 'document-invalid' ? answer.problems : [];
  const more = problems.map(({ path, why, fix }) => ` ${path}: ${why} ${fix}`).join('');
  return refuseChange(c, context, `${TEXT.refused[answer.reason]}${more}`, 409, 'documents');
}

/** `POST /operator/api/command-token` `{ end? }`: a token for the own command line, or the end of all of them. */
async function changeTokens(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  if (!change) return refuseChange(c, context, messages.problems.body);
  const operator = c.get('operator');
  if (change.field('end') === 'true') {
    const count = await endCommandTokens(context, operator.id);
    await writeAudit(context.db, operator, context.now(), {
      action: 'command-tokens-ended',
      detail: { count },
    });
    return answerChange(c, context, change, { result: { count }, back: 'own' });
  }
  const made = await makeCommandToken(context, operator.id);
  await writeAudit(context.db, operator, context.now(), { action: 'command-token-made' });
  const address = `${new URL(c.req.url).origin}${context.basePath}`;
  return answerChange(c, context, change, {
    result: made,
    back: 'own',
    page: {
      title: TEXT.commandLine,
      content: html`<p>${TEXT.tokenShown}</p>
        <p><code class="long">npx @regulars/cli login ${address} --token ${made.token}</code></p>`,
    },
  });
}
