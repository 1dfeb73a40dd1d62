import { type Problem, type ProgramDocument, withRevision } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeAudit } from '../operator/audit.ts';
import { checkPools } from '../rewards/pools.ts';
import { ServerError } from '../server-error.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentKind } from './document-kind.ts';
import { type Draft, readDraft } from './read-documents.ts';
import { afterChange, type ChangeAnswer, type Changer, headOf, insertRevision } from './write-revision.ts';

/** Keeps a draft; its base is the `revision` that stands in it. One draft waits at a time, earlier ones stay readable. */
export async function pushDraft(
  context: ServerContext,
  kind: DocumentKind,
  by: Changer,
  { text, why }: { readonly text: string; readonly why?: string | undefined },
): Promise<ChangeAnswer> {
  const checked = checkDocument(kind, text, context.documents.current, context.now());
  if (!checked.ok) return { ok: false, reason: 'document-invalid', problems: checked.problems };
  const base = checked.next[kind].revision;
  const answer = await context.db.transaction(async (tx): Promise<ChangeAnswer> => {
    const head = await headOf(tx, kind);
    if (base !== head) return { ok: false, reason: 'stale-base', head };
    await tx.query(`update document_draft set state = 'replaced' where kind = $1 and state = 'open'`, [kind]);
    const [row] = await tx.query<{ id: number }>(
      `insert into document_draft (kind, base, content, why, author, author_id, t) values ($1, $2, $3, $4, $5, $6, $7) returning id::int as id`,
      [kind, base, text, why ?? null, by.name, by.id, context.now()],
    );
    const detail = { base, draft: row?.id, ...(why && { why }) };
    await writeAudit(tx, by, context.now(), { action: 'draft-pushed', target: kind, detail });
    return { ok: true, revision: head, draft: row?.id ?? 0, warnings: checked.warnings };
  });
  context.live.publish('document');
  return answer;
}

/** Throws the waiting draft away; it stays readable in the database. */
export async function discardDraft(
  context: ServerContext,
  kind: DocumentKind,
  by: Changer,
): Promise<ChangeAnswer> {
  const answer = await context.db.transaction(async (tx): Promise<ChangeAnswer> => {
    const rows = await tx.query<{ id: number }>(
      `update document_draft set state = 'discarded' where kind = $1 and state = 'open' returning id::int as id`,
      [kind],
    );
    if (!rows[0]) return { ok: false, reason: 'not-found' };
    const detail = { draft: rows[0].id };
    await writeAudit(tx, by, context.now(), { action: 'draft-discarded', target: kind, detail });
    return { ok: true, revision: await headOf(tx, kind), warnings: [] };
  });
  context.live.publish('document');
  return answer;
}

/**
 * Makes the waiting draft the published revision. With the option `approval` somebody other than its author must.
 * @param wish `draft`: the one that was looked at; another one waiting refuses.
 */
export async function publishDraft(
  context: ServerContext,
  kind: DocumentKind,
  by: Changer,
  wish: { readonly draft?: number | undefined; readonly why?: string | undefined } = {},
): Promise<ChangeAnswer> {
  await context.documents.reload();
  const answer = await context.db.transaction(async (tx): Promise<ChangeAnswer> => {
    const head = await headOf(tx, kind);
    const draft = await readDraft(tx, kind);
    if (!draft || (wish.draft !== undefined && wish.draft !== draft.id))
      return { ok: false, reason: 'not-found' };
    if (draft.base !== head) return { ok: false, reason: 'stale-base', head };
    if (context.approval && isAuthor(draft, by)) return { ok: false, reason: 'second-person' };
    const checked = checkDocument(kind, draft.content, context.documents.current, context.now());
    if (!checked.ok) return { ok: false, reason: 'document-invalid', problems: checked.problems };
    const refusal = kind === 'program' ? await poolRefusal(tx, checked.next.program) : null;
    if (refusal) return refusal;
    await tx.query(`update document_draft set state = 'published' where id = $1`, [draft.id]);
    const why = wish.why ?? draft.why;
    const content = withRevision(draft.content, head + 1);
    const entry = { kind, revision: head + 1, content, way: 'publish', why, author: draft.author };
    await insertRevision(tx, context, by, entry);
    return { ok: true, revision: head + 1, warnings: checked.warnings };
  });
  return afterChange(context, kind, answer);
}

const isAuthor = (draft: Draft, by: Changer): boolean =>
  by.id === null || draft.authorId === null ? draft.author === by.name : draft.authorId === by.id;

/** A running pool keeps its odds: the same sentence that stops a start stops a publish. */
async function poolRefusal(tx: Queryable, program: ProgramDocument): Promise<ChangeAnswer | null> {
  try {
    await checkPools(tx, program);
    return null;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    const name = String(error.details.pool);
    const problem: Problem = {
      code: error.code,
      path: `pools.${name}`,
      what: `The pool "${name}" changed.`,
      why: error.message,
      fix: 'Raise its version.',
      severity: 'error',
    };
    return { ok: false, reason: 'document-invalid', problems: [problem] };
  }
}
